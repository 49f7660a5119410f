/**
 * Changes the voice in place: listening goes on with the same sentence. Without this, or when it
 * fails, the form leads to the page in the other voice.
 */

/** @import { ListenPlayer } from './listen-player/listen-player.mjs' */

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('.voice-choice'));
const player = /** @type {ListenPlayer | null} */ (document.querySelector('listen-player'));
const KEY = /[0-9a-f]{64}/;

/** @param {HTMLFormElement} asking */
async function change(asking) {
  const voices = new FormData(asking).getAll('voice').map(String);
  const address = new URL(player?.getAttribute('manifest') ?? '', location.href);
  for (const voice of voices) address.searchParams.append('voice', voice);
  const answer = await fetch(address, { method: 'HEAD' });
  if (!answer.ok) throw new Error(`voice: ${answer.status}`);
  await player?.change(answer.url);
  tellLinks(answer.url, voices);
}

/**
 * The address of this page and what leads on from here are those of the voice that is heard.
 * @param {string} manifest
 * @param {readonly string[]} voices
 */
function tellLinks(manifest, voices) {
  const key = KEY.exec(manifest)?.[0] ?? '';
  history.replaceState(null, '', spoken(location.href, voices));
  for (const link of document.querySelectorAll('a')) {
    if (link.hasAttribute('download')) link.href = link.href.replace(KEY, key);
    const isHere = link.origin === location.origin && link.pathname === location.pathname;
    if (isHere && link.search) link.href = spoken(link.href, voices);
  }
}

/**
 * @param {string} href
 * @param {readonly string[]} voices
 */
function spoken(href, voices) {
  const address = new URL(href);
  address.searchParams.delete('voice');
  for (const voice of voices) address.searchParams.append('voice', voice);
  return address.href;
}

form?.addEventListener('submit', async (event) => {
  if (!player?.matches('[data-ready]')) return;
  event.preventDefault();
  try {
    await change(form);
  } catch {
    form.submit();
  }
});
