/**
 * Changes the voice in place: listening goes on with the same sentence. Without this, or when it
 * fails, the form leads to the page in the other voice.
 */

/** @import { ListenPlayer } from './listen-player/listen-player.mjs' */

const KEY = /[0-9a-f]{64}/;

/**
 * @param {ListenPlayer} player
 * @param {string} before key of the manifest that is played
 * @param {readonly string[]} voices
 * @returns {Promise<string>} key of the one that is played from now on
 */
async function change(player, before, voices) {
  const address = spoken(addressOf(player), voices);
  const answer = await fetch(address, { method: 'HEAD' });
  if (!answer.ok) throw new Error(`voice: ${answer.status}`);
  await player.change(answer.url);
  const after = keyIn(answer.url);
  tellLinks(before, after, voices);
  tellForms(voices);
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
    if (leadsOn(link)) link.href = spoken(link.href, voices);
  }
}

/**
 * Whether a link leads to this page with other parameters, or to the page of a document: that of
 * this one from a frame, or of a file that belongs to it.
 * @param {HTMLAnchorElement} link
 */
function leadsOn({ origin, pathname, search }) {
  if (origin !== location.origin || !search) return false;
  return pathname === location.pathname || new URLSearchParams(search).has('url');
}

/**
 * Other forms of this page keep the voice, too.
 * @param {readonly string[]} voices
 */
function tellForms(voices) {
  for (const form of document.querySelectorAll('form[method=get]:not(.voice-choice)')) {
    for (const kept of form.querySelectorAll('[type=hidden][name=voice]')) kept.remove();
    for (const value of voices) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'voice', value }));
    }
  }
}

/**
 * Say that the voice is another one, where it does not say so itself.
 * @param {HTMLFormElement} form
 * @param {ListenPlayer} player
 */
function tell(form, player) {
  const status = /** @type {HTMLElement | null} */ (form.querySelector('[role=status]'));
  if (status && player.dataset['intent'] !== 'playing') status.textContent = status.dataset['changed'] ?? '';
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
  let last = Promise.resolve();
  form.addEventListener('submit', (event) => {
    if (!player.matches('[data-ready]')) return;
    event.preventDefault();
    const voices = new FormData(form).getAll('voice').map(String);
    form.querySelector('[role=status]')?.replaceChildren();
    // One after the other: the voice that was chosen last is heard, whichever answer comes first.
    last = last.then(async () => {
      try {
        key = await change(player, key, voices);
        tell(form, player);
      } catch {
        form.submit();
      }
    });
  });
}

// A form is of the player that stands before it.
const players = /** @type {ListenPlayer[]} */ ([...document.querySelectorAll('listen-player')]);
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('.voice-choice'))) {
  const player = players.findLast((each) => each.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (player) listenTo(form, player);
}
