/**
 * Keys for who asks for them, while focus is in a player that has them on. Comma, slash and apostrophe
 * with Ctrl are no command of a screen reader, a browser or a Korean input method (docs/player.md
 * says which were looked through, and why not the full stop). They are told by what they write, which
 * is the same in Korean and English; the number pad belongs to screen readers.
 */

const ACTS = new Map([
  [',', '[data-act=sentence][data-by="-1"]'],
  ['/', '[data-act=sentence][data-by="1"]'],
  ["'", '[data-act=toggle]'],
]);

/** @param {KeyboardEvent} event */
function isOurs({ ctrlKey, altKey, metaKey, shiftKey, isComposing, location }) {
  const isOnPad = location === KeyboardEvent.DOM_KEY_LOCATION_NUMPAD;
  return ctrlKey && !altKey && !metaKey && !shiftKey && !isComposing && !isOnPad;
}

// On the document, so that one copy serves every player of the page.
document.addEventListener('keydown', (event) => {
  const act = ACTS.get(event.key);
  const focused = /** @type {Element} */ (event.target);
  const player = focused.closest('listen-player');
  const wanted = /** @type {HTMLInputElement | null | undefined} */ (player?.querySelector('[name=shortcuts]'));
  if (!act || !wanted?.checked || !isOurs(event)) return;
  event.preventDefault();
  // A key that is held longer is pressed once, or it would start and pause again and again.
  if (event.repeat) return;
  /** @type {HTMLElement | null | undefined} */ (player?.querySelector(act))?.click();
});
