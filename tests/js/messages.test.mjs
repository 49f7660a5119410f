import assert from 'node:assert/strict';
import { test } from 'node:test';

import { clock, say, spokenTime } from '../../service/web/static/listen-player/messages.mjs';

const TEXTS = { position: '문장 {index}/{count}', hours: '{n}시간', minutes: '{n}분', seconds: '{n}초' };

test('values are filled in', () => {
  assert.equal(say(TEXTS, 'position', { index: 3, count: 45 }), '문장 3/45');
});

test('a text that was never written is an error', () => {
  assert.throws(() => say(TEXTS, 'nonsense'));
});

test('times are written as people write them', () => {
  assert.deepEqual([0, 5999, 185_000, 3_723_000].map(clock), ['0:00', '0:05', '3:05', '1:02:03']);
});

for (const [ms, said] of [
  [0, '0초'],
  [-5, '0초'],
  [12_900, '12초'],
  [192_000, '3분 12초'],
  [180_000, '3분'],
  [3_600_000, '1시간'],
  [3_723_000, '1시간 2분 3초'],
]) {
  test(`${ms} ms are said as ${said}`, () => assert.equal(spokenTime(TEXTS, ms), said));
}
