/**
 * The display settings: brings back what the reader had remembered, before the page is painted, and
 * moves the reading aid. What is chosen takes effect through style sheets alone.
 */
'use strict';

{
  const KEPT_AS = 'deutgi-appearance';

  const panel = /** @type {HTMLElement} */ (document.querySelector('.appearance'));
  const keep = /** @type {HTMLInputElement} */ (panel.querySelector('[type="checkbox"]'));
  const said = /** @type {HTMLOutputElement} */ (panel.querySelector('output'));
  const radios = /** @type {HTMLInputElement[]} */ ([...panel.querySelectorAll('[type="radio"]')]);
  const guide = document.createElement('div');

  const chosen = () => radios.filter((radio) => radio.checked).map((radio) => radio.id);

  /** Storage may be switched off, full, or refused inside another site's page. */
  const recall = () => {
    try {
      return (localStorage.getItem(KEPT_AS) ?? '').split(' ').filter(Boolean);
    } catch {
      return [];
    }
  };

  const store = () => {
    try {
      if (keep.checked) localStorage.setItem(KEPT_AS, chosen().join(' '));
      else localStorage.removeItem(KEPT_AS);
      said.textContent = '';
    } catch {
      if (keep.checked) said.textContent = panel.dataset.unkept ?? '';
      keep.checked = false;
    }
  };

  const showGuide = () => {
    const choice = radios.find((radio) => radio.name === 'look-guide' && radio.checked)?.value;
    guide.className = `reading-guide reading-guide--${choice}`;
    guide.hidden = choice === 'none';
    if (!guide.hidden && !guide.isConnected) document.body.append(guide);
  };

  /** @param {number} y from the top of the window, in CSS pixels */
  const moveGuide = (y) => {
    if (!guide.hidden) document.documentElement.style.setProperty('--guide-y', `${y}px`);
  };

  const followFocus = () => {
    const box = document.activeElement?.getBoundingClientRect();
    if (box?.height) moveGuide(box.top + Math.min(box.height, innerHeight) / 2);
  };

  const reset = () => {
    for (const radio of radios) radio.checked = radio.defaultChecked;
    showGuide();
    store();
  };

  const remembered = recall();
  for (const radio of radios) if (remembered.includes(radio.id)) radio.checked = true;
  keep.checked = remembered.length > 0;
  for (const part of panel.querySelectorAll('[hidden]')) part.removeAttribute('hidden');
  guide.setAttribute('aria-hidden', 'true');
  showGuide();

  panel.addEventListener('change', () => {
    showGuide();
    store();
  });
  panel.querySelector('button')?.addEventListener('click', reset);
  addEventListener('pointermove', (event) => moveGuide(event.clientY), { passive: true });
  addEventListener('pointerdown', (event) => moveGuide(event.clientY), { passive: true });
  addEventListener('focusin', followFocus);
}
