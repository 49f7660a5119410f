/** Listening from the text: a press or Enter on a sentence, or a stretch that was selected. */

/** @import { Entry } from './vocabulary.mjs' */

/** A second press within this time selects a word and asks for nothing. */
const SECOND_PRESS_MS = 300;
const OWN_USE = 'a, button, input, select, textarea, label, summary, audio, listen-player';

export class TextHand {
  #indexes;
  #wait = 0;
  isOn = true;

  /**
   * @param {readonly Entry[]} entries
   * @param {(index: number) => void} listen
   */
  constructor(entries, listen) {
    this.#indexes = new Map(entries.map(({ textref }, index) => [textref, index]));
    this.listen = listen;
    // On the window: below a node that listens, screen readers call parts of the text clickable.
    addEventListener('click', (event) => this.#press(event));
    addEventListener('keydown', (event) => this.#enter(event));
  }

  /** First and last sentence of what is selected; empty when nothing is. */
  selected() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed) return [];
    const range = selection.getRangeAt(0);
    const found = [...this.#indexes].filter(([id]) => {
      const element = document.getElementById(id);
      return element && range.intersectsNode(element);
    });
    return [found[0]?.[1], found.at(-1)?.[1]];
  }

  /** @param {MouseEvent} event */
  #press(event) {
    clearTimeout(this.#wait);
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!isPlain || event.detail > 1 || isTaken(event)) return;
    const { target } = event;
    this.#wait = setTimeout(() => this.#ask(/** @type {Node} */ (target)), SECOND_PRESS_MS);
  }

  /** @param {KeyboardEvent} event */
  #enter(event) {
    if (event.key !== 'Enter' || event.isComposing || isTaken(event)) return;
    const focused = document.activeElement;
    const isOnPage = !focused || focused === document.body;
    this.#ask(isOnPage ? (getSelection()?.anchorNode ?? null) : focused);
  }

  /** @param {Node | null} node */
  #ask(node) {
    if (!this.isOn || getSelection()?.isCollapsed === false) return;
    for (let at = node; at; at = at.parentNode) {
      const index = at instanceof Element ? this.#indexes.get(at.id) : undefined;
      if (index !== undefined) {
        this.listen(index);
        return;
      }
    }
  }
}

/**
 * Whether what was pressed has a use of its own.
 * @param {globalThis.Event} event
 */
function isTaken(event) {
  return event.defaultPrevented || (event.target instanceof Element && !!event.target.closest(OWN_USE));
}
