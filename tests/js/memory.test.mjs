import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { forget, recall, remember } from '../../service/web/static/listen-player/memory.mjs';

const keep = (storage) => Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });

function holding() {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
}

const refusing = new Proxy({}, { get: () => () => { throw new Error('third-party storage'); } });

afterEach(() => keep(undefined));

test('nothing is known before somebody asked to remember', () => {
  keep(holding());
  assert.equal(recall(), null);
});

test('places of several documents are kept, the choices once', () => {
  keep(holding());
  remember('a', 3, { rate: 1.5 });
  remember('b', 7, { rate: 2 });
  assert.deepEqual(recall(), { choices: { rate: 2 }, places: { a: 3, b: 7 } });
});

test('a choice stays that a document has no control for', () => {
  keep(holding());
  remember('a', 3, { tables: false, rate: 1 });
  remember('b', 7, { rate: 2 });
  assert.deepEqual(recall().choices, { tables: false, rate: 2 });
});

test('the places of the documents heard last are kept, fifty of them', () => {
  keep(holding());
  for (let index = 0; index < 60; index += 1) remember(`d${index}`, index, {});
  remember('d10', 1, {});
  const places = Object.keys(recall().places);
  assert.deepEqual([places.length, places[0], places.at(-1)], [50, 'd11', 'd10']);
});

test('forgetting leaves nothing', () => {
  keep(holding());
  remember('a', 3, {});
  forget();
  assert.equal(recall(), null);
});

test('where nothing may be kept nothing breaks', () => {
  keep(refusing);
  remember('a', 3, {});
  forget();
  assert.equal(recall(), null);
});
