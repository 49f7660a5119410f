/** What the player says; both languages have the same keys (a test compares them). */

/** @type {Readonly<Record<'ko' | 'en', Readonly<Record<string, string>>>>} */
export const MESSAGES = Object.freeze({
  ko: Object.freeze({
    controls: '소리 조작',
    play: '재생',
    pause: '일시정지',
    previous: '이전 문장',
    next: '다음 문장',
    back: '10초 뒤로',
    forward: '10초 앞으로',
    rate: '빠르기',
    rateValue: '{rate}배',
    normalRate: '보통 빠르기',
    position: '문장 {index}/{count}',
    time: '{at} / {all}',
    waiting: '소리를 준비하고 있습니다.',
    skipped: '소리로 만들지 못한 문장을 건너뜁니다.',
    failed: '소리를 재생하지 못했습니다. 재생을 다시 눌러 주세요.',
    offline: '연결이 끊겼습니다. 연결을 확인하고 재생을 다시 눌러 주세요.',
    blocked: '재생을 눌러 주세요.',
    ended: '끝까지 들었습니다.',
  }),
  en: Object.freeze({
    controls: 'Audio controls',
    play: 'Play',
    pause: 'Pause',
    previous: 'Previous sentence',
    next: 'Next sentence',
    back: 'Back 10 seconds',
    forward: 'Forward 10 seconds',
    rate: 'Speed',
    rateValue: '{rate} times',
    normalRate: 'Normal speed',
    position: 'Sentence {index}/{count}',
    time: '{at} / {all}',
    waiting: 'Preparing the audio.',
    skipped: 'Skipping a sentence that could not be made into audio.',
    failed: 'The audio could not be played. Press Play to try again.',
    offline: 'The connection was lost. Check it and press Play again.',
    blocked: 'Please press Play.',
    ended: 'You have heard everything.',
  }),
});

/**
 * One text with its values filled in.
 * @param {string} language
 * @param {string} key
 * @param {Readonly<Record<string, string | number>>} [values]
 */
export function say(language, key, values = {}) {
  const texts = MESSAGES[language.startsWith('en') ? 'en' : 'ko'];
  const text = texts[key];
  if (text === undefined) throw new Error(`no text ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/**
 * A time as people write it: 3:05, 1:02:03.
 * @param {number} ms
 */
export function clock(ms) {
  const all = Math.floor(ms / 1000);
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const tail = String(seconds).padStart(2, '0');
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}
