/**
 * Goes to a page of the document at once, so that what is being heard goes on; without this the
 * service leads there. A page that has no mark of its own is within the last marked one before it.
 */

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('.page-jump'));

/** @param {number} asked */
function markOf(asked) {
  const marks = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.page-mark'));
  const number = (/** @type {HTMLElement} */ mark) => Number(mark.id.replace('page-', ''));
  return [...marks].filter((mark) => number(mark) <= asked).at(-1);
}

form?.addEventListener('submit', (event) => {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('page'));
  const mark = markOf(field.valueAsNumber);
  if (!mark) return;
  event.preventDefault();
  location.hash = mark.id;
  mark.focus();
});
