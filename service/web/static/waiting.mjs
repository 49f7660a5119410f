/** Looks whether the document has been read by now, says so politely and shows it. */

const FIRST_LOOK_MS = 1000;
const LONGEST_LOOK_MS = 10_000;
const STILL_WAITING = 202;

const status = document.querySelector('[role="status"]');

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
      lookLater(next);
      return;
    }
  } catch {
    lookLater(next); // The connection may come back.
    return;
  }
  if (status) status.textContent = status.getAttribute('data-ready');
  location.reload();
}

lookLater(FIRST_LOOK_MS);
