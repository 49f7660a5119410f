/**
 * <listen-player manifest="…"> around a server-rendered <audio controls>: it puts buttons in the
 * place of the browser's controls once it can work them, and marks the sentence being spoken.
 * No shadow tree: styles, language and names are those of the page. It takes no key from the page
 * and never moves focus.
 */

import { clock, say } from './messages.mjs';
import { lookAgainAfter, ManifestSource } from './requests.mjs';
import { START, reduce } from './store.mjs';
import { TextMark } from './text-mark.mjs';
import { Track } from './track.mjs';
import { FASTEST, RATE_STEP, SHIFT_MS, SLOWEST } from './vocabulary.mjs';

/** @import { Manifest } from './vocabulary.mjs' */
/** @import { Event as Told, State } from './store.mjs' */

/** Outlines on a 24-unit square. */
const ICONS = Object.freeze({
  play: 'M7 4v16l13-8z',
  pause: 'M6 4h4v16H6zm8 0h4v16h-4z',
  previous: 'M6 5h2.5v14H6zM20 5v14L9.5 12z',
  next: 'M15.5 5H18v14h-2.5zM4 5l10.5 7L4 19z',
  back: 'M11 5v14L2 12zm10 0v14l-9-7z',
  forward: 'M13 5l9 7-9 7zM3 5l9 7-9 7z',
});

const SVG = 'http://www.w3.org/2000/svg';

export class ListenPlayer extends HTMLElement {
  /** @type {Readonly<State>} */
  #state = START;
  /** @type {Track | null} */
  #track = null;
  /** @type {ManifestSource | null} */
  #source = null;
  /** @type {TextMark | null} */
  #mark = null;
  #unchanged = 0;
  #look = 0;
  /** @type {Promise<void> | null} */
  #upgrade = null;

  connectedCallback() {
    this.#upgrade ??= this.#begin();
  }

  disconnectedCallback() {
    clearTimeout(this.#look);
    this.#track?.pause();
  }

  /** Play, as soon as that is possible: for whoever holds the player in a frame. */
  async play() {
    await this.#upgrade;
    this.#track?.play();
  }

  /** Stop and go back to the beginning. */
  async stop() {
    await this.#upgrade;
    this.#track?.stop();
  }

  get #language() {
    return this.closest('[lang]')?.getAttribute('lang') ?? 'ko';
  }

  /**
   * @param {string} key
   * @param {Readonly<Record<string, string | number>>} [values]
   */
  #say(key, values) {
    return say(this.#language, key, values);
  }

  async #begin() {
    const audio = this.querySelector('audio');
    const url = this.getAttribute('manifest');
    if (!audio || !url) return;
    this.#source = new ManifestSource(url, (...request) => fetch(...request));
    const manifest = await this.#source.look();
    if (!manifest?.readingOrder.length) return;
    if (document.activeElement === audio) await left(audio);
    this.#build();
    audio.controls = false;
    this.#mark = new TextMark(this);
    this.#track = new Track(audio, manifest, (event) => this.#hear(event));
    audio.addEventListener('timeupdate', () => this.#showTime());
    this.#hear({ type: 'counted', count: manifest.readingOrder.length });
    this.#render(START);
    this.#introduce(manifest);
    this.dataset['ready'] = '';
    if (!audio.paused) this.#hear({ type: 'played' });
  }

  #build() {
    const parts = [
      this.#button('previous', () => this.#byListener((track) => track.step(-1))),
      this.#button('back', () => this.#byListener((track) => track.shift(-SHIFT_MS))),
      this.#button('play', () => this.#toggle()),
      this.#button('forward', () => this.#byListener((track) => track.shift(SHIFT_MS))),
      this.#button('next', () => this.#byListener((track) => track.step(1))),
    ];
    const buttons = make('div', { class: 'listen-player__buttons' }, ...parts);
    const facts = make('p', { class: 'listen-player__position' }, part('position'), part('time'));
    const group = make('div', { role: 'group', 'aria-label': this.#say('controls') });
    group.className = 'listen-player__controls';
    group.append(buttons, facts, this.#rateControls());
    const sentence = this.hasAttribute('show-sentence') ? [part('sentence', 'p')] : [];
    this.append(group, ...sentence, part('status', 'p', { role: 'status' }));
  }

  #rateControls() {
    const range = /** @type {HTMLInputElement} */ (
      make('input', { type: 'range', min: SLOWEST, max: FASTEST, step: RATE_STEP, value: 1 })
    );
    range.dataset['part'] = 'rate';
    range.addEventListener('input', () => this.#hear({ type: 'paced', rate: Number(range.value) }));
    const label = make('label', {}, make('span', {}, this.#say('rate')), range);
    const normal = make('button', { type: 'button', 'data-part': 'normal' }, this.#say('normalRate'));
    normal.addEventListener('click', () => this.#hear({ type: 'paced', rate: 1 }));
    return make('div', { class: 'listen-player__rate' }, label, part('rate-value'), normal);
  }

  /**
   * @param {keyof typeof ICONS} name
   * @param {() => void} act
   */
  #button(name, act) {
    const button = make('button', { type: 'button', 'data-part': name });
    button.append(icon(ICONS[name]), make('span', {}, this.#say(name)));
    button.addEventListener('click', act);
    return button;
  }

  #toggle() {
    if (this.#state.intent === 'playing') this.#track?.pause();
    else this.#byListener((track) => track.play());
  }

  /** @param {(track: Track) => void} act */
  #byListener(act) {
    this.#mark?.follow();
    if (this.#track) act(this.#track);
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
    const { index, count, intent, rate, notice } = this.#state;
    this.#put('position', this.#say('position', { index: index + 1, count }));
    if (intent !== before.intent) this.#showIntent();
    if (intent === 'idle' || intent === 'ended') this.#mark?.clear();
    else if (index !== before.index || intent !== before.intent) this.#showSentence();
    if (rate !== before.rate || before === START) this.#showRate();
    if (notice !== before.notice) this.#put('status', notice && this.#say(notice));
    this.#showTime();
  }

  #showIntent() {
    const name = this.#state.intent === 'playing' ? 'pause' : 'play';
    const button = this.#part('play');
    button?.querySelector('path')?.setAttribute('d', ICONS[name]);
    const label = button?.querySelector('span');
    if (label) label.textContent = this.#say(name);
  }

  #showSentence() {
    const entry = this.#track?.entries[this.#state.index];
    if (!entry) return;
    this.#mark?.show(entry.textref);
    this.#put('sentence', entry.text);
    this.#part('sentence')?.setAttribute('lang', entry.language);
  }

  #showRate() {
    const { rate } = this.#state;
    const shown = this.#say('rateValue', { rate: rate.toFixed(1) });
    const range = /** @type {HTMLInputElement | null} */ (this.#part('rate'));
    this.#track?.pace(rate);
    this.#put('rate-value', shown);
    if (!range) return;
    range.value = String(rate);
    range.setAttribute('aria-valuetext', shown);
  }

  #showTime() {
    const track = this.#track;
    const allMs = track?.manifest.durationMs ?? null;
    if (!track || allMs === null) return;
    const { index, offsetMs } = track.place;
    const atMs = (track.entries[index]?.startMs ?? 0) + offsetMs;
    this.#put('time', this.#say('time', { at: clock(Math.min(atMs, allMs)), all: clock(allMs) }));
  }

  /** While the document is being made, look at the manifest now and then. */
  #lookLater() {
    clearTimeout(this.#look);
    if (this.#track?.manifest.status === 'complete') return;
    this.#look = setTimeout(() => this.#lookNow(), lookAgainAfter(this.#unchanged));
  }

  async #lookNow() {
    try {
      const manifest = await this.#source?.look();
      this.#unchanged = manifest ? 0 : this.#unchanged + 1;
      if (manifest && this.#track) this.#track.manifest = manifest;
      this.#showTime();
    } catch {
      this.#unchanged += 1; // The sentences themselves tell when the connection is lost.
    }
    if (this.isConnected && this.#state.intent === 'playing') this.#lookLater();
  }

  /** @param {Manifest} manifest */
  #introduce(manifest) {
    const session = navigator.mediaSession;
    if (!session) return;
    session.metadata = new MediaMetadata({ title: manifest.title });
    session.setActionHandler('play', () => this.#track?.play());
    session.setActionHandler('pause', () => this.#track?.pause());
    session.setActionHandler('previoustrack', () => this.#track?.step(-1));
    session.setActionHandler('nexttrack', () => this.#track?.step(1));
  }

  /**
   * @param {string} name
   * @returns {HTMLElement | null}
   */
  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #put(name, text) {
    const element = this.#part(name);
    if (element && element.textContent !== text) element.textContent = text;
  }
}

/**
 * @param {string} tag
 * @param {Readonly<Record<string, string | number>>} attributes
 * @param {...(Node | string)} children
 */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * @param {string} name
 * @param {string} [tag]
 * @param {Readonly<Record<string, string>>} [attributes]
 */
function part(name, tag = 'span', attributes = {}) {
  return make(tag, { ...attributes, 'data-part': name, class: `listen-player__${name}` });
}

/** @param {string} outline */
function icon(outline) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'path'));
  svg.firstElementChild?.setAttribute('d', outline);
  return svg;
}

/**
 * When focus has left an element: controls are not taken from under somebody's hands.
 * @param {HTMLElement} element
 * @returns {Promise<unknown>}
 */
function left(element) {
  return new Promise((resolve) => element.addEventListener('blur', resolve, { once: true }));
}

customElements.define('listen-player', ListenPlayer);
