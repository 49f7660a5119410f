/**
 * Pictures of the original's pages, for those who see. Each is loaded when it is wanted: when
 * somebody unfolds it at its page, or comes to its page with the picture beside the text. The text
 * says the same, so pictures have no description of their own and nothing is announced.
 */

const REST_MS = 150;
const LINE_OF_READING = 0.5;

const breaks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.page-break')]);
const beside = /** @type {HTMLElement | null} */ (document.querySelector('.beside'));
const text = /** @type {HTMLElement | null} */ (document.querySelector('article'));

/** @param {Element} place */
const linkOf = (place) => /** @type {HTMLAnchorElement} */ (place.querySelector('a'));

/**
 * The picture of a page, its size known beforehand so that nothing moves when it comes.
 * @param {HTMLElement} place
 */
function pictureOf(place) {
  const picture = new Image(Number(place.dataset.width), Number(place.dataset.height));
  picture.alt = '';
  picture.src = linkOf(place).href;
  return picture;
}

/** What is said where a picture did not come. */
function failed() {
  const told = document.createElement('span');
  told.className = 'page-picture__failed';
  told.textContent = ` ${beside?.dataset.failed}`;
  return told;
}

/** @param {HTMLDetailsElement} place */
function unfold(place) {
  if (!place.open || place.querySelector('img')) return;
  place.querySelector('.page-picture__failed')?.remove();
  const picture = pictureOf(place);
  picture.addEventListener('error', () => {
    linkOf(place).after(failed());
    picture.remove();
  });
  place.append(picture);
}

/** Where somebody reads: at the sentence that is spoken, if it is in view, else in mid-window. */
function lineOfReading() {
  const top = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const spoken = text?.querySelector('[aria-current]')?.getBoundingClientRect().top ?? -1;
  return spoken >= top && spoken < innerHeight ? spoken : top + (innerHeight - top) * LINE_OF_READING;
}

/** The beginning of the page that is being read: the last one above the line of reading. */
function pageBeingRead() {
  const line = lineOfReading();
  let first = 0;
  let end = breaks.length;
  while (end - first > 1) {
    const middle = (first + end) >> 1;
    if (breaks[middle].getBoundingClientRect().top <= line) first = middle;
    else end = middle;
  }
  return breaks[first];
}

/** @param {HTMLElement} frame */
async function follow(frame) {
  if (!frame.getClientRects().length) return;
  const page = pageBeingRead();
  const mark = /** @type {HTMLElement} */ (page.querySelector('.page-mark')).id;
  if (frame.dataset.page === mark) return;
  frame.dataset.page = mark;
  const place = /** @type {HTMLElement | null} */ (page.querySelector('.page-picture'));
  const parts = place ? await framed(place) : [];
  if (frame.dataset.page === mark) frame.replaceChildren(...parts);
}

/**
 * A picture that has come, in a link to itself; or the link and that it did not come.
 * @param {HTMLElement} place
 */
async function framed(place) {
  const { href, textContent } = linkOf(place);
  const picture = pictureOf(place);
  const link = document.createElement('a');
  link.href = href;
  link.append(picture, textContent ?? '');
  try {
    await picture.decode();
    return [link];
  } catch {
    picture.remove();
    return [link, failed()];
  }
}

for (const place of /** @type {NodeListOf<HTMLDetailsElement>} */ (
  document.querySelectorAll('.page-picture')
)) {
  place.addEventListener('toggle', () => unfold(place));
  unfold(place);
}

if (beside && text && breaks.length) {
  let resting = 0;
  const later = () => {
    clearTimeout(resting);
    resting = setTimeout(() => follow(beside), REST_MS);
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  document.querySelector('.appearance')?.addEventListener('change', later);
  new MutationObserver(later).observe(text, { subtree: true, attributeFilter: ['aria-current'] });
  later();
}
