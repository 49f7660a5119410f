/** How far a document is read, asked of the service; shared by the pages that show it. */

/**
 * @typedef {object} ReadingState
 * @property {'reading' | 'read' | 'failed'} status
 * @property {number} pagesRead
 * @property {number} pages 0 while nothing is known of them
 */

/**
 * @param {string} address
 * @returns {Promise<ReadingState | undefined>} undefined while the service cannot be asked
 */
export async function readingState(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A text with the counts of pages put in.
 * @param {string} text
 * @param {ReadingState} state
 */
export function counted(text, state) {
  return text.replace('{read}', String(state.pagesRead)).replace('{pages}', String(state.pages));
}
