/**
 * Changes the voice in place: listening goes on with the same sentence. Without this, or when it
 * fails, the form leads to the page in the other voice.
 */

/** @import { ListenPlayer } from './listen-player/listen-player.mjs' */

const KEY = /[0-9a-f]{64}/;

/**
 * @param {HTMLFormElement} form
 * @param {ListenPlayer} player
 * @param {string} before key of the manifest that is played
 * @returns {Promise<string>} key of the one that is played from now on
 */
async function change(form, player, before) {
  const voices = new FormData(form).getAll('voice').map(String);
  const address = spoken(addressOf(player), voices);
  const answer = await fetch(address, { method: 'HEAD' });
  if (!answer.ok) throw new Error(`voice: ${answer.status}`);
  await player.change(answer.url);
  const after = keyIn(answer.url);
  tellLinks(before, after, voices);
  return after;
}

/** @param {ListenPlayer} player */
function addressOf(player) {
  return new URL(player.getAttribute('manifest') ?? '', location.href).href;
}

/** @param {string} address */
function keyIn(address) {
  return KEY.exec(address)?.[0] ?? '';
}

/**
 * The address of this page and what leads on from here are those of the voice that is heard; what
 * another player of this page plays stays as it is.
 * @param {string} before key of the manifest
 * @param {string} after
 * @param {readonly string[]} voices
 */
function tellLinks(before, after, voices) {
  history.replaceState(null, '', spoken(location.href, voices));
  for (const link of document.querySelectorAll('a')) {
    if (link.hasAttribute('download')) link.href = link.href.replace(before, after);
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

/**
 * @param {HTMLFormElement} form
 * @param {ListenPlayer} player
 */
function listenTo(form, player) {
  let key = keyIn(addressOf(player));
  form.addEventListener('submit', async (event) => {
    if (!player.matches('[data-ready]')) return;
    event.preventDefault();
    try {
      key = await change(form, player, key);
    } catch {
      form.submit();
    }
  });
}

// A form is of the player that stands before it.
const players = /** @type {ListenPlayer[]} */ ([...document.querySelectorAll('listen-player')]);
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('.voice-choice'))) {
  const player = players.findLast((each) => each.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (player) listenTo(form, player);
}
