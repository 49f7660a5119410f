/**
 * The slider of time. A screen reader speaks whenever the value of a focused slider changes, so
 * while it has focus playback leaves it alone and only its drawn line moves on.
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

/**
 * @typedef {object} Clock
 * @property {() => number} atMs
 * @property {() => number} allMs
 * @property {(timeMs: number) => void} seek
 * @property {(isFull: boolean) => string} say the place in words
 */

export class SeekSlider {
  /**
   * @param {HTMLInputElement} input
   * @param {Clock} clock
   */
  constructor(input, clock) {
    this.input = input;
    this.clock = clock;
    input.addEventListener('keydown', (event) => this.#press(event));
    input.addEventListener('input', () => this.#seek(input.valueAsNumber * 1000));
    input.addEventListener('focus', () => this.#put(true));
    input.addEventListener('blur', () => this.#put(true));
  }

  /** Show where playback is. */
  follow() {
    const share = this.clock.atMs() / (this.clock.allMs() || 1);
    this.input.style.setProperty('--heard', `${(100 * share).toFixed(2)}%`);
    if (document.activeElement !== this.input) this.#put(true);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const by = KEYS.get(event.key);
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#seek(this.clock.atMs() + by);
  }

  /** @param {number} timeMs */
  #seek(timeMs) {
    this.clock.seek(Math.min(Math.max(0, timeMs), this.clock.allMs() - 1));
    this.#put(false);
  }

  /** @param {boolean} isFull */
  #put(isFull) {
    const { input, clock } = this;
    const said = clock.say(isFull);
    input.max = String(Math.ceil(clock.allMs() / 1000));
    input.value = String(Math.floor(clock.atMs() / 1000));
    if (input.getAttribute('aria-valuetext') !== said) input.setAttribute('aria-valuetext', said);
  }
}
