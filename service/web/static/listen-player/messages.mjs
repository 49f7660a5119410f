/** How the page's own texts are filled in; the texts come with the controls. */

/** @typedef {Readonly<Record<string, string>>} Texts */

/**
 * One text with its values filled in.
 * @param {Texts} texts
 * @param {string} key
 * @param {Readonly<Record<string, string | number>>} [values]
 */
export function say(texts, key, values = {}) {
  const text = texts[key];
  if (text === undefined) throw new Error(`no text ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/**
 * A time as people write it: 3:05, 1:02:03.
 * @param {number} ms
 */
export function clock(ms) {
  const [hours, minutes, seconds] = parts(ms);
  const tail = String(seconds).padStart(2, '0');
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/**
 * A time as people say it: 3분 5초. Parts that are nothing are not said.
 * @param {Texts} texts
 * @param {number} ms
 */
export function spokenTime(texts, ms) {
  const [hours, minutes, seconds] = parts(ms);
  const said = [
    hours && say(texts, 'hours', { n: hours }),
    minutes && say(texts, 'minutes', { n: minutes }),
    (seconds || !(hours || minutes)) && say(texts, 'seconds', { n: seconds }),
  ];
  return said.filter(Boolean).join(' ');
}

/**
 * @param {number} ms
 * @returns {[hours: number, minutes: number, seconds: number]}
 */
function parts(ms) {
  const all = Math.floor(Math.max(0, ms) / 1000);
  return [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
}
