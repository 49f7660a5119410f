import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { Track } from '../../service/web/static/listen-player/track.mjs';

const SPOKEN_MS = 3000;
const PAUSE_MS = 358; // 300 behind the 58 that a segment brings
const LATE_MS = 120;
const LAG_MS = 40;

let now = 0;

globalThis.document = { baseURI: 'https://listen.example/' };
globalThis.fetch = () => new Promise(() => {}); // nothing is fetched ahead here

/** An <audio> that plays at once and whose clock is `now`. */
class Audio extends EventTarget {
  src = '';
  paused = true;
  ended = false;
  seeking = false;
  error = null;
  currentTime = 0;
  playbackRate = 1;
  duration = SPOKEN_MS / 1000;
  played = [];

  async play() {
    this.paused = false;
    this.ended = false;
    this.played.push([now, this.src]);
    this.tell('playing');
  }

  pause() {
    this.paused = true;
  }

  tell(name) {
    this.dispatchEvent(new Event(name));
  }
}

const entry = (index) => ({
  url: `/segments/${index}.mp3`,
  role: '',
  text: 'a sentence',
  pauseMs: PAUSE_MS,
  durationMs: SPOKEN_MS,
  startMs: null,
  failed: false,
});

function playing(rate = 1) {
  const audio = new Audio();
  const readingOrder = [0, 1, 2, 3].map(entry);
  const track = new Track(audio, { status: 'making', links: [], readingOrder }, () => {});
  track.order = [0, 1, 2, 3];
  track.pace(rate);
  track.play();
  return { audio, track };
}

/** Let one sentence be heard; its sound begins late, and its end is told late. */
function hear(audio) {
  const { playbackRate } = audio;
  const begun = now + LAG_MS;
  for (const share of [0.1, 0.5, 0.9]) {
    audio.currentTime = share * audio.duration;
    now = begun + (share * SPOKEN_MS) / playbackRate;
    audio.tell('timeupdate');
  }
  const over = begun + SPOKEN_MS / playbackRate;
  now = over + LATE_MS;
  audio.ended = true;
  audio.currentTime = audio.duration;
  audio.tell('timeupdate');
  audio.tell('ended');
  return over;
}

/** Let time pass until the next sentence is played; gives when. */
function waited(t, audio) {
  const count = audio.played.length;
  audio.currentTime = 0;
  for (let ms = 0; ms < 1000 && audio.played.length === count; ms += 1) {
    now += 1;
    t.mock.timers.tick(1);
  }
  return now;
}

beforeEach((t) => {
  now = 0;
  t.mock.timers.enable({ apis: ['setTimeout'] });
  t.mock.method(performance, 'now', () => now);
});

for (const rate of [1, 1.5]) {
  test(`a pause is heard as long as the manifest says, however late the browser is, at ${rate}`, (t) => {
    const { audio } = playing(rate);
    for (let turn = 0; turn < 3; turn += 1) {
      const over = hear(audio);
      const heard = waited(t, audio) + LAG_MS;
      if (turn) assert.ok(Math.abs(heard - over - (PAUSE_MS - 58) / rate) <= 1, `${heard - over}`);
    }
  });
}

test('where the pause is shorter than what the browser needs, the next sentence comes at once', (t) => {
  const { audio } = playing(4);
  hear(audio);
  assert.deepEqual(audio.played.at(-1), [now, 'https://listen.example/segments/1.mp3']);
});

test('a stall is not taken for the way the browser always is', (t) => {
  const { audio } = playing();
  now += 900; // the first sentence came late, and its first times tell nothing about the next
  const over = hear(audio);
  const added = waited(t, audio) + LAG_MS - over - 300;
  assert.ok(Math.abs(added) <= LAG_MS, `${added}`);
});

/** Let sound break off while the line is back by the time that it is asked for again. */
async function breakOff(t, audio) {
  audio.error = { message: 'broken' };
  audio.tell('error');
  t.mock.timers.tick(200); // what the browser may complain of and play on
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

/** A document that is one file; the browser never says that it plays. */
function joined(t) {
  t.mock.method(globalThis, 'fetch', async () => new Response('sound'));
  const audio = new Audio();
  const length = SPOKEN_MS + PAUSE_MS;
  const readingOrder = [0, 1, 2, 3].map((at) => ({ ...entry(at), startMs: at * length }));
  const links = [{ rel: 'audio', href: '/audio/1.mp3' }];
  const told = [];
  const track = new Track(audio, { status: 'complete', links, readingOrder }, (event) => told.push(event));
  track.order = [0, 1, 2, 3];
  track.play();
  return { audio, told, to: (seconds) => ((audio.currentTime = seconds), audio.tell('timeupdate')) };
}

const isGivenUp = ({ notice }) => notice === 'failed';

test('a file that breaks off again and again is played on, as long as it gets further', async (t) => {
  const { audio, told, to } = joined(t);
  for (const seconds of [1, 4, 8]) {
    to(seconds);
    const { length } = audio.played;
    await breakOff(t, audio);
    audio.error = null;
    assert.equal(audio.played.length, length + 1);
    assert.equal(audio.currentTime, seconds);
  }
  assert.ok(!told.some(isGivenUp));
});

test('a file that breaks off twice in the same sentence is given up', async (t) => {
  const { audio, told, to } = joined(t);
  to(1);
  await breakOff(t, audio);
  await breakOff(t, audio);
  assert.ok(told.some(isGivenUp));
  assert.ok(audio.paused);
});
