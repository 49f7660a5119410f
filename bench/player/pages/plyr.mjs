import Plyr from 'plyr';

import { options } from './plyr-options.mjs';

new Plyr('#player', options);
