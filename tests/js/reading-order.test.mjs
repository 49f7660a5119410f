import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  following,
  orderOf,
  stepped,
} from '../../service/web/static/listen-player/reading-order.mjs';

const said = (role, block, page = 1, failed = false) => ({ role, block, page, failed });

/** Agency and title, two paragraphs, a note, a table on page 2, a heading with its text. */
const ENTRIES = [
  said('announcement', -1, 0),
  said('title', 0),
  said('text', 1),
  said('text', 1),
  said('note', 2),
  said('caption', 3, 2),
  said('row', 3, 2),
  said('row', 3, 2),
  said('heading', 4, 2),
  said('text', 5, 3),
];
const ALL = { notes: 'place', tables: true, structure: true };
const ORDER = orderOf(ENTRIES, ALL);

for (const [name, choices, order] of [
  ['everything as it stands', {}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['notes left out', { notes: 'skip' }, [0, 1, 2, 3, 5, 6, 7, 8, 9]],
  ['notes at the end', { notes: 'end' }, [0, 1, 2, 3, 5, 6, 7, 8, 9, 4]],
  ['tables named and not read', { tables: false }, [0, 1, 2, 3, 4, 5, 8, 9]],
  ['nothing announced', { structure: false }, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
]) {
  test(`the order with ${name}`, () => {
    assert.deepEqual(orderOf(ENTRIES, { ...ALL, ...choices }), order);
  });
}

test('after the last sentence nothing follows', () => {
  assert.equal(following(ENTRIES, ORDER, 9), -1);
});

test('a sentence that failed is passed over in both directions', () => {
  const entries = ENTRIES.with(3, said('text', 1, 1, true));
  assert.equal(following(entries, ORDER, 2), 4);
  assert.equal(stepped(entries, ORDER, 4, 'sentence', -1), 2);
});

test('notes at the end are heard after everything else', () => {
  const order = orderOf(ENTRIES, { ...ALL, notes: 'end' });
  assert.deepEqual([3, 9, 4].map((at) => following(ENTRIES, order, at)), [5, 4, -1]);
});

test('what is no longer in the order goes on behind it', () => {
  const order = orderOf(ENTRIES, { ...ALL, tables: false });
  assert.equal(following(ENTRIES, order, 6), 8);
  assert.equal(stepped(ENTRIES, order, 6, 'sentence', -1), 5);
});

for (const [unit, from, on, back] of [
  ['sentence', 3, 4, 2],
  ['paragraph', 3, 4, 2],
  ['paragraph', 2, 4, 1],
  ['paragraph', 6, 8, 5],
  ['heading', 3, 8, 1],
  ['heading', 8, -1, 1],
  ['page', 3, 5, 1],
  ['page', 7, 9, 5],
  ['page', 1, 5, -1],
  ['sentence', 0, 1, -1],
]) {
  test(`from sentence ${from} the next ${unit} begins at ${on}, the last one at ${back}`, () => {
    assert.equal(stepped(ENTRIES, ORDER, from, unit, 1), on);
    assert.equal(stepped(ENTRIES, ORDER, from, unit, -1), back);
  });
}
