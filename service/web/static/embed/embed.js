/**
 * One script tag on a portal's page: <script src="https://…/embed.js" defer></script>
 * Puts a 음성듣기 button after every marked link and the player below it when it is pressed.
 * Needs `script-src` and `frame-src` for this service and nothing else: no style, no cookie,
 * no storage, no request of its own.
 */
(() => {
  // A page may also load it as a module, which does not know its own element.
  const script = /** @type {HTMLScriptElement | null} */ (
    document.currentScript ?? document.querySelector('script[src$="/embed.js"]')
  );
  if (!script) return;
  const service = new URL(script.src).origin;
  const WORDS = {
    ko: {
      listen: '음성듣기',
      player: '음성듣기 재생기',
      elsewhere: '재생기가 보이지 않으면 새 창에서 듣기',
    },
    en: {
      listen: 'Listen',
      player: 'Audio player',
      elsewhere: 'If no player is shown, listen in a new window',
    },
  };
  const isEnglish = (script.dataset['lang'] ?? document.documentElement.lang).startsWith('en');
  const language = isEnglish ? 'en' : 'ko';
  const words = WORDS[language];
  const [LEAST_HEIGHT, MOST_HEIGHT] = [200, 1400];
  const SILENT_MS = 4000;
  /** @type {HTMLIFrameElement[]} */
  const frames = [];
  let made = 0;

  /**
   * The address of the document behind a link: named by the mark itself, by a link to this
   * service's preview, or the link's own target.
   * @param {HTMLAnchorElement} link
   */
  function documentOf(link) {
    const target = new URL(link.href, document.baseURI);
    const isPreview = target.origin === service && target.pathname === '/listen';
    return link.dataset['listen'] || (isPreview && target.searchParams.get('url')) || link.href;
  }

  /**
   * How tables are read: as the mark says, or the link to this service's preview, or the page.
   * @param {HTMLAnchorElement} link
   */
  function tablesOf(link) {
    const asked = new URL(link.href, document.baseURI).searchParams.get('tables');
    return link.dataset['listenTables'] || (link.origin === service && asked) || script?.dataset['tables'];
  }

  /** @param {HTMLAnchorElement} link */
  function titleOf(link) {
    return link.dataset['listenTitle'] || link.title || (link.textContent ?? '').trim();
  }

  /** @param {HTMLAnchorElement} link */
  function equip(link) {
    if (link.dataset['listenReady'] !== undefined) return;
    link.dataset['listenReady'] = '';
    made += 1;
    const button = document.createElement('button');
    const holder = document.createElement('div');
    holder.id = `listen-frame-${made}`;
    holder.hidden = true;
    button.type = 'button';
    button.className = 'listen-button';
    holder.className = 'listen-frame';
    button.setAttribute('aria-controls', holder.id);
    // Rounded up to a size that fingers meet; through the object model, which any policy admits.
    Object.assign(button.style, { minHeight: '44px', minWidth: '44px', marginInline: '0.5em' });
    button.textContent = words.listen;
    button.setAttribute('aria-label', `${words.listen}: ${titleOf(link)}`);
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => toggle(button, holder, link));
    link.after(button, holder);
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {HTMLElement} holder
   * @param {HTMLAnchorElement} link
   */
  function toggle(button, holder, link) {
    const isOpen = Boolean(holder.hidden);
    holder.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    const frame = holder.querySelector('iframe');
    if (!isOpen) tell(frame, 'listen-stop');
    else if (frame) tell(frame, 'listen-play');
    else holder.append(frameFor(holder, link));
  }

  /**
   * The voices that the mark names, or the link to this service's preview.
   * @param {HTMLAnchorElement} link
   */
  function voicesOf(link) {
    const marked = link.dataset['listenVoice'];
    if (marked) return marked.split(' ');
    return link.origin === service ? new URL(link.href).searchParams.getAll('voice') : [];
  }

  /**
   * @param {HTMLElement} holder
   * @param {HTMLAnchorElement} link
   */
  function frameFor(holder, link) {
    const frame = document.createElement('iframe');
    frames.push(frame);
    const query = new URLSearchParams({ url: documentOf(link), lang: language });
    const tables = tablesOf(link);
    if (tables) query.set('tables', tables);
    for (const voice of voicesOf(link)) query.append('voice', voice);
    frame.title = `${words.player}: ${titleOf(link)}`;
    frame.allow = 'autoplay';
    frame.width = '100%';
    frame.height = String(LEAST_HEIGHT);
    frame.style.border = '0';
    // The press asked for sound; a frame that had to wait for the document loads again.
    frame.addEventListener('load', () => {
      if (!holder.hidden) tell(frame, 'listen-play');
      setTimeout(() => offerElsewhere(frame, query), SILENT_MS);
    });
    frame.src = `${service}/player?${query}`;
    return frame;
  }

  /**
   * A frame that says nothing may be empty: a browser shows none to a site that the service does not
   * know, and tells nobody.
   * @param {HTMLIFrameElement} frame
   * @param {URLSearchParams} query
   */
  function offerElsewhere(frame, query) {
    if (frame.dataset['listenSeen'] !== undefined || frame.nextSibling) return;
    const link = document.createElement('a');
    link.href = `${service}/listen?${query}`;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = words.elsewhere;
    frame.after(link);
  }

  /**
   * @param {HTMLIFrameElement | null} frame
   * @param {'listen-play' | 'listen-pause' | 'listen-stop'} type
   */
  function tell(frame, type) {
    frame?.contentWindow?.postMessage({ type }, service);
  }

  /**
   * @param {HTMLIFrameElement} frame
   * @param {unknown} asked pixels
   */
  function resize(frame, asked) {
    const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, Number(asked) || 0));
    frame.style.height = `${height}px`;
  }

  /**
   * Two voices at once cannot be understood, and who does not see cannot find which one to pause.
   * @param {HTMLIFrameElement} playing
   */
  function hushOthers(playing) {
    for (const frame of frames) if (frame !== playing) tell(frame, 'listen-pause');
  }

  addEventListener('message', (event) => {
    const frame = frames.find((each) => each.contentWindow === event.source);
    if (event.origin !== service || !frame) return;
    frame.dataset['listenSeen'] = '';
    frame.nextElementSibling?.remove();
    if (event.data?.type === 'listen-height') resize(frame, event.data.height);
    if (event.data?.type === 'listen-playing') hushOthers(frame);
  });

  function equipAll() {
    const links = `a[data-listen][href], a[href^="${service}/listen?"], a[href^="/listen?"]`;
    for (const link of document.querySelectorAll(links)) {
      const anchor = /** @type {HTMLAnchorElement} */ (link);
      if (anchor.dataset['listen'] !== undefined || anchor.origin === service) equip(anchor);
    }
  }

  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', equipAll);
  else equipAll();
})();
