import assert from 'node:assert/strict';
import { test } from 'node:test';

import { reduce, START } from '../../service/web/static/listen-player/store.mjs';

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

test('stopping goes back to where listening begins', () => {
  const state = after({ type: 'played' }, { type: 'reached', index: 4 }, { type: 'stopped', index: 1 });
  assert.deepEqual([state.intent, state.index], ['idle', 1]);
});

test('the end is said', () => {
  assert.equal(after({ type: 'played' }, { type: 'ended' }).notice, 'ended');
});
