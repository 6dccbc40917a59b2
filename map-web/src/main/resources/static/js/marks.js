// What stands at the top of every page: the mark of a drill, the choice of language, and the strip that tells of trouble.

import { byId, fill, h } from './dom.js';
import { clock } from './format.js';
import { get, on } from './state.js';
import { chooseLanguage, NAMES, nextLanguage, said, t } from './text.js';

export function startMarks() {
  startLanguageChoice();
  on('lang disaster', drill);
  on('lang trouble live readAt', strip);
  setInterval(strip, 30000); // ages grow while nothing is read
  [drill, strip].forEach((f) => f());
}

export function startLanguageChoice() {
  byId('language').addEventListener('click', () => chooseLanguage(nextLanguage()));
  on('lang', language);
  language();
}

function language() {
  byId('language').textContent = NAMES[nextLanguage()];
  byId('language').lang = nextLanguage();
}

function drill() {
  const mark = byId('drill');
  mark.hidden = !(get('disaster') && get('disaster').simulated);
  fill(mark, h('b', {}, t('drill')), h('span', {}, t('simulated')));
}

function cause(trouble) {
  if (!navigator.onLine || (trouble && trouble.network)) {
    return t('no_network');
  }
  return trouble ? said(trouble.problem) : t('live_lost');
}

function strip() {
  const trouble = get('trouble');
  const place = byId('strip');
  if (!trouble && get('live') !== 'lost') {
    place.className = '';
    fill(place);
    return;
  }
  const since = get('readAt');
  const kept = since ? t('kept_from', { time: clock(since) }) : '';
  place.className = 'strip warn';
  const text = cause(trouble) + ' ' + kept;
  if (place.textContent !== text) {
    fill(place, text);
  }
}
