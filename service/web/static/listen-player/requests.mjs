/** What is asked of the network, and how patiently. */

/** @import { Manifest, Word } from './vocabulary.mjs' */

const FIRST_LOOK_MS = 2000;
const LONGEST_LOOK_MS = 15_000;
const TRIES = 4;
const RETRY_MS = 2000;

/** @typedef {typeof globalThis.fetch} Fetch */
/** @typedef {(ms: number) => Promise<void>} Sleep */

/** @type {Fetch} */
export const ask = (...request) => fetch(...request);

/**
 * The address of a part of a manifest.
 * @param {Manifest} manifest
 * @param {string} wanted
 */
export function linkOf(manifest, wanted) {
  return manifest.links.find(({ rel }) => rel === wanted)?.href ?? '';
}

/**
 * When to look at a manifest again that was found unchanged so many times in a row.
 * @param {number} unchanged
 */
export function lookAgainAfter(unchanged) {
  return Math.min(LONGEST_LOOK_MS, FIRST_LOOK_MS * 1.5 ** unchanged);
}

/** A manifest that tells when it changed; the browser's cache does the revalidating. */
export class ManifestSource {
  #etag = '';

  /**
   * @param {string} url
   * @param {Fetch} fetch
   */
  constructor(url, fetch) {
    this.url = url;
    this.fetch = fetch;
  }

  /**
   * The manifest, or null when it is as it was; throws when it cannot be had.
   * @returns {Promise<Manifest | null>}
   */
  async look() {
    const answer = await this.fetch(this.url);
    if (!answer.ok) throw new Error(`manifest: ${answer.status}`);
    const etag = answer.headers.get('ETag') ?? '';
    if (etag && etag === this.#etag) return null;
    this.#etag = etag;
    return answer.json();
  }
}

/** Word times, a stretch of sentences at a time; a sentence that was not made yet is asked again. */
export class WordSource {
  /** @type {Map<number, readonly Word[]>} */
  #known = new Map();

  /**
   * @param {string} template
   * @param {Fetch} fetch
   */
  constructor(template, fetch) {
    this.template = template;
    this.fetch = fetch;
  }

  /**
   * Words of a sentence, none when they cannot be had: nothing is lost but the mark.
   * @param {number} index
   * @returns {Promise<readonly Word[]>}
   */
  async of(index) {
    if (!this.#known.has(index)) {
      try {
        const answer = await this.fetch(this.template.replace('{first}', String(index)));
        const { words } = await answer.json();
        for (const at of Object.keys(words)) this.#known.set(Number(at), words[at]);
      } catch {
        // The next sentence asks again.
      }
    }
    return this.#known.get(index) ?? [];
  }
}

/**
 * Fetch a sentence ahead of its turn, so that the browser's cache has it; trouble shows later,
 * when the sentence is played.
 * @param {string} url
 * @param {Fetch} fetch
 * @param {AbortSignal} signal
 */
export async function prefetch(url, fetch, signal) {
  try {
    await (await fetch(url, { signal })).arrayBuffer();
  } catch {
    // Nobody waits for it yet.
  }
}

/**
 * Find out why sound did not play, waiting while the server says that waiting helps. What the browser
 * holds of it tells nothing about the line, so it is not asked.
 * @param {string} url
 * @param {Fetch} fetch
 * @param {Sleep} sleep
 * @returns {Promise<'ready' | 'failed' | 'offline'>}
 */
export async function askAgain(url, fetch, sleep) {
  const headers = { Accept: 'audio/mpeg, application/problem+json', Range: 'bytes=0-143' };
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (tried) await sleep(RETRY_MS);
    try {
      const answer = await fetch(url, { headers, cache: 'no-store' });
      if (answer.ok) return 'ready';
      const problem = await answer.json();
      if (!problem.retryable) return 'failed';
    } catch {
      return 'offline';
    }
  }
  return 'failed';
}
