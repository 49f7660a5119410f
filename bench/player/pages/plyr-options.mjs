// All that Plyr's documentation offers for listening to speech, with the icons from our own address.
export const options = {
  controls: [
    'restart', 'rewind', 'play', 'fast-forward', 'progress',
    'current-time', 'duration', 'mute', 'volume', 'settings',
  ],
  settings: ['speed'],
  iconUrl: '/plyr.svg',
};
