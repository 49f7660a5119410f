// The words have to be there before the first element is made.
import './media-chrome-words.mjs';
import './media-chrome.mjs';
