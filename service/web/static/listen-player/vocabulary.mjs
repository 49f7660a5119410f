/** Every name that crosses a border: states of a manifest and of listening. */

/** @typedef {'planned' | 'making' | 'complete'} ManifestStatus */
/** @typedef {'idle' | 'playing' | 'paused' | 'ended'} Intent */
/** @typedef {'' | 'waiting' | 'skipped' | 'failed' | 'offline' | 'blocked' | 'ended' | 'timer' | 'unselected'} Notice */
/** @typedef {'sentence' | 'paragraph' | 'heading' | 'page'} Unit */
/** @typedef {readonly [start: number, end: number, startMs: number, endMs: number]} Word */

/**
 * One sentence of the reading order; times are milliseconds in the joined audio, null until known.
 * @typedef {object} Entry
 * @property {string} url
 * @property {string} textref
 * @property {string} role
 * @property {number} block sentences of one paragraph, item or table share it; -1: outside of all
 * @property {number} page 0 where the source has no pages
 * @property {string} language
 * @property {string} text
 * @property {number} pauseMs
 * @property {number | null} durationMs
 * @property {number | null} startMs
 * @property {boolean} failed
 */

/**
 * @typedef {object} Manifest
 * @property {string} id
 * @property {string} title
 * @property {string} language
 * @property {ManifestStatus} status
 * @property {number | null} durationMs
 * @property {readonly { rel: string, href: string }[]} links
 * @property {readonly Entry[]} readingOrder
 */

/**
 * What the listener chose; names are those of the controls.
 * @typedef {object} Choices
 * @property {'place' | 'end' | 'skip'} notes
 * @property {boolean} tables
 * @property {boolean} structure
 * @property {boolean} rest a pause after each sentence
 * @property {boolean} words
 * @property {number} rate
 * @property {number} volume in hundredths
 * @property {boolean} remember
 * @property {string} timer minutes
 * @property {boolean} touch a press on a sentence listens from there
 * @property {boolean} shortcuts keys with Ctrl; what they do is loaded when they are wanted
 */

/** The class of the sentence being spoken. */
export const SPOKEN = 'is-spoken';

/** The highlight of the word being spoken. */
export const SPOKEN_WORD = 'spoken-word';

/** Waits shorter than this are not mentioned. */
export const MENTION_AFTER_MS = 1000;
