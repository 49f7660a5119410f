/** What this device remembers, and only if asked; where nothing can be kept nothing is. */

const KEY = 'listen-player';
const MOST_PLACES = 50;

/**
 * @typedef {object} Kept
 * @property {Readonly<Record<string, string | number | boolean>>} choices values of controls by their names
 * @property {Readonly<Record<string, number>>} places sentences by manifest, the latest last
 */

/** @returns {Kept | null} null unless somebody asked to remember */
export function recall() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * @param {string} id
 * @param {number} index
 * @param {Kept['choices']} choices of the controls that this document has; others stay as they were
 */
export function remember(id, index, choices) {
  const kept = recall();
  const { [id]: _, ...others } = kept?.places ?? {};
  const places = Object.fromEntries([...Object.entries(others), [id, index]].slice(-MOST_PLACES));
  try {
    localStorage.setItem(KEY, JSON.stringify({ choices: { ...kept?.choices, ...choices }, places }));
  } catch {
    // A frame of another site, or no room: listening goes on without.
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
