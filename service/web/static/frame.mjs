/**
 * The player in a frame: its holder may ask it to play and to stop, and nobody else may. It tells
 * its holder how tall it is, which is no secret.
 */

import './listen-player/listen-player.mjs';

/** @import { ListenPlayer } from './listen-player/listen-player.mjs' */

/** Messages between the frame and its holder. */
const PLAY = 'listen-play';
const STOP = 'listen-stop';
const HEIGHT = 'listen-height';

const player = /** @type {ListenPlayer | null} */ (document.querySelector('listen-player'));
const origins = (document.body.dataset['origins'] ?? '').split(' ');

addEventListener('message', (event) => {
  if (parent === window || event.source !== parent || !origins.includes(event.origin)) return;
  if (event.data?.type === PLAY) player?.play();
  if (event.data?.type === STOP) player?.stop();
});

new ResizeObserver(() => {
  parent.postMessage({ type: HEIGHT, height: document.body.scrollHeight }, '*');
}).observe(document.body);
