/** The word being spoken, as a highlight of the browser: the text itself is not touched. */

import { SPOKEN_WORD } from './vocabulary.mjs';

/** @import { Entry, Word } from './vocabulary.mjs' */

export class WordMark {
  /** @type {{ range: Range, startMs: number, endMs: number }[]} */
  #places = [];
  /** @type {Range | null} */
  #shown = null;

  /**
   * @param {Entry} entry
   * @param {readonly Word[]} words
   */
  prepare(entry, words) {
    this.clear();
    const element = 'highlights' in CSS && words.length && document.getElementById(entry.textref);
    this.#places = element ? placesOf(element, entry.text, words) : [];
  }

  /** @param {number} ms within the sentence */
  show(ms) {
    const place = this.#places.findLast(({ startMs }) => startMs <= ms);
    const range = place && ms < place.endMs ? place.range : null;
    if (range === this.#shown) return;
    this.#shown = range;
    if (range) CSS.highlights.set(SPOKEN_WORD, new Highlight(range));
    else CSS.highlights.delete(SPOKEN_WORD);
  }

  clear() {
    this.show(-1);
    this.#places = [];
  }
}

/**
 * Words where they stand in an element; it may hold more than the text, such as cells of a row.
 * @param {Element} element
 * @param {string} text
 * @param {readonly Word[]} words
 */
function placesOf(element, text, words) {
  const whole = element.textContent ?? '';
  const places = [];
  let from = 0;
  for (const [start, end, startMs, endMs] of words) {
    const word = text.slice(start, end);
    const at = whole.indexOf(word, from);
    if (at < 0) continue;
    from = at + word.length;
    places.push({ range: rangeOf(element, at, from), startMs, endMs });
  }
  return places;
}

/**
 * @param {Element} element
 * @param {number} start
 * @param {number} end
 */
function rangeOf(element, start, end) {
  const range = new Range();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  while (texts.nextNode()) {
    const node = /** @type {Text} */ (texts.currentNode);
    const next = passed + node.length;
    if (start >= passed && start < next) range.setStart(node, start - passed);
    if (end > passed && end <= next) {
      range.setEnd(node, end - passed);
      break;
    }
    passed = next;
  }
  return range;
}
