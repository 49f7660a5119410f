import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  areTimed,
  indexAt,
  moved,
  placeAt,
  silenceAfter,
  startsOf,
} from '../../service/web/static/listen-player/cues.mjs';

const made = (startMs, durationMs = 2000, pauseMs = 500) => ({ text: 'ten signs.', startMs, durationMs, pauseMs });
const unmade = (text = 'ten signs.') => ({ text, startMs: null, durationMs: null, pauseMs: 500 });
const failed = (startMs) => ({ text: 'x', startMs, durationMs: null, pauseMs: 500, failed: true });

const ALL_MADE = [made(0), made(2500), made(5000)];
const STARTS = startsOf(ALL_MADE);

test('what is made begins exactly where the joined audio has it', () => {
  const entries = [made(0), failed(2500), made(3000, 1200, 240)];
  assert.deepEqual(startsOf(entries), [0, 2500, 3000, 4440]);
});

test('what is not made is taken to last as long as its letters do elsewhere', () => {
  assert.deepEqual(startsOf([made(0), unmade('five.')]), [0, 2500, 4000]);
  assert.deepEqual(startsOf([unmade()]), [0, 2000]);
});

test('a sentence is heard from its start to the start of the next', () => {
  const heard = [0, 2499, 2500, 4999, 5000, 99_000].map((ms) => indexAt(STARTS, ms));
  assert.deepEqual(heard, [0, 0, 1, 1, 2, 2]);
});

test('marks stay exact over an hour and more', () => {
  const hours = Array.from({ length: 4000 }, (_, index) => made(index * 2496, 2016, 480));
  const starts = startsOf(hours);
  assert.ok(hours.every(({ startMs }, index) => starts[index] === startMs));
  assert.equal(indexAt(starts, 3999 * 2496 - 1), 3998);
});

test('a sentence that is not made is entered at its beginning', () => {
  const entries = [made(0), unmade()];
  assert.deepEqual(placeAt(entries, startsOf(entries), 3000), { index: 1, offsetMs: 0 });
});

for (const [name, from, by, to] of [
  ['within a sentence', [0, 100], 900, [0, 1000]],
  ['over a border with its pause', [0, 1000], 2000, [1, 500]],
  ['back over a border', [1, 500], -2000, [0, 1000]],
  ['back past the beginning', [1, 0], -99_000, [0, 0]],
  ['on past two borders', [0, 0], 5200, [2, 200]],
]) {
  test(`moving ${name} lands where the joined audio would`, () => {
    const place = moved(ALL_MADE, STARTS, { index: from[0], offsetMs: from[1] }, by);
    assert.deepEqual(place, { index: to[0], offsetMs: to[1] });
  });
}

test('moving within a sentence that was not made yesterday trusts the sound', () => {
  const entries = [unmade('a sentence of many letters'), unmade()];
  const place = moved(entries, startsOf(entries), { index: 0, offsetMs: 1000 }, 700);
  assert.deepEqual(place, { index: 0, offsetMs: 1700 });
});

test('pauses shrink as speed grows, and a segment brings some of its own silence', () => {
  assert.equal(silenceAfter(made(0, 2000, 458), 1), 400);
  assert.equal(silenceAfter(made(0, 2000, 458), 2), 200);
  assert.equal(silenceAfter(made(0, 2000, 24), 1), 0);
});

test('times are known only when every sentence has one', () => {
  assert.equal(areTimed(ALL_MADE), true);
  assert.equal(areTimed([made(0), unmade()]), false);
});
