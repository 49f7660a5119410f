/**
 * Two documents in step: marks what says the same as the sentence being spoken, and lets only one
 * of two players play.
 */

const SPOKEN = 'is-spoken';
const PARTNER = 'is-partner';

/** @typedef {Readonly<Record<string, readonly string[]>>} Partners ids by the id of a sentence */

/**
 * The partners of both sides, from those of the first.
 * @param {Partners} first
 * @returns {Map<string, Set<string>>}
 */
export function bothWays(first) {
  /** @type {Map<string, Set<string>>} */
  const all = new Map();
  for (const [one, others] of Object.entries(first)) {
    for (const other of others) {
      for (const [from, to] of [[one, other], [other, one]]) {
        all.set(from, (all.get(from) ?? new Set()).add(to));
      }
    }
  }
  return all;
}

/**
 * Keeps the marks of partners: those of what plays, or of what was spoken last where nothing does.
 * @param {HTMLElement} pair
 * @param {readonly HTMLElement[]} players
 */
function markPartners(pair, players) {
  const partners = bothWays(JSON.parse(pair.dataset['partners'] ?? '{}'));

  const mark = () => {
    const side = sideOf(players.find(isPlaying));
    const wanted = new Set();
    for (const spoken of pair.querySelectorAll(`.${SPOKEN}`)) {
      if (!spoken.id.startsWith(side)) continue;
      for (const id of partners.get(spoken.id) ?? []) wanted.add(id);
    }
    for (const marked of pair.querySelectorAll(`.${PARTNER}`)) {
      if (!wanted.has(marked.id)) marked.classList.remove(PARTNER);
    }
    for (const id of wanted) document.getElementById(id)?.classList.add(PARTNER);
  };

  new MutationObserver(mark).observe(pair, { attributeFilter: ['aria-current'], subtree: true });
}

/** @param {HTMLElement} player */
function isPlaying(player) {
  return player.dataset['intent'] === 'playing';
}

/**
 * What the ids of a player's sentences begin with; nothing where it plays both languages.
 * @param {HTMLElement | undefined} player
 */
function sideOf(player) {
  return /** @type {HTMLElement | null | undefined} */ (player?.closest('[data-side]'))?.dataset['side'] ?? '';
}

/** Keys of headsets and lock screens, and the buttons that do the same. */
const KEYS = /** @type {const} */ ([
  ['play', '[data-act=toggle]'],
  ['pause', '[data-act=toggle]'],
  ['stop', '[data-act=stop]'],
  ['previoustrack', '[data-act=sentence][data-by="-1"]'],
  ['nexttrack', '[data-act=sentence][data-by="1"]'],
  ['seekbackward', '[data-act=shift][data-by="-1"]'],
  ['seekforward', '[data-act=shift][data-by="1"]'],
]);

/**
 * @param {HTMLElement} player
 * @param {string} button
 */
function press(player, button) {
  /** @type {HTMLElement | null} */ (player.querySelector(button))?.click();
}

/**
 * Give the keys to the player that plays: each player takes them for itself when it is ready.
 * @param {HTMLElement} player
 */
function lendKeys(player) {
  const session = navigator.mediaSession;
  if (!session) return;
  const title = player.closest('section')?.querySelector('h2')?.textContent ?? '';
  session.metadata = new MediaMetadata({ title, artist: location.hostname });
  for (const [key, button] of KEYS) {
    try {
      session.setActionHandler(key, () => press(player, button));
    } catch {
      // A key that this browser does not know.
    }
  }
}

/** @param {readonly HTMLElement[]} players */
function playOneByOne(players) {
  for (const player of players) {
    const hush = () => {
      if (!isPlaying(player)) return;
      for (const other of players) {
        if (other !== player && isPlaying(other)) press(other, '[data-act=toggle]');
      }
      lendKeys(player);
    };
    new MutationObserver(hush).observe(player, { attributeFilter: ['data-intent'] });
    hush(); // The browser's own controls may have been pressed before.
  }
}

const root = typeof document === 'undefined' ? null : document;
const pair = /** @type {HTMLElement | null | undefined} */ (root?.querySelector('.pair'));
if (pair) {
  const players = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.listen-doors listen-player')]);
  markPartners(pair, players);
  playOneByOne(players);
}
