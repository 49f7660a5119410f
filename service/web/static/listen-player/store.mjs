/** What the player knows, as frozen values; no DOM, no clock. */

import { FASTEST, RATE_STEP, SLOWEST } from './vocabulary.mjs';

/** @import { Intent, Notice } from './vocabulary.mjs' */

/**
 * @typedef {object} State
 * @property {Intent} intent what the listener wants
 * @property {number} index the sentence that is or was being spoken
 * @property {number} count sentences in all
 * @property {number} rate
 * @property {Notice} notice what the status line says
 */

/**
 * @typedef {{ type: 'counted', count: number }
 *   | { type: 'played' } | { type: 'paused' } | { type: 'stopped' } | { type: 'ended' }
 *   | { type: 'reached', index: number }
 *   | { type: 'paced', rate: number }
 *   | { type: 'noticed', notice: Notice }} Event
 */

/** @type {Readonly<State>} */
export const START = Object.freeze({ intent: 'idle', index: 0, count: 0, rate: 1, notice: '' });

/**
 * The state after an event; the same object when nothing changed.
 * @param {Readonly<State>} state
 * @param {Event} event
 * @returns {Readonly<State>}
 */
export function reduce(state, event) {
  const change = changeBy(state, event);
  const next = { ...state, ...change };
  const same = /** @type {(keyof State)[]} */ (Object.keys(next)).every((k) => next[k] === state[k]);
  return same ? state : Object.freeze(next);
}

/**
 * @param {Readonly<State>} state
 * @param {Event} event
 * @returns {Partial<State>}
 */
function changeBy(state, event) {
  switch (event.type) {
    case 'counted':
      return { count: event.count };
    case 'played':
      return { intent: 'playing', notice: '' };
    case 'paused':
      return state.intent === 'playing' ? { intent: 'paused', notice: '' } : {};
    case 'stopped':
      return { intent: 'idle', index: 0, notice: '' };
    case 'ended':
      return { intent: 'ended', notice: 'ended' };
    case 'reached':
      return { index: within(event.index, state.count) };
    case 'paced':
      return { rate: pace(event.rate) };
    case 'noticed':
      return { notice: event.notice };
  }
}

/**
 * A speed on the scale, whatever was asked for.
 * @param {number} rate
 */
export function pace(rate) {
  const steps = Math.round((Number.isFinite(rate) ? rate : 1) / RATE_STEP);
  return Math.min(FASTEST, Math.max(SLOWEST, Number((steps * RATE_STEP).toFixed(1))));
}

/**
 * @param {number} index
 * @param {number} count
 */
function within(index, count) {
  return Math.max(0, Math.min(index, count - 1));
}
