/**
 * The slider of time. A screen reader speaks whenever the value of a focused slider changes, so
 * while it has focus playback leaves it alone and only its drawn line moves on. For the same reason
 * nothing is changed when focus comes: the value is in words already.
 */

const KEYS = new Map([
  ['ArrowRight', 5000],
  ['ArrowUp', 5000],
  ['ArrowLeft', -5000],
  ['ArrowDown', -5000],
  ['PageUp', 60_000],
  ['PageDown', -60_000],
  ['Home', -Infinity],
  ['End', Infinity],
]);

/** @import { Track } from './track.mjs' */

export class SeekSlider {
  /**
   * @param {HTMLInputElement} input
   * @param {Pick<Track, 'timeMs' | 'allMs' | 'seek'>} track
   * @param {(isFull: boolean) => string} say the place in words
   */
  constructor(input, track, say) {
    this.input = input;
    this.track = track;
    this.say = say;
    input.addEventListener('keydown', (event) => this.#press(event));
    input.addEventListener('input', () => this.#seek(input.valueAsNumber * 1000));
    input.addEventListener('blur', () => this.#put(true));
  }

  /** Show where playback is. */
  follow() {
    const share = this.track.timeMs / this.track.allMs;
    this.input.style.setProperty('--heard', `${(100 * share).toFixed(2)}%`);
    if (document.activeElement !== this.input || !document.hasFocus()) this.#put(true);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const by = KEYS.get(event.key);
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#seek(this.track.timeMs + by);
  }

  /** @param {number} timeMs */
  #seek(timeMs) {
    this.track.seek(Math.min(Math.max(0, timeMs), this.track.allMs - 1));
    this.#put(false);
  }

  /** @param {boolean} isFull */
  #put(isFull) {
    const { input, track } = this;
    const said = this.say(isFull);
    input.max = String(Math.ceil(track.allMs / 1000));
    input.value = String(Math.floor(track.timeMs / 1000));
    if (input.getAttribute('aria-valuetext') !== said) input.setAttribute('aria-valuetext', said);
  }
}
