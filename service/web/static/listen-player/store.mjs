/** What the player knows, as frozen values; no DOM, no clock. */

/** @import { Intent, Notice } from './vocabulary.mjs' */

/**
 * @typedef {object} State
 * @property {Intent} intent what the listener wants
 * @property {number} index the sentence that is or was being spoken
 * @property {Notice} notice what the status line says
 */

/**
 * @typedef {{ type: 'played' } | { type: 'paused' } | { type: 'stopped', index: number } | { type: 'ended' }
 *   | { type: 'reached', index: number }
 *   | { type: 'noticed', notice: Notice }} Event
 */

/** @type {Readonly<State>} */
export const START = Object.freeze({ intent: 'idle', index: 0, notice: '' });

/**
 * The state after an event; the same object when nothing changed.
 * @param {Readonly<State>} state
 * @param {Event} event
 * @returns {Readonly<State>}
 */
export function reduce(state, event) {
  const change = changeBy(state, event);
  const next = { ...state, ...change };
  const names = /** @type {(keyof State)[]} */ (Object.keys(next));
  return names.some((name) => next[name] !== state[name]) ? Object.freeze(next) : state;
}

/**
 * @param {Readonly<State>} state
 * @param {Event} event
 * @returns {Partial<State>}
 */
function changeBy(state, event) {
  switch (event.type) {
    case 'played':
      return { intent: 'playing', notice: '' };
    case 'paused':
      return state.intent === 'playing' ? { intent: 'paused', notice: '' } : {};
    case 'stopped':
      return { intent: 'idle', index: event.index, notice: '' };
    case 'ended':
      return { intent: 'ended', notice: 'ended' };
    case 'reached':
      return { index: event.index };
    case 'noticed':
      return { notice: event.notice };
  }
}
