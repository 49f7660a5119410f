/**
 * The player in a frame: its holder may ask it to play, to pause and to stop, and nobody else may.
 * It tells its holder how tall it is and that it begins to play, neither of which is a secret.
 */

import './listen-player/listen-player.mjs';

/** @import { ListenPlayer } from './listen-player/listen-player.mjs' */

/** Messages between the frame and its holder. */
const PLAY = 'listen-play';
const PAUSE = 'listen-pause';
const STOP = 'listen-stop';
const PLAYING = 'listen-playing';
const HEIGHT = 'listen-height';

const player = /** @type {ListenPlayer | null} */ (document.querySelector('listen-player'));
const origins = (document.body.dataset['origins'] ?? '').split(' ');

function isPlaying() {
  return player?.dataset['intent'] === 'playing';
}

function pause() {
  /** @type {HTMLElement | null | undefined} */ (player?.querySelector('[data-act=toggle]'))?.click();
}

addEventListener('message', (event) => {
  if (parent === window || event.source !== parent || !origins.includes(event.origin)) return;
  if (event.data?.type === PLAY) player?.play();
  if (event.data?.type === PAUSE && isPlaying()) pause();
  if (event.data?.type === STOP) player?.stop();
});

new ResizeObserver(() => {
  parent.postMessage({ type: HEIGHT, height: document.body.scrollHeight }, '*');
}).observe(document.body);

if (player) {
  const tell = () => {
    if (isPlaying()) parent.postMessage({ type: PLAYING }, '*');
  };
  new MutationObserver(tell).observe(player, { attributeFilter: ['data-intent'] });
  tell(); // The browser's own controls may have been pressed before.
}
