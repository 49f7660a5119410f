/**
 * One <audio> element that plays a reading order: sentence by sentence while the document is
 * still being made, and as one file from the first sentence border after it is complete.
 */

import { areTimed, moved, placeAt, silenceAfter, startsOf } from './cues.mjs';
import { following, stepped } from './reading-order.mjs';
import { ask, askAgain, linkOf, prefetch } from './requests.mjs';
import { MENTION_AFTER_MS } from './vocabulary.mjs';

/** @import { Manifest, Notice, Unit } from './vocabulary.mjs' */
/** @import { Place } from './cues.mjs' */
/** @import { Event as Told } from './store.mjs' */

/** Sound of so much listening is fetched ahead, however many sentences that takes. */
const AHEAD_MS = 20_000;
const LOOK_FOR_NETWORK_MS = 3000;

/** An element that complains and plays on has moved by then. */
const COMPLAINT_MS = 200;
const MOST_DELAY_MS = 200;

export class Track {
  /** @type {readonly number[]} What is heard, in order; indexes of entries. */
  #order = [];
  /** Whether to pause after each sentence. */
  rests = false;
  #isWanted;
  #isJoined;
  #index = 0;
  /** The last sentence wanted, -1: all. */
  #last = -1;
  /** @type {Place | null} Where to go on when playing is wanted; null: where the element stands. */
  #pending;
  /** Counts starts, so that an answer to an earlier one is recognised. */
  #turn = 0;
  #repaired = -1;
  #gap = 0;
  #border = 0;
  /** When the sentence is over by the clock of its sound; the browser tells its end later. */
  #overMs = Infinity;
  /** When the browser said that it plays, 0 when that was looked at. */
  #saidMs = 0;
  /** From what the browser says to what is heard; grows slowly, so that one stall is no rule. */
  #lagMs = 20;
  #patience = 0;
  /** @type {Set<string>} */
  #fetched = new Set();
  #ahead = new AbortController();
  #isFetching = false;

  /**
   * @param {HTMLAudioElement} audio may be playing already, under its own controls
   * @param {Manifest} manifest
   * @param {(event: Told) => void} tell
   */
  constructor(audio, manifest, tell) {
    this.audio = audio;
    this.tell = tell;
    this.manifest = manifest;
    this.starts = startsOf(manifest.readingOrder);
    this.#isWanted = !audio.paused;
    this.#isJoined = this.#isWanted || audio.currentTime > 0;
    this.#pending = this.#isJoined ? null : { index: 0, offsetMs: 0 };
    this.#listen();
  }

  /** @param {Manifest} manifest the same document, further made */
  renew(manifest) {
    this.manifest = manifest;
    this.starts = startsOf(this.entries);
  }

  /** @param {Manifest} manifest the same sentences in other voices, from the present one on */
  change(manifest) {
    const { index } = this.place;
    this.renew(manifest);
    this.#go({ index, offsetMs: 0 });
  }

  get entries() {
    return this.manifest.readingOrder;
  }

  /** The last time; only an estimate while sentences are missing. */
  get allMs() {
    return this.starts[this.entries.length];
  }

  /** Where listening stands. */
  get place() {
    if (this.#pending) return this.#pending;
    const timeMs = this.audio.currentTime * 1000;
    if (this.#isJoined) return placeAt(this.entries, this.starts, timeMs);
    return { index: this.#index, offsetMs: timeMs };
  }

  get timeMs() {
    const { index, offsetMs } = this.place;
    return Math.min(this.allMs, this.starts[index] + offsetMs);
  }

  /** Whether the whole document can be played as one file, with every time known. */
  get #canJoin() {
    return this.manifest.status === 'complete' && areTimed(this.entries);
  }

  /** @param {readonly number[]} order */
  set order(order) {
    this.#order = order;
    const { index } = this.place;
    // What stands at a sentence that is no longer heard goes on behind it.
    if (!this.#isWanted && !order.includes(index)) this.#go({ index: this.#next(index), offsetMs: 0 });
  }

  play() {
    this.#isWanted = true;
    this.tell({ type: 'played' });
    if (this.place.offsetMs === Infinity) this.#pending = this.#beginning;
    if (!this.#isJoined && this.#canJoin) this.#pending = this.place;
    if (this.#pending || this.audio.error) {
      this.#start(this.place);
      return;
    }
    this.#reach(this.place.index);
    this.#run();
  }

  pause() {
    this.#isWanted = false;
    this.#still();
    this.audio.pause();
    this.tell({ type: 'paused' });
  }

  stop() {
    this.pause();
    this.#pending = this.#beginning;
    this.#last = -1;
    this.tell({ type: 'stopped', index: this.#pending.index });
  }

  /**
   * Listen from a sentence on, to another one or to the end.
   * @param {number} index
   * @param {number} [last]
   */
  listen(index, last = -1) {
    this.#last = last;
    this.#pending = { index, offsetMs: 0 };
    this.play();
  }

  /**
   * @param {Unit} unit
   * @param {number} by
   */
  step(unit, by) {
    const index = stepped(this.entries, this.#order, this.place.index, unit, by);
    if (index >= 0) this.#go({ index, offsetMs: 0 });
  }

  /** @param {number} byMs */
  shift(byMs) {
    this.#go(moved(this.entries, this.starts, this.place, byMs));
  }

  /** @param {number} timeMs */
  seek(timeMs) {
    this.#go(placeAt(this.entries, this.starts, timeMs));
  }

  /** @param {number} rate */
  pace(rate) {
    this.audio.defaultPlaybackRate = this.audio.playbackRate = rate;
    this.#follow();
  }

  /**
   * Stand at a place, without playing if nothing plays.
   * @param {Place} place
   */
  #go(place) {
    this.#last = -1;
    if (place.index < 0) return;
    if (this.#isWanted) {
      this.#ahead.abort();
      this.#start(place);
      return;
    }
    this.#pending = place;
    this.tell({ type: 'reached', index: place.index });
  }

  get #beginning() {
    return { index: this.#order[0] ?? 0, offsetMs: 0 };
  }

  /** @param {number} index */
  #next(index) {
    return following(this.entries, this.#order, index);
  }

  /**
   * @param {Place} place
   * @param {number} [silence] what passes before sound is heard; loading takes place meanwhile
   */
  #start(place, silence = 0) {
    this.#still();
    this.#turn += 1;
    this.#overMs = Infinity;
    this.#pending = null;
    this.#index = place.index;
    this.#isJoined = this.#canJoin;
    const base = this.#isJoined ? this.starts[place.index] : 0;
    this.#load(this.#urlOf(place.index), (base + place.offsetMs) / 1000);
    const sound = () => {
      this.#reach(place.index);
      this.#run();
      this.#fetchAhead();
    };
    if (silence) this.#gap = setTimeout(sound, silence);
    else sound();
  }

  /**
   * @param {string} url
   * @param {number} seconds
   */
  #load(url, seconds) {
    const address = new URL(url, document.baseURI).href;
    this.audio.preload = this.#isJoined ? 'metadata' : 'auto';
    if (this.audio.src !== address || this.audio.error || this.audio.ended) this.audio.src = address;
    if (seconds || this.audio.currentTime) this.audio.currentTime = seconds;
  }

  /** @param {number} index */
  #urlOf(index) {
    return this.#isJoined ? linkOf(this.manifest, 'audio') : this.entries[index].url;
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

  /** One after the other, so that a sentence that is wanted at once finds the line free. */
  async #fetchAhead() {
    if (this.#isFetching) return;
    this.#isFetching = true;
    for (let url = this.#missing(); url; url = this.#missing()) {
      if (this.#ahead.signal.aborted) this.#ahead = new AbortController();
      const { signal } = this.#ahead;
      await prefetch(url, ask, signal);
      if (!signal.aborted) this.#fetched.add(url);
    }
    this.#isFetching = false;
  }

  /** The first sentence that will be wanted soon and was not fetched. */
  #missing() {
    let leftMs = this.#isWanted && !this.#isJoined ? AHEAD_MS * this.audio.playbackRate : 0;
    for (let at = this.#next(this.#index); at >= 0 && leftMs > 0; at = this.#next(at)) {
      const { url } = this.entries[at];
      if (!this.#fetched.has(url)) return url;
      leftMs -= this.starts[at + 1] - this.starts[at];
    }
    return '';
  }

  #listen() {
    const on = this.audio.addEventListener.bind(this.audio);
    on('playing', () => this.#sounds());
    on('timeupdate', () => {
      this.#measure();
      this.#follow();
    });
    on('waiting', () => this.#expectSound());
    on('ended', () => this.#passOn(-1));
    on('error', () => this.#repair());
    on('play', () => {
      if (!this.#isWanted) this.play();
    });
    on('pause', () => {
      // An end or an error pauses too; both have their own way on.
      if (this.#isWanted && !this.audio.ended && !this.audio.error) this.pause();
    });
  }

  /** When the sound would have begun at its present place and speed. */
  get #zeroMs() {
    return performance.now() - (this.audio.currentTime * 1000) / this.audio.playbackRate;
  }

  #measure() {
    const { currentTime, duration, ended, playbackRate } = this.audio;
    if (!currentTime || ended) return;
    if (this.#saidMs) this.#lagMs = Math.min(this.#lagMs + 20, clamped(this.#zeroMs - this.#saidMs));
    this.#saidMs = 0;
    this.#overMs = this.#zeroMs + (duration * 1000) / playbackRate;
  }

  #sounds() {
    clearTimeout(this.#patience);
    this.#saidMs = this.#zeroMs;
    this.tell({ type: 'noticed', notice: '' });
    this.#follow();
  }

  /** Say which sentence is heard, and look again when the next one begins. */
  #follow() {
    if (!this.#isJoined || this.#pending || this.audio.seeking || this.audio.ended) return;
    clearTimeout(this.#border);
    const { index } = this.place;
    if (index > this.#index && this.#isWanted) this.#passOn(index);
    else this.#reach(index);
    const nextMs = this.starts[index + 1];
    if (this.audio.paused || this.#pending || index + 1 >= this.entries.length) return;
    const leftMs = (nextMs - this.audio.currentTime * 1000) / this.audio.playbackRate;
    this.#border = setTimeout(() => this.#follow(), Math.max(10, leftMs));
  }

  /** @param {number} index */
  #reach(index) {
    this.#index = index;
    this.tell({ type: 'reached', index });
  }

  /**
   * A sentence is over.
   * @param {number} heard the one that the joined file goes on with by itself, -1: none
   */
  #passOn(heard) {
    clearTimeout(this.#patience);
    this.#repaired = -1; // What breaks later is another trouble.
    const index = this.#next(this.#index);
    const isLast = this.#index === this.#last;
    if (index < 0) this.#end();
    else if (this.rests || isLast) this.#rest(index);
    else if (index === heard) this.#reach(index);
    else if (heard >= 0) this.#start({ index, offsetMs: 0 });
    else this.#start({ index, offsetMs: 0 }, this.#silence);
  }

  /** What is left of the pause, as sound ends before the browser says so and begins after. */
  get #silence() {
    const pause = silenceAfter(this.entries[this.#index], this.audio.playbackRate);
    return Math.max(0, pause - clamped(performance.now() - this.#overMs) - this.#lagMs);
  }

  #end() {
    this.#isWanted = false;
    this.#still();
    this.audio.pause();
    this.#pending = { index: this.#index, offsetMs: Infinity };
    this.tell({ type: 'ended' });
  }

  /** @param {number} index where to go on */
  #rest(index) {
    this.#pending = { index, offsetMs: 0 };
    this.#last = -1;
    this.pause();
  }

  async #repair() {
    const turn = this.#turn;
    const isOurs = () => turn === this.#turn && this.#isWanted;
    const at = this.audio.currentTime;
    const { place } = this;
    await sleep(COMPLAINT_MS);
    if (!isOurs() || this.audio.currentTime > at) return;
    this.#expectSound();
    const url = this.#urlOf(place.index);
    let found = await askAgain(url, ask, sleep);
    while (found === 'offline' && isOurs()) {
      clearTimeout(this.#patience);
      this.tell({ type: 'noticed', notice: 'offline' });
      await Promise.race([sleep(LOOK_FOR_NETWORK_MS), online()]);
      if (isOurs()) found = await askAgain(url, ask, sleep);
    }
    if (!isOurs()) return;
    if (found === 'ready' && this.#repaired !== turn) this.#reload(place);
    else if (this.#isJoined) this.#giveUp('failed', place);
    else this.#skip(place.index);
  }

  /** @param {Place} place */
  #reload(place) {
    this.#repaired = this.#turn + 1;
    this.#start(place);
  }

  /** @param {number} failed */
  #skip(failed) {
    const index = this.#next(failed);
    if (index < 0) {
      this.#giveUp('failed', this.#beginning);
      return;
    }
    this.#start({ index, offsetMs: 0 });
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

/**
 * A delay of the browser's own, and nothing that it waited for.
 * @param {number} ms
 */
function clamped(ms) {
  return Math.min(MOST_DELAY_MS, Math.max(0, ms));
}

/** @param {number} ms */
function sleep(ms) {
  return /** @type {Promise<void>} */ (new Promise((resolve) => setTimeout(resolve, ms)));
}

function online() {
  return new Promise((resolve) => addEventListener('online', resolve, { once: true }));
}
