/**
 * What the controls do and show. Takes no key from the page but Escape within the player, and
 * moves focus only where a link was followed.
 */

import { offerSession } from './media-session.mjs';
import { clock, say, spokenTime } from './messages.mjs';
import { orderOf } from './reading-order.mjs';
import { ask, linkOf, lookAgainAfter, ManifestSource, WordSource } from './requests.mjs';
import { SeekSlider } from './seek-slider.mjs';
import { Settings } from './settings.mjs';
import { START, reduce } from './store.mjs';
import { TextHand } from './text-hand.mjs';
import { TextMark } from './text-mark.mjs';
import { Track } from './track.mjs';
import { WordMark } from './word-mark.mjs';

/** @import { Choices, Manifest, Unit } from './vocabulary.mjs' */
/** @import { Event as Told, State } from './store.mjs' */

const SHIFT_MS = 10_000;

export class Listening {
  /** @type {Readonly<State>} */
  #state = START;
  #unchanged = 0;
  #look = 0;
  /** The last sentence that was heard. */
  #heard = 0;
  #wordMark = new WordMark();

  /**
   * @param {HTMLElement} root
   * @param {HTMLAudioElement} audio
   * @param {Manifest} manifest
   * @param {ManifestSource} source
   */
  constructor(root, audio, manifest, source) {
    this.root = root;
    this.source = source;
    this.texts = JSON.parse(root.dataset['texts'] ?? '');
    this.track = new Track(audio, manifest, (event) => this.#hear(event));
    this.settings = new Settings(root, manifest.id, (choices) => this.#choose(choices), () => this.#sleep());
    this.words = new WordSource(linkOf(manifest, 'words'), ask);
    this.mark = new TextMark(root);
    this.hand = new TextHand(manifest.readingOrder, (index) => this.track.listen(index));
    this.rate = /** @type {HTMLInputElement} */ (root.querySelector('[name=rate]'));
    const seek = /** @type {HTMLInputElement} */ (this.#part('seek'));
    this.slider = new SeekSlider(seek, this.track, (isFull) => this.#placeInWords(isFull));
    this.#listen(audio);
    this.#offer(manifest.title);
    this.settings.recall();
    const index = this.settings.place;
    if (index && audio.paused) this.track.seek(this.track.starts[index]);
    if (!audio.paused) this.#hear({ type: 'played' });
    this.#render(START);
  }

  /** @param {HTMLAudioElement} audio */
  #listen(audio) {
    audio.addEventListener('timeupdate', () => this.#showTime());
    // Whoever works the player wants to see where it goes.
    for (const hand of ['click', 'input', 'keydown']) {
      this.root.addEventListener(hand, () => this.mark.follow(), true);
    }
    this.root.addEventListener('click', (event) => this.#press(event));
    this.root.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.track.stop();
    });
  }

  /** @param {string} title */
  #offer(title) {
    offerSession(title, {
      play: () => this.track.play(),
      pause: () => this.track.pause(),
      stop: () => this.track.stop(),
      previoustrack: () => this.track.step('sentence', -1),
      nexttrack: () => this.track.step('sentence', 1),
      seekbackward: () => this.track.shift(-SHIFT_MS),
      seekforward: () => this.track.shift(SHIFT_MS),
    });
  }

  /**
   * A button says what it does: `data-act`, and in which direction.
   * @param {Event} event
   */
  #press(event) {
    const { target } = event;
    const pressed = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-act]'));
    if (!pressed) return;
    const { act, by: steps } = pressed.dataset;
    const by = Number(steps);
    if (act === 'stop') this.track.stop();
    else if (act === 'toggle' && this.#state.intent === 'playing') this.track.pause();
    else if (act === 'toggle') this.track.play();
    else if (act === 'shift') this.track.shift(by * SHIFT_MS);
    else if (act === 'normal') this.#paceNormally();
    else if (act === 'selection') this.#listenToSelection();
    else if (act === 'read') this.#goToText(event);
    else this.track.step(/** @type {Unit} */ (act), by);
  }

  #paceNormally() {
    this.rate.value = '1';
    this.rate.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #listenToSelection() {
    const [first, last] = this.hand.selected();
    if (first === undefined) this.#hear({ type: 'noticed', notice: 'unselected' });
    else this.track.listen(first, last);
  }

  /** @param {Choices} choices */
  #choose(choices) {
    const { track } = this;
    track.audio.volume = choices.volume / 100;
    track.rests = choices.rest;
    track.order = orderOf(track.entries, choices);
    track.pace(choices.rate);
    this.hand.isOn = choices.touch;
    if (choices.shortcuts) import(this.root.dataset['shortcuts'] ?? '');
    if (!choices.words) this.#wordMark.clear();
    const rate = this.#say('rateValue', { rate: choices.rate.toFixed(1) });
    this.rate.setAttribute('aria-valuetext', rate);
    this.#put('rate-value', rate);
  }

  #sleep() {
    if (this.#state.intent !== 'playing') return;
    this.track.pause();
    this.#hear({ type: 'noticed', notice: 'timer' });
  }

  /** @param {Told} event */
  #hear(event) {
    const before = this.#state;
    this.#state = reduce(before, event);
    if (event.type === 'played') this.#lookLater();
    if (this.#state !== before) this.#render(before);
  }

  /** @param {Readonly<State>} before */
  #render(before) {
    const { index, intent, notice } = this.#state;
    this.#put('position', this.#say('position', { index: index + 1, count: this.track.entries.length }));
    if (intent === 'idle' || intent === 'ended') this.#unmark();
    else if (index !== before.index || intent !== before.intent) this.#showSentence();
    if (intent !== before.intent) this.#showIntent();
    if (notice !== before.notice) this.#put('status', notice && this.#say(notice));
    this.#showTime();
  }

  #unmark() {
    this.mark.clear();
    this.#wordMark.clear();
  }

  #showIntent() {
    const { intent } = this.#state;
    const isPlaying = intent === 'playing';
    this.root.dataset['intent'] = intent;
    this.#put('play', this.#say(isPlaying ? 'pause' : 'play'));
    const link = this.#part('read');
    if (link) link.hidden = isPlaying || !this.#lastShown();
    if (isPlaying) this.#followWords();
  }

  async #showSentence() {
    const { index, intent } = this.#state;
    const entry = this.track.entries[index];
    this.#heard = index;
    this.settings.keep(index);
    this.mark.show(entry.textref);
    this.#put('sentence', entry.text);
    this.#part('sentence')?.setAttribute('lang', entry.language);
    this.#wordMark.clear();
    if (intent !== 'playing' || !this.settings.choices.words) return;
    const words = await this.words.of(index);
    if (index === this.#state.index) this.#wordMark.prepare(entry, words);
  }

  #followWords() {
    if (this.#state.intent !== 'playing') return;
    this.#wordMark.show(this.track.place.offsetMs);
    requestAnimationFrame(() => this.#followWords());
  }

  #showTime() {
    const { timeMs, allMs } = this.track;
    this.slider.follow();
    this.#put('time', `${clock(timeMs)} / ${clock(allMs)}`);
  }

  /** @param {boolean} isFull */
  #placeInWords(isFull) {
    const { timeMs, allMs, place } = this.track;
    const at = spokenTime(this.texts, timeMs);
    const values = { at, all: spokenTime(this.texts, allMs), index: place.index + 1 };
    return isFull ? this.#say('place', values) : at;
  }

  /** The element of the last sentence heard that is shown on this page. */
  #lastShown() {
    const shown = this.track.entries.slice(0, this.#heard + 1);
    return shown.map(({ textref }) => document.getElementById(textref)).findLast(Boolean);
  }

  /** @param {Event} event */
  #goToText(event) {
    const sentence = this.#lastShown();
    event.preventDefault();
    if (!sentence) return;
    sentence.tabIndex = -1;
    sentence.focus();
  }

  /** While the document is being made, look at the manifest now and then. */
  #lookLater() {
    clearTimeout(this.#look);
    if (this.track.manifest.status === 'complete') return;
    this.#look = setTimeout(() => this.#lookNow(), lookAgainAfter(this.#unchanged));
  }

  async #lookNow() {
    try {
      const { source } = this;
      const manifest = await source.look();
      if (source !== this.source) return; // Another voice was chosen meanwhile.
      this.#unchanged = manifest ? 0 : this.#unchanged + 1;
      if (manifest) this.track.renew(manifest);
      this.#showTime();
    } catch {
      this.#unchanged += 1; // The sentences themselves tell when the connection is lost.
    }
    if (this.#state.intent === 'playing') this.#lookLater();
  }

  /**
   * Go on at the same sentence in other voices; throws when these cannot be had.
   * @param {string} url of their manifest
   */
  async change(url) {
    const source = new ManifestSource(url, ask);
    const manifest = await source.look();
    if (!manifest) return;
    this.source = source;
    this.settings.id = manifest.id;
    this.words = new WordSource(linkOf(manifest, 'words'), ask);
    this.track.change(manifest);
    if (this.#state.intent === 'playing') this.#showSentence();
    this.#lookLater();
  }

  /**
   * @param {string} key
   * @param {Readonly<Record<string, string | number>>} [values]
   */
  #say(key, values) {
    return say(this.texts, key, values);
  }

  /**
   * @param {string} name
   * @returns {HTMLElement | null}
   */
  #part(name) {
    return this.root.querySelector(`[data-part="${name}"]`);
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #put(name, text) {
    const element = this.#part(name);
    if (!element || element.textContent === text) return;
    // A text that comes anew would have the whole page styled anew, for its rules with :has().
    if (element.firstChild) element.firstChild.nodeValue = text;
    else element.textContent = text;
  }
}
