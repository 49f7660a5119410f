import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { clock, MESSAGES, say } from '../../service/web/static/listen-player/messages.mjs';

const PLAYER = new URL('../../service/web/static/listen-player/', import.meta.url);
const NOTICES = ['waiting', 'skipped', 'failed', 'offline', 'blocked', 'ended'];

const places = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

test('both languages have the same texts with the same values', () => {
  assert.deepEqual(Object.keys(MESSAGES.ko), Object.keys(MESSAGES.en));
  for (const key of Object.keys(MESSAGES.ko)) {
    assert.deepEqual(places(MESSAGES.ko[key]), places(MESSAGES.en[key]), key);
  }
});

test('names of controls differ from each other', () => {
  for (const texts of Object.values(MESSAGES)) {
    assert.equal(new Set(Object.values(texts)).size, Object.keys(texts).length);
  }
});

test('every text is used, and every notice has one', async () => {
  const source = await readFile(new URL('listen-player.mjs', PLAYER), 'utf8');
  for (const key of Object.keys(MESSAGES.ko)) {
    assert.ok(NOTICES.includes(key) || source.includes(`'${key}'`), key);
  }
  for (const notice of NOTICES) assert.ok(MESSAGES.ko[notice], notice);
});

test('values are filled in', () => {
  assert.equal(say('ko', 'position', { index: 3, count: 45 }), '문장 3/45');
  assert.equal(say('en-GB', 'position', { index: 3, count: 45 }), 'Sentence 3/45');
});

test('a text that was never written is an error', () => {
  assert.throws(() => say('ko', 'nonsense'));
});

test('times are written as people write them', () => {
  assert.deepEqual([0, 5999, 185_000, 3_723_000].map(clock), ['0:00', '0:05', '3:05', '1:02:03']);
});
