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
let oldAt = null; // the time of the figures then

export function startWallHead() {
  startLanguageChoice();
  on('live trouble', watch);
  on('lang disaster disasters', names);
  on('lang water summary readAt at following', draw);
  setInterval(draw, 1000);
  window.addEventListener('resize', fitName);
  names();
  draw();
}

const broken = () => get('live') === 'lost' || get('trouble') !== null;

function watch() {
  if (broken() && !lostAt) {
    lostAt = Date.now();
    oldAt = get('readAt') || lostAt;
  } else if (!broken()) {
    lostAt = null;
  }
  draw();
}

function names() {
  const disaster = get('disaster');
  const others = (get('disasters') || []).filter((one) => !one.closed_at && (!disaster || one.id !== disaster.id)).length;
  fill(byId('wall-name'), disaster ? disaster.name : t(get('disasters') ? 'no_disaster' : 'reading'),
    disaster && disaster.closed_at && h('b', {}, ' · ' + t('closed_at', { time: clockAndDay(disaster.closed_at) })),
    disaster && others > 0 && h('small', {}, ' · ' + t('others_open', { n: others })));
  fitName();
  byId('drill').hidden = !(disaster && disaster.simulated);
  byId('drill').textContent = t('drill');
}

const SIZES = ['large', 'two-lines', 'small', 'smallest'];

// A long name is written smaller and on more lines, and only cut when it does not fit by that either.
function fitName() {
  const name = byId('wall-name');
  SIZES.some((size) => {
    name.dataset.size = size;
    return name.scrollWidth <= name.clientWidth && name.scrollHeight <= name.clientHeight;
  });
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
  write(byId('wall-link'), how === 'open' ? aliveWords()
    : get('live') !== 'lost' ? t('wall_reading', { time: clock(oldAt) })
      : how === 'lost' ? t('wall_lost', { time: clock(oldAt) }) : t('wall_waiting', { n: Math.round((Date.now() - lostAt) / 1000) }));
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
  } else if (get('exposure') && !get('steps').length) {
    parts.push(t('no_water_yet'));
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
