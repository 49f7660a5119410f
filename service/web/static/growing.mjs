/**
 * Beside the first pages of a document: says politely and seldom how far the rest is. The page
 * itself stays as it is, so that nobody loses the place; the link on it shows what is read by now.
 */

import { counted, readingState } from './reading-state.mjs';

const FIRST_LOOK_MS = 4000;
const LONGEST_LOOK_MS = 20_000;

const status = /** @type {HTMLElement | null} */ (document.querySelector('.part__status'));

/**
 * @param {HTMLElement} place
 * @param {number} afterMs
 */
function lookLater(place, afterMs) {
  setTimeout(() => look(place, afterMs), afterMs);
}

/**
 * @param {HTMLElement} place
 * @param {number} afterMs
 */
async function look(place, afterMs) {
  const { state: address = '', far = '', whole = '', failed = '' } = place.dataset;
  const state = await readingState(address);
  if (state && state.status !== 'reading') {
    place.textContent = state.status === 'read' ? whole : failed;
    return;
  }
  const text = state?.pages ? counted(far, state) : '';
  if (text && text !== place.textContent) place.textContent = text;
  lookLater(place, Math.min(LONGEST_LOOK_MS, afterMs * 2));
}

if (status) lookLater(status, FIRST_LOOK_MS);
