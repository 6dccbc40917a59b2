// What stands at the top of every page: the mark of a drill, the choice of language, and the strip that tells of trouble.

import { byId, fill, h, say } from './dom.js';
import { ago, clock } from './format.js';
import { LANGUAGES } from './languages.js';
import { get, on } from './state.js';
import { chooseLanguage, nextLanguage, said, t } from './text.js';

export function startMarks() {
  startLanguageChoice();
  on('lang disaster', drill);
  on('lang trouble live readAt keptFrom', strip);
  setInterval(strip, 30000); // ages grow while nothing is read
  [drill, strip].forEach((f) => f());
}

export function startLanguageChoice() {
  byId('language').addEventListener('click', () => chooseLanguage(nextLanguage()).catch(() => say(t('network_down'))));
  on('lang', language);
  language();
}

function language() {
  byId('language').textContent = LANGUAGES[nextLanguage()].name;
  byId('language').lang = nextLanguage();
}

/** The mark of a drill or of made up data, where the page's disaster is one. */
export function drill() {
  const mark = byId('drill');
  mark.hidden = !(get('disaster') && get('disaster').simulated);
  fill(mark, h('b', {}, t('drill')), h('span', {}, t('simulated')));
}

function cause(trouble) {
  if (!navigator.onLine || (trouble && trouble.network)) {
    return t('no_network');
  }
  if (trouble) {
    return said(trouble.problem);
  }
  return get('keptFrom') ? t('kept_shown') : t('live_lost');
}

// How old it is, in words, once that is worth saying.
const aged = (at) => (Date.now() - new Date(at) < 120000 ? clock(at) : clock(at) + ' (' + ago(at) + ')');

function strip() {
  const trouble = get('trouble');
  const place = byId('strip');
  if (!trouble && get('live') !== 'lost' && !get('keptFrom')) {
    place.className = '';
    fill(place);
    return;
  }
  const since = get('readAt');
  const kept = since ? t('kept_from', { time: aged(since) }) : '';
  place.className = 'strip warn';
  const text = cause(trouble) + ' ' + kept;
  if (place.textContent !== text) {
    fill(place, text);
  }
}
