import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  askAgain,
  lookAgainAfter,
  ManifestSource,
  prefetch,
  WordSource,
} from '../../service/web/static/listen-player/requests.mjs';

/** A fetch that gives these answers one after the other and counts. */
function answering(...answers) {
  const fetch = async () => {
    const answer = answers[Math.min(fetch.asked, answers.length - 1)];
    fetch.asked += 1;
    if (answer instanceof Error) throw answer;
    return answer();
  };
  fetch.asked = 0;
  return fetch;
}

const json = (body, init) => () => new Response(JSON.stringify(body), init);
const manifest = (status, etag) => json({ status }, { headers: { ETag: etag } });
const problem = (retryable) => json({ retryable }, { status: 503 });
const sound = () => new Response('sound');
const lost = new TypeError('connection lost');
const atOnce = async () => {};

test('looks grow rarer while nothing changes, up to a limit', () => {
  assert.deepEqual([0, 1, 2, 20].map(lookAgainAfter), [2000, 3000, 4500, 15_000]);
});

test('a manifest with the same validator is nothing new', async () => {
  const source = new ManifestSource('/m', answering(manifest('planned', '"a"'), manifest('planned', '"a"'), manifest('complete', '"b"')));
  assert.deepEqual(await source.look(), { status: 'planned' });
  assert.equal(await source.look(), null);
  assert.deepEqual(await source.look(), { status: 'complete' });
});

test('a manifest that cannot be had is an error', async () => {
  await assert.rejects(new ManifestSource('/m', answering(problem(false))).look());
});

test('trouble while fetching ahead is kept for later', async () => {
  await prefetch('/s', answering(lost));
});

test('a sentence that was late is ready when it is asked for again', async () => {
  const fetch = answering(problem(true), sound);
  assert.equal(await askAgain('/s', fetch, atOnce), 'ready');
  assert.equal(fetch.asked, 2);
});

test('a sentence that cannot be made is not asked for again', async () => {
  const fetch = answering(problem(false));
  assert.equal(await askAgain('/s', fetch, atOnce), 'failed');
  assert.equal(fetch.asked, 1);
});

test('a server that keeps asking for patience is given up', async () => {
  const fetch = answering(problem(true));
  assert.equal(await askAgain('/s', fetch, atOnce), 'failed');
  assert.equal(fetch.asked, 4);
});

test('a lost connection is told from a failed sentence', async () => {
  assert.equal(await askAgain('/s', answering(lost), atOnce), 'offline');
});

test('the cause is asked for with a few bytes, and not of what the browser holds', async () => {
  const asked = [];
  await askAgain('/s', async (url, options) => (asked.push([options.headers.Range, options.cache]), sound()), atOnce);
  assert.deepEqual(asked, [['bytes=0-143', 'no-store']]);
});

test('words of a stretch are asked for once', async () => {
  const fetch = answering(json({ words: { 4: [[0, 2, 46, 300]], 5: [] } }));
  const words = new WordSource('/words/{first}.json', fetch);
  assert.deepEqual(await words.of(4), [[0, 2, 46, 300]]);
  assert.deepEqual(await words.of(5), []);
  assert.equal(fetch.asked, 1);
});

test('words that are not there yet are asked for again, and trouble costs the mark alone', async () => {
  const fetch = answering(json({ words: {} }), lost, json({ words: { 4: [[0, 2, 46, 300]] } }));
  const words = new WordSource('/words/{first}.json', fetch);
  assert.deepEqual(await words.of(4), []);
  assert.deepEqual(await words.of(4), []);
  assert.deepEqual(await words.of(4), [[0, 2, 46, 300]]);
});
