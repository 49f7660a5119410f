/**
 * Pictures of the original's pages, for those who see. Each is loaded when it is wanted: when
 * somebody opens it at its page, or comes to its page with the picture beside the text. The text
 * says the same, so they have no description of their own and nothing is announced.
 */

const REST_MS = 150;
const LINE_OF_READING = 0.35;

const places = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll('.page-picture')]);
const beside = /** @type {HTMLElement | null} */ (document.querySelector('.beside'));

/** @param {HTMLDetailsElement} place */
const linkOf = (place) => /** @type {HTMLAnchorElement} */ (place.querySelector('a'));

/**
 * The picture of a place, its size known beforehand so that nothing moves when it comes.
 * @param {HTMLDetailsElement} place
 */
function pictureOf(place) {
  const picture = new Image(Number(place.dataset.width), Number(place.dataset.height));
  picture.alt = '';
  picture.src = linkOf(place).href;
  return picture;
}

/** @param {HTMLDetailsElement} place */
function show(place) {
  const line = /** @type {HTMLElement} */ (place.querySelector('p'));
  if (!place.open || place.querySelector('img')) return;
  place.querySelector('.page-picture__failed')?.remove();
  const picture = pictureOf(place);
  picture.addEventListener('error', () => {
    const failed = document.createElement('span');
    failed.className = 'page-picture__failed';
    failed.textContent = ` ${line.dataset.failed}`;
    line.append(failed);
    picture.remove();
  });
  line.after(picture);
}

/** The place of the page that is being read: the last one that begins above a line of the window. */
function placeBeingRead() {
  const top = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const line = top + (innerHeight - top) * LINE_OF_READING;
  const begins = (/** @type {number} */ at) =>
    /** @type {HTMLElement} */ (places[at].parentElement).getBoundingClientRect().top;
  let first = 0;
  let end = places.length;
  while (end - first > 1) {
    const middle = (first + end) >> 1;
    if (begins(middle) <= line) first = middle;
    else end = middle;
  }
  return places[first];
}

/** @param {HTMLElement} frame */
async function follow(frame) {
  if (!frame.getClientRects().length) return;
  const place = placeBeingRead();
  const { href, textContent } = linkOf(place);
  if (frame.dataset.shown === href) return;
  frame.dataset.shown = href;
  const picture = pictureOf(place);
  const link = document.createElement('a');
  link.href = href;
  link.append(picture, textContent ?? '');
  try {
    await picture.decode();
  } catch {
    picture.remove(); // its link stays, and leads to what went wrong
  }
  if (frame.dataset.shown === href) frame.replaceChildren(link);
}

for (const place of places) {
  place.addEventListener('toggle', () => show(place));
  show(place);
}

if (beside && places.length) {
  let resting = 0;
  const later = () => {
    clearTimeout(resting);
    resting = setTimeout(() => follow(beside), REST_MS);
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  document.querySelector('.appearance')?.addEventListener('change', later);
  later();
}
