// Plyr brings no Korean; its documentation leaves that to the site.
import Plyr from 'plyr';

import { options } from './plyr-options.mjs';

const i18n = {
  restart: '처음부터',
  rewind: '{seektime}초 뒤로',
  play: '재생',
  pause: '일시정지',
  fastForward: '{seektime}초 앞으로',
  seek: '재생 위치',
  seekLabel: '{currentTime}, 전체 {duration}',
  played: '재생됨',
  buffered: '받은 만큼',
  currentTime: '지금 시간',
  duration: '전체 시간',
  volume: '음량',
  mute: '소리 끄기',
  unmute: '소리 켜기',
  settings: '설정',
  menuBack: '이전 메뉴로',
  speed: '빠르기',
  normal: '보통',
};

new Plyr('#player', { ...options, i18n });
