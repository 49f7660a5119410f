import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pace, reduce, START } from '../../service/web/static/listen-player/store.mjs';

const after = (...events) => events.reduce(reduce, START);

test('states are frozen', () => {
  assert.ok(Object.isFrozen(START));
  assert.ok(Object.isFrozen(after({ type: 'played' })));
});

test('an event that changes nothing gives back the same state', () => {
  const state = after({ type: 'played' });
  assert.equal(reduce(state, { type: 'played' }), state);
});

test('pausing before playing changes nothing', () => {
  assert.equal(after({ type: 'paused' }), START);
});

test('playing takes back what the status line said', () => {
  const state = after({ type: 'noticed', notice: 'offline' }, { type: 'played' });
  assert.deepEqual([state.intent, state.notice], ['playing', '']);
});

test('stopping goes back to the first sentence', () => {
  const state = after(
    { type: 'counted', count: 9 },
    { type: 'played' },
    { type: 'reached', index: 4 },
    { type: 'stopped' },
  );
  assert.deepEqual([state.intent, state.index], ['idle', 0]);
});

test('the end is said', () => {
  assert.equal(after({ type: 'played' }, { type: 'ended' }).notice, 'ended');
});

test('a sentence beyond the last is the last', () => {
  const counted = { type: 'counted', count: 3 };
  assert.equal(after(counted, { type: 'reached', index: 7 }).index, 2);
  assert.equal(after(counted, { type: 'reached', index: -1 }).index, 0);
});

for (const [asked, given] of [
  [1.04, 1], [1.05, 1.1], [0.1, 0.5], [9, 4], [3.9, 3.9], [NaN, 1],
]) {
  test(`asked for speed ${asked} it is ${given}`, () => assert.equal(pace(asked), given));
}

test('ten steps of a tenth are exactly one', () => {
  let rate = 1;
  for (let step = 0; step < 10; step += 1) rate = pace(rate + 0.1);
  assert.equal(rate, 2);
});
