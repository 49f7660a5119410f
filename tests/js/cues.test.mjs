import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  areTimed,
  indexAt,
  moved,
  neighbour,
  silenceAfter,
} from '../../service/web/static/listen-player/cues.mjs';

const made = (startMs, durationMs = 2000, pauseMs = 500) => ({ startMs, durationMs, pauseMs });
const unmade = (startMs = null) => ({ startMs, durationMs: null, pauseMs: 500 });
const failed = (startMs) => ({ startMs, durationMs: null, pauseMs: 500, failed: true });

const ALL_MADE = [made(0), made(2500), made(5000)];

test('a sentence is heard from its start to the start of the next', () => {
  const heard = [0, 2499, 2500, 4999, 5000, 99_000].map((ms) => indexAt(ALL_MADE, ms));
  assert.deepEqual(heard, [0, 0, 1, 1, 2, 2]);
});

test('a sentence without a time is never the one that is heard', () => {
  assert.equal(indexAt([made(0), unmade(2500), unmade(), unmade()], 99_000), 1);
});

test('the neighbour is the next sentence that can be heard', () => {
  const entries = [made(0), failed(2500), made(3000)];
  assert.equal(neighbour(entries, 0, 1), 2);
  assert.equal(neighbour(entries, 2, -1), 0);
});

test('there is no neighbour beyond either end', () => {
  assert.equal(neighbour(ALL_MADE, 2, 1), 2);
  assert.equal(neighbour(ALL_MADE, 0, -1), 0);
});

for (const [name, from, by, to] of [
  ['within a sentence', [0, 100], 900, [0, 1000]],
  ['over a border with its pause', [0, 1000], 2000, [1, 500]],
  ['back over a border', [1, 500], -2000, [0, 1000]],
  ['back past the beginning', [1, 0], -99_000, [0, 0]],
  ['on past two borders', [0, 0], 5200, [2, 200]],
]) {
  test(`moving ${name} lands where the joined audio would`, () => {
    const place = moved(ALL_MADE, { index: from[0], offsetMs: from[1] }, by);
    assert.deepEqual(place, { index: to[0], offsetMs: to[1] });
  });
}

test('moving on ends at the beginning of the first sentence that is not made', () => {
  const entries = [made(0), unmade(2500), unmade()];
  assert.deepEqual(moved(entries, { index: 0, offsetMs: 0 }, 10_000), { index: 1, offsetMs: 0 });
});

test('moving on within a sentence of unknown length stays where it is', () => {
  assert.deepEqual(moved([unmade(0)], { index: 0, offsetMs: 700 }, 10_000), {
    index: 0,
    offsetMs: 700,
  });
});

test('a failed sentence counts as its pause alone', () => {
  const entries = [made(0), failed(2500), made(3000)];
  assert.deepEqual(moved(entries, { index: 0, offsetMs: 2400 }, 700), { index: 2, offsetMs: 100 });
});

test('pauses shrink as speed grows, and a segment brings some of its own silence', () => {
  assert.equal(silenceAfter(made(0, 2000, 458), 1), 400);
  assert.equal(silenceAfter(made(0, 2000, 458), 2), 200);
  assert.equal(silenceAfter(made(0, 2000, 24), 1), 0);
});

test('times are known only when every sentence has one', () => {
  assert.equal(areTimed(ALL_MADE), true);
  assert.equal(areTimed([made(0), unmade()]), false);
  assert.equal(areTimed([]), false);
});
