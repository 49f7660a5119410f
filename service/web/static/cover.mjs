/**
 * Tells style sheets how much of the window the player covers while it stays in view, so that focus
 * and jumps end below it; a player that would take too much of the window does not stay.
 */

const MOST_OF_WINDOW = 0.34;
const GAP_PX = 8;
const SOON_MS = 50;

const root = document.documentElement;
// Two players beside each other stay in view together.
const player = /** @type {HTMLElement | null} */ (document.querySelector('.listen-doors, listen-player'));

/** @param {HTMLElement} cover */
function measure(cover) {
  // Before it is ready it covers nothing, and all of the page is styled anew by each change.
  if (!cover.matches('[data-ready], :has([data-ready])')) return;
  root.classList.toggle('is-crowded', cover.offsetHeight > innerHeight * MOST_OF_WINDOW);
  const stays = getComputedStyle(cover).position === 'sticky';
  root.style.setProperty('--cover', stays ? `${cover.offsetHeight + GAP_PX}px` : '0px');
}

if (player) {
  let due = 0;
  // Not before a press that waits already: what is measured needs the page to be laid out.
  const soon = () => {
    clearTimeout(due);
    due = setTimeout(() => measure(player), SOON_MS);
  };
  new ResizeObserver(soon).observe(player);
  // It stays in view from the moment when its buttons are there, and may be as tall as before.
  new MutationObserver(soon).observe(player, { attributeFilter: ['data-ready'], subtree: true });
  addEventListener('resize', soon);
}
