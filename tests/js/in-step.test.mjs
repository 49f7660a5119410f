import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bothWays } from '../../service/web/static/in-step.mjs';

test('each sentence knows its partners, whichever side it is on', () => {
  const all = bothWays({ 'ko-u1': ['en-u1', 'en-u2'], 'ko-u2': ['en-u2'] });
  assert.deepEqual([...(all.get('ko-u1') ?? [])], ['en-u1', 'en-u2']);
  assert.deepEqual([...(all.get('en-u2') ?? [])], ['ko-u1', 'ko-u2']);
  assert.deepEqual([...(all.get('en-u1') ?? [])], ['ko-u1']);
  assert.equal(all.get('ko-u3'), undefined);
});

test('documents that say nothing alike have no partners', () => {
  assert.equal(bothWays({}).size, 0);
});
