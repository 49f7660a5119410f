/** Every name that crosses a border: states of a manifest, of listening, and messages to a frame. */

/** @typedef {'planned' | 'making' | 'complete'} ManifestStatus */
/** @typedef {'idle' | 'playing' | 'paused' | 'ended'} Intent */
/** @typedef {'' | 'waiting' | 'skipped' | 'failed' | 'offline' | 'blocked' | 'ended'} Notice */

/**
 * One sentence of the reading order; times are milliseconds in the joined audio, null until known.
 * @typedef {object} Entry
 * @property {string} url
 * @property {string} textref
 * @property {string} role
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

export const PLAY = 'listen-play';
export const STOP = 'listen-stop';
export const HEIGHT = 'listen-height';

/** The class of the sentence being spoken. */
export const SPOKEN = 'is-spoken';

export const SLOWEST = 0.5;
export const FASTEST = 4;
export const RATE_STEP = 0.1;
export const SHIFT_MS = 10_000;

/** Waits shorter than this are not mentioned. */
export const MENTION_AFTER_MS = 1000;
