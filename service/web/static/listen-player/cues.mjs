/** Which sentence is heard when; pure arithmetic on the manifest's times. */

/** @import { Entry } from './vocabulary.mjs' */

/** @typedef {{ index: number, offsetMs: number }} Place a sentence and a time within it */

/** A segment begins and ends with this much silence of its own, which is part of its pause. */
export const OWN_SILENCE_MS = 58;

/** What one letter takes, until the document itself tells. */
const LETTER_MS = 150;

/**
 * When each sentence begins, and behind the last the end of all. A sentence that is not made yet
 * takes as long as its letters do in those that are.
 * @param {readonly Entry[]} entries
 * @returns {readonly number[]}
 */
export function startsOf(entries) {
  const made = entries.filter((entry) => entry.durationMs !== null);
  const letterMs = sum(made, (entry) => entry.durationMs ?? 0) / sum(made, letters) || LETTER_MS;
  const starts = [0];
  for (const entry of entries) {
    const spoken = entry.failed ? 0 : (entry.durationMs ?? letters(entry) * letterMs);
    starts.push(starts[starts.length - 1] + spoken + entry.pauseMs);
  }
  return starts;
}

/**
 * The sentence that is heard at a time: the last one that has begun.
 * @param {readonly number[]} starts
 * @param {number} timeMs
 */
export function indexAt(starts, timeMs) {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle] <= timeMs) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The place that is heard at a time. A sentence of unknown length is entered at its beginning.
 * @param {readonly Entry[]} entries
 * @param {readonly number[]} starts
 * @param {number} timeMs
 * @returns {Place}
 */
export function placeAt(entries, starts, timeMs) {
  const index = indexAt(starts, timeMs);
  const isMade = entries[index].durationMs !== null;
  return { index, offsetMs: isMade ? Math.max(0, timeMs - starts[index]) : 0 };
}

/**
 * The place so many milliseconds further on or back, pauses included.
 * @param {readonly Entry[]} entries
 * @param {readonly number[]} starts
 * @param {Place} from
 * @param {number} byMs
 * @returns {Place}
 */
export function moved(entries, starts, from, byMs) {
  const to = placeAt(entries, starts, starts[from.index] + from.offsetMs + byMs);
  // Within a sentence of unknown length the sound itself knows better.
  if (to.index === from.index) to.offsetMs = Math.max(0, from.offsetMs + byMs);
  return to;
}

/**
 * How long to be silent after a segment at a speed.
 * @param {Entry} entry
 * @param {number} rate
 */
export function silenceAfter(entry, rate) {
  return Math.max(0, entry.pauseMs - OWN_SILENCE_MS) / rate;
}

/**
 * Whether every time of the joined audio is known.
 * @param {readonly Entry[]} entries
 */
export function areTimed(entries) {
  return entries.every((entry) => entry.startMs !== null);
}

/** @param {Entry} entry */
function letters(entry) {
  return entry.text.length || 10;
}

/**
 * @param {readonly Entry[]} entries
 * @param {(entry: Entry) => number} of
 */
function sum(entries, of) {
  return entries.reduce((all, entry) => all + of(entry), 0);
}
