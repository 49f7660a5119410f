/** The mark on the sentence being spoken, and the page scrolled to it while the reader agrees. */

import { SPOKEN } from './vocabulary.mjs';

const OUR_SCROLL_MS = 1000;
const READER_SCROLL_MS = 600;
const MOST_SMOOTH = 2;
const SCROLL_KEYS = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' ']);

export class TextMark {
  /** @type {Element | null} */
  #marked = null;
  #isFollowing = true;
  #ourScrollUntil = 0;
  #readerScrollUntil = 0;

  /** @param {Element} cover what may lie over the text at the top of the window */
  constructor(cover) {
    this.cover = cover;
    for (const hand of ['wheel', 'touchmove', 'keydown']) {
      addEventListener(hand, (event) => this.#noteHand(event));
    }
    addEventListener('scroll', () => this.#noteScroll());
  }

  /** Follow again, because the listener asked for this place. */
  follow() {
    this.#isFollowing = true;
  }

  /**
   * Mark the element of an utterance; one that shows no text leaves no mark.
   * @param {string} id
   */
  show(id) {
    this.clear();
    this.#marked = id ? document.getElementById(id) : null;
    this.#marked?.classList.add(SPOKEN);
    this.#marked?.setAttribute('aria-current', 'true');
    // Who works a player that does not stay in view would have to look for it.
    const isHeld = document.querySelector('.is-crowded') && this.cover.getBoundingClientRect().bottom > 0;
    const isFree = this.#isFollowing && !isHeld && performance.now() > this.#readerScrollUntil;
    if (this.#marked && isFree && !this.#isInView()) this.#scroll(this.#marked);
  }

  clear() {
    this.#marked?.classList.remove(SPOKEN);
    this.#marked?.removeAttribute('aria-current');
    this.#marked = null;
  }

  /** @param {Element} element */
  #scroll(element) {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // Pages that fly past tell nothing, and drawing them holds up the sound.
    const isFar = Math.abs(element.getBoundingClientRect().top) > MOST_SMOOTH * innerHeight;
    this.#ourScrollUntil = performance.now() + OUR_SCROLL_MS;
    element.scrollIntoView({ block: 'center', behavior: isCalm || isFar ? 'auto' : 'smooth' });
  }

  /** @param {Event} event */
  #noteHand(event) {
    if (event instanceof KeyboardEvent && !SCROLL_KEYS.has(event.key)) return;
    this.#readerScrollUntil = performance.now() + READER_SCROLL_MS;
    this.#ourScrollUntil = 0;
  }

  #noteScroll() {
    if (performance.now() > this.#ourScrollUntil) this.#isFollowing = this.#isInView();
  }

  #isInView() {
    if (!this.#marked) return this.#isFollowing;
    const { top, bottom } = this.#marked.getBoundingClientRect();
    const cover = this.cover.getBoundingClientRect();
    const from = cover.top <= 1 ? Math.max(0, cover.bottom) : 0;
    return bottom > from && top >= from - 1 && top < innerHeight && bottom <= innerHeight + 1;
  }
}
