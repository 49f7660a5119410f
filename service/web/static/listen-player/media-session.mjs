/** Keys of headsets and the lock screen's controls. */

/**
 * @param {string} title
 * @param {Readonly<Partial<Record<MediaSessionAction, (details: MediaSessionActionDetails) => void>>>} actions
 */
export function offerSession(title, actions) {
  const session = navigator.mediaSession;
  if (!session) return;
  const icon = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel=icon]'));
  const artwork = icon ? [{ src: icon.href, sizes: '512x512', type: icon.type }] : [];
  session.metadata = new MediaMetadata({ title, artist: location.hostname, artwork });
  for (const [name, act] of Object.entries(actions)) {
    try {
      session.setActionHandler(/** @type {MediaSessionAction} */ (name), act);
    } catch {
      // An action that this browser does not know.
    }
  }
}
