/**
 * One <audio> element that plays a reading order: sentence by sentence while the document is
 * still being made, and as one file from the first sentence border after it is complete.
 */

import { areTimed, indexAt, moved, neighbour, silenceAfter } from './cues.mjs';
import { askAgain, prefetch } from './requests.mjs';
import { MENTION_AFTER_MS } from './vocabulary.mjs';

/** @import { Manifest, Notice } from './vocabulary.mjs' */
/** @import { Place } from './cues.mjs' */
/** @import { Event as Told } from './store.mjs' */

const AHEAD = 2;

/** @type {Readonly<Place>} */
const BEGINNING = Object.freeze({ index: 0, offsetMs: 0 });

export class Track {
  #isWanted;
  #isJoined;
  #index = 0;
  /** @type {Place | null} Where to go on when playing is wanted; null: where the element stands. */
  #pending;
  /** Counts starts, so that an answer to an earlier one is recognised. */
  #turn = 0;
  #repaired = -1;
  #gap = 0;
  #border = 0;
  #patience = 0;
  /** @type {Set<string>} */
  #fetched = new Set();

  /**
   * @param {HTMLAudioElement} audio may be playing already, under its own controls
   * @param {Manifest} manifest
   * @param {(event: Told) => void} tell
   */
  constructor(audio, manifest, tell) {
    this.audio = audio;
    this.manifest = manifest;
    this.tell = tell;
    this.#isWanted = !audio.paused;
    this.#isJoined = this.#isWanted || audio.currentTime > 0;
    this.#pending = this.#isJoined ? null : BEGINNING;
    this.#listen();
  }

  get entries() {
    return this.manifest.readingOrder;
  }

  /** Where listening stands. */
  get place() {
    if (this.#pending) return this.#pending;
    const timeMs = this.audio.currentTime * 1000;
    if (!this.#isJoined) return { index: this.#index, offsetMs: timeMs };
    const index = indexAt(this.entries, timeMs);
    return { index, offsetMs: timeMs - (this.entries[index]?.startMs ?? 0) };
  }

  /** Whether the whole document can be played as one file, with every time known. */
  get #canJoin() {
    return this.manifest.status === 'complete' && areTimed(this.entries);
  }

  play() {
    this.#isWanted = true;
    this.tell({ type: 'played' });
    if (!this.#isJoined && this.#canJoin) this.#pending = this.place;
    if (this.#pending || this.audio.error) this.#start(this.place);
    else this.#run();
  }

  pause() {
    this.#isWanted = false;
    this.#still();
    this.audio.pause();
    this.tell({ type: 'paused' });
  }

  stop() {
    this.pause();
    this.#pending = BEGINNING;
    this.tell({ type: 'stopped' });
  }

  /** @param {1 | -1} step */
  step(step) {
    this.#go({ index: neighbour(this.entries, this.place.index, step), offsetMs: 0 });
  }

  /** @param {number} byMs */
  shift(byMs) {
    this.#go(moved(this.entries, this.place, byMs));
  }

  /** @param {number} rate */
  pace(rate) {
    this.audio.defaultPlaybackRate = rate;
    this.audio.playbackRate = rate;
    this.#follow();
  }

  /** @param {Place} place */
  #go(place) {
    if (this.#isWanted) {
      this.#start(place);
      return;
    }
    this.#pending = place;
    this.tell({ type: 'reached', index: place.index });
  }

  /** @param {Place} place */
  #start(place) {
    this.#still();
    this.#turn += 1;
    this.#pending = null;
    this.#index = place.index;
    this.#isJoined = this.#canJoin;
    const entry = this.entries[place.index];
    if (!entry) return;
    const base = this.#isJoined ? (entry.startMs ?? 0) : 0;
    this.#load(this.#isJoined ? this.#joinedUrl() : entry.url, (base + place.offsetMs) / 1000);
    this.tell({ type: 'reached', index: place.index });
    this.#run();
    if (!this.#isJoined) this.#fetchAhead();
  }

  /**
   * @param {string} url
   * @param {number} seconds
   */
  #load(url, seconds) {
    const address = new URL(url, document.baseURI).href;
    if (this.audio.src !== address || this.audio.error || this.audio.ended) this.audio.src = address;
    if (seconds || this.audio.currentTime) this.audio.currentTime = seconds;
  }

  #joinedUrl() {
    return this.manifest.links.find((link) => link.rel === 'audio')?.href ?? '';
  }

  async #run() {
    const turn = this.#turn;
    this.#expectSound();
    try {
      await this.audio.play();
    } catch (error) {
      const isBlocked = error instanceof DOMException && error.name === 'NotAllowedError';
      if (isBlocked && turn === this.#turn) this.#giveUp('blocked');
    }
  }

  #fetchAhead() {
    let at = this.#index;
    for (let ahead = 0; ahead < AHEAD; ahead += 1) {
      at = neighbour(this.entries, at, 1);
      const url = this.entries[at]?.url;
      if (!url || this.#fetched.has(url)) continue;
      this.#fetched.add(url);
      prefetch(url, (...request) => fetch(...request));
    }
  }

  #listen() {
    const on = this.audio.addEventListener.bind(this.audio);
    on('playing', () => this.#sounds());
    on('timeupdate', () => this.#follow());
    on('waiting', () => this.#expectSound());
    on('ended', () => this.#passOn());
    on('error', () => this.#repair());
    on('play', () => {
      if (!this.#isWanted) this.play();
    });
    on('pause', () => {
      // An end or an error pauses too; both have their own way on.
      if (this.#isWanted && !this.audio.ended && !this.audio.error) this.pause();
    });
  }

  #sounds() {
    clearTimeout(this.#patience);
    this.tell({ type: 'noticed', notice: '' });
    this.#follow();
  }

  /** Say which sentence is heard, and look again when the next one begins. */
  #follow() {
    if (!this.#isJoined || this.#pending || this.audio.seeking) return;
    clearTimeout(this.#border);
    const { index } = this.place;
    this.#index = index;
    this.tell({ type: 'reached', index });
    const nextMs = this.entries[index + 1]?.startMs ?? null;
    if (nextMs === null || this.audio.paused) return;
    const leftMs = (nextMs - this.audio.currentTime * 1000) / this.audio.playbackRate;
    this.#border = setTimeout(() => this.#follow(), Math.max(10, leftMs));
  }

  #passOn() {
    clearTimeout(this.#patience);
    const next = this.#isJoined ? this.#index : neighbour(this.entries, this.#index, 1);
    if (next === this.#index) {
      this.#isWanted = false;
      this.#pending = BEGINNING;
      this.tell({ type: 'ended' });
      return;
    }
    const silence = silenceAfter(this.entries[this.#index], this.audio.playbackRate);
    this.#pending = { index: next, offsetMs: 0 };
    this.#gap = setTimeout(() => this.#start({ index: next, offsetMs: 0 }), silence);
  }

  async #repair() {
    if (!this.#isWanted) return;
    const turn = this.#turn;
    const place = this.place;
    if (this.#isJoined) {
      this.#giveUp('failed', place);
      return;
    }
    this.#expectSound();
    const url = this.entries[place.index]?.url ?? '';
    const found = await askAgain(url, (...request) => fetch(...request), sleep);
    if (turn !== this.#turn || !this.#isWanted) return;
    if (found === 'offline') this.#giveUp('offline', place);
    else if (found === 'ready' && this.#repaired !== turn) this.#reload(place);
    else this.#skip(place.index);
  }

  /** @param {Place} place */
  #reload(place) {
    this.#repaired = this.#turn + 1;
    this.#start(place);
  }

  /** @param {number} index */
  #skip(index) {
    const next = neighbour(this.entries, index, 1);
    if (next === index) {
      this.#giveUp('failed', BEGINNING);
      return;
    }
    this.#start({ index: next, offsetMs: 0 });
    this.tell({ type: 'noticed', notice: 'skipped' });
  }

  /**
   * @param {Notice} notice
   * @param {Place} [place]
   */
  #giveUp(notice, place) {
    if (place) this.#pending = place;
    this.pause();
    this.tell({ type: 'noticed', notice });
  }

  #expectSound() {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => {
      if (this.#isWanted) this.tell({ type: 'noticed', notice: 'waiting' });
    }, MENTION_AFTER_MS);
  }

  #still() {
    for (const timer of [this.#gap, this.#border, this.#patience]) clearTimeout(timer);
  }
}

/** @param {number} ms */
function sleep(ms) {
  return /** @type {Promise<void>} */ (new Promise((resolve) => setTimeout(resolve, ms)));
}
