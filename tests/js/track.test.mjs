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
