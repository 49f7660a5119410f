/**
 * <listen-player manifest="…"> around a server-rendered <audio controls> and a hidden panel of
 * controls, which take the place of the browser's own once they can be worked. No shadow tree:
 * styles, language and names are those of the page.
 */

import { Listening } from './listening.mjs';
import { ask, ManifestSource } from './requests.mjs';

export class ListenPlayer extends HTMLElement {
  /** @type {Promise<Listening | undefined> | undefined} */
  #upgrade;

  connectedCallback() {
    this.#upgrade ??= this.#begin();
  }

  /** Play, as soon as that is possible: for whoever holds the player in a frame. */
  async play() {
    (await this.#upgrade)?.track.play();
  }

  /** Stop and go back to the beginning. */
  async stop() {
    (await this.#upgrade)?.track.stop();
  }

  /**
   * Hear the same in other voices; throws when these cannot be had.
   * @param {string} url of their manifest
   */
  async change(url) {
    await (await this.#upgrade)?.change(url);
  }

  async #begin() {
    const audio = this.querySelector('audio');
    const panel = /** @type {HTMLElement | null} */ (this.querySelector('[hidden]'));
    if (!audio || !panel) return undefined;
    const source = new ManifestSource(this.getAttribute('manifest') ?? '', ask);
    // A page that is gone back to may hold what is no longer so.
    const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
    const within = visit?.type !== 'back_forward' && this.querySelector('script')?.textContent;
    const manifest = within ? JSON.parse(within) : await source.look();
    if (!manifest?.readingOrder.length) return undefined;
    // Controls are not taken from under somebody's hands.
    if (document.activeElement === audio) {
      await new Promise((resolve) => audio.addEventListener('blur', resolve, { once: true }));
    }
    panel.hidden = false;
    audio.controls = false;
    const listening = new Listening(this, audio, manifest, source);
    this.dataset['ready'] = '';
    return listening;
  }
}

customElements.define('listen-player', ListenPlayer);
