/** Looks whether the document can be shown by now, says so politely and shows it. */

import { counted, readingState } from './reading-state.mjs';

const FIRST_LOOK_MS = 1000;
const LONGEST_LOOK_MS = 10_000;
const SAY_EVERY_MS = 15_000;
const STILL_WAITING = 202;

const status = /** @type {HTMLElement | null} */ (document.querySelector('[role="status"]'));
const count = /** @type {HTMLElement | null} */ (document.querySelector('[data-state]'));
let saidAt = performance.now();

/** @param {number} afterMs */
function lookLater(afterMs) {
  setTimeout(() => look(afterMs), afterMs);
}

/** @param {number} afterMs */
async function look(afterMs) {
  const next = Math.min(LONGEST_LOOK_MS, afterMs * 1.3);
  try {
    const answer = await fetch(location.href, { method: 'HEAD', headers: { Accept: 'text/html' } });
    if (answer.status === STILL_WAITING) {
      await showCount();
      lookLater(next);
      return;
    }
  } catch {
    lookLater(next); // The connection may come back.
    return;
  }
  if (status) status.textContent = status.dataset.ready ?? '';
  location.reload();
}

/** The count is shown whenever it is asked for, and said now and then. */
async function showCount() {
  const state = count && (await readingState(count.dataset.state ?? ''));
  if (!count || !state?.pages) return;
  count.textContent = counted(count.dataset.count ?? '', state);
  if (!status || performance.now() - saidAt < SAY_EVERY_MS) return;
  saidAt = performance.now();
  status.textContent = counted(status.dataset.counted ?? '', state);
}

lookLater(FIRST_LOOK_MS);
