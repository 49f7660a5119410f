/** What the listener chose, in controls with names; kept on this device only if asked. */

import { forget, recall, remember } from './memory.mjs';

/** @import { Choices } from './vocabulary.mjs' */

const MINUTE_MS = 60_000;

export class Settings {
  #timer = 0;

  /**
   * @param {HTMLElement} root
   * @param {string} id of the manifest
   * @param {(choices: Choices) => void} choose
   * @param {() => void} sleep
   */
  constructor(root, id, choose, sleep) {
    this.root = root;
    this.id = id;
    this.choose = choose;
    this.sleep = sleep;
    /** The last sentence heard, to be kept. */
    this.place = 0;
    root.addEventListener('input', ({ target }) => this.#change(/** @type {HTMLInputElement} */ (target)));
  }

  get #controls() {
    return /** @type {HTMLInputElement[]} */ ([...this.root.querySelectorAll('[name]')]);
  }

  /** @returns {Choices} */
  get choices() {
    const values = this.#controls.map((each) => [each.name, valueOf(each)]);
    return Object.fromEntries(values);
  }

  /** Set controls as they were kept, and have everything follow them. */
  recall() {
    const kept = recall();
    for (const control of this.#controls) {
      const value = kept?.choices[control.name];
      if (typeof value === 'boolean') control.checked = value;
      else if (value !== undefined) control.value = String(value);
    }
    this.place = kept?.places[this.id] ?? 0;
    this.choose(this.choices);
  }

  /** @param {number} index the sentence that is heard */
  keep(index) {
    this.place = index;
    const { timer, ...choices } = this.choices;
    if (choices.remember) remember(this.id, index, choices);
  }

  /** @param {HTMLInputElement} control */
  #change(control) {
    if (!control.name) return;
    if (control.name === 'timer') this.#sleepAfter(control);
    if (control.name === 'remember' && !control.checked) forget();
    this.choose(this.choices);
    this.keep(this.place);
  }

  /** @param {HTMLInputElement} control */
  #sleepAfter(control) {
    clearTimeout(this.#timer);
    const minutes = Number(control.value);
    if (!minutes) return;
    this.#timer = setTimeout(() => {
      control.value = '0';
      this.sleep();
    }, minutes * MINUTE_MS);
  }
}

/** @param {HTMLInputElement} control */
function valueOf(control) {
  if (control.type === 'checkbox') return control.checked;
  return control.type === 'range' ? control.valueAsNumber : control.value;
}
