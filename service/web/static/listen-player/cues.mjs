/** Which sentence is heard when; pure arithmetic on the manifest's times. */

/** @import { Entry } from './vocabulary.mjs' */

/** @typedef {{ index: number, offsetMs: number }} Place a sentence and a time within it */

/** A segment begins and ends with this much silence of its own, which is part of its pause. */
export const OWN_SILENCE_MS = 58;

/**
 * The sentence that is heard at a time of the joined audio: the last one that has begun.
 * @param {readonly Entry[]} entries
 * @param {number} timeMs
 */
export function indexAt(entries, timeMs) {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const start = entries[middle]?.startMs ?? Infinity;
    if (start <= timeMs) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The nearest sentence in a direction that can be heard; the given one when there is none.
 * @param {readonly Entry[]} entries
 * @param {number} index
 * @param {1 | -1} step
 */
export function neighbour(entries, index, step) {
  for (let at = index + step; at >= 0 && at < entries.length; at += step) {
    if (!entries[at]?.failed) return at;
  }
  return index;
}

/**
 * The place so many milliseconds further on or back, pauses included. Where the length of a
 * sentence is not known yet the move ends at its beginning.
 * @param {readonly Entry[]} entries
 * @param {Place} from
 * @param {number} byMs
 * @returns {Place}
 */
export function moved(entries, from, byMs) {
  let index = from.index;
  let offsetMs = from.offsetMs + byMs;
  while (offsetMs < 0 && index > 0) {
    const length = lengthOf(entries[index - 1]);
    index -= 1;
    if (length === null) return { index, offsetMs: 0 };
    offsetMs += length;
  }
  for (let length = lengthOf(entries[index]); offsetMs > 0; length = lengthOf(entries[index])) {
    if (length === null) return { index, offsetMs: index === from.index ? from.offsetMs : 0 };
    if (offsetMs < length || index >= entries.length - 1) break;
    offsetMs -= length;
    index += 1;
  }
  return { index, offsetMs: Math.max(0, offsetMs) };
}

/**
 * How long to be silent after a segment at a speed.
 * @param {Entry | undefined} entry
 * @param {number} rate
 */
export function silenceAfter(entry, rate) {
  return Math.max(0, (entry?.pauseMs ?? 0) - OWN_SILENCE_MS) / rate;
}

/**
 * Whether every time of the joined audio is known.
 * @param {readonly Entry[]} entries
 */
export function areTimed(entries) {
  return entries.length > 0 && entries.every((entry) => entry.startMs !== null);
}

/**
 * A sentence with the pause after it; null while it is not made, 0 when it never will be.
 * @param {Entry | undefined} entry
 */
function lengthOf(entry) {
  if (!entry || entry.failed) return entry ? entry.pauseMs : null;
  return entry.durationMs === null ? null : entry.durationMs + entry.pauseMs;
}
