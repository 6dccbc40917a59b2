// The head of the wall display: which disaster, whether the picture is alive, the clock. A screen that nobody touches must
// say by itself when it is old.

import { byId, fill, h } from './dom.js';
import { clock, clockAndDay, day } from './format.js';
import { lastConfirmed } from './lacks.js';
import { startLanguageChoice } from './marks.js';
import { get, on } from './state.js';
import { t } from './text.js';

const WAITING_MS = 10000;
const LOST_MS = 30000;

let lostAt = null; // when the link was lost; null while it is there

export function startWallHead() {
  startLanguageChoice();
  on('live trouble', watch);
  on('lang disaster disasters', names);
  on('lang water summary readAt at following', draw);
  setInterval(draw, 1000);
  names();
  draw();
}

const broken = () => get('live') === 'lost' || get('trouble') !== null;

function watch() {
  lostAt = broken() ? lostAt || Date.now() : null;
  draw();
}

function names() {
  const disaster = get('disaster');
  byId('wall-name').textContent = disaster ? disaster.name : t(get('disasters') ? 'no_disaster' : 'reading');
  byId('drill').hidden = !(disaster && disaster.simulated);
  byId('drill').textContent = t('drill');
}

/** How the link is: 'open', 'waiting' (lost for 10 s) or 'lost' (for 30 s: nothing on the wall can be trusted to be now). */
function link() {
  const gone = lostAt ? Date.now() - lostAt : 0;
  return gone >= LOST_MS ? 'lost' : gone >= WAITING_MS ? 'waiting' : 'open';
}

function draw() {
  const how = link();
  document.body.dataset.wall = how;
  document.body.dataset.time = get('following') === false ? 'other' : 'now';
  write(byId('wall-link'), how === 'lost'
    ? t('wall_lost', { time: clock(get('readAt') || lostAt) })
    : how === 'waiting' ? t('wall_waiting', { n: Math.round((Date.now() - lostAt) / 1000) }) : aliveWords());
  const now = new Date();
  const words = get('following') === false && get('at') ? t('looking_at', { time: clockAndDay(get('at')) }) : clock(now);
  const date = get('following') === false ? '' : day(now);
  if (byId('wall-clock').dataset.shown !== words + date) {
    byId('wall-clock').dataset.shown = words + date;
    fill(byId('wall-clock'), words, ' ', h('small', {}, date));
  }
}

function aliveWords() {
  const water = get('water');
  const parts = [t('wall_alive')];
  if (water && water.observed_at) {
    parts.push(t('wall_water', { time: clockAndDay(water.observed_at) }));
  }
  const confirmed = lastConfirmed(get('summary'));
  if (confirmed) {
    parts.push(t('wall_needs', { time: clockAndDay(confirmed) }));
  }
  if (water && get('following')) {
    parts.push(t('wall_change'));
  }
  return parts.join(' · ');
}

// A live region is only written when it says something else.
function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
