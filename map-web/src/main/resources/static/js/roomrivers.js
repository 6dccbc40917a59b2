// The rivers against their alert levels: the highest first.

import { newestOnly } from './api.js';
import { byId, fill, h } from './dom.js';
import { clockAndDay, number } from './format.js';
import { onChanged } from './live.js';
import { ofDisaster, tried } from './reads.js';
import { get, on, set } from './state.js';
import { t } from './text.js';

const MOST = 3;
const STALE_S = 3 * 3600; // a reading older than this is said with its time
const TREND = { rising: '▲', falling: '▼', steady: '=' };

const newest = newestOnly();

export function startRivers() {
  set({ gauges: null });
  on('disaster at following', readGauges);
  on('lang gauges', draw);
  onChanged((topics) => topics.includes('gauges') && readGauges());
  draw();
}

async function readGauges() {
  if (!get('disaster')) {
    return;
  }
  const moment = get('following') === false ? { at: get('at') } : {};
  const answer = await tried('gauges', () => newest('/gauges', ofDisaster(moment)));
  if (answer) {
    set({ gauges: answer.items });
  }
}

const over = ({ alert, reading, levels }) => (reading ? (alert || 0) * 1000 + (levels.alert3_m ? reading.level_m / levels.alert3_m : 0) : -1);

function draw() {
  const read = (get('gauges') || []).filter((gauge) => gauge.reading).sort((a, b) => over(b) - over(a)).slice(0, MOST);
  fill(byId('rivers'), h('h2', {}, t('rivers')),
    read.length ? read.map(row) : h('p', { class: 'none' }, t(get('gauges') ? 'no_readings' : 'not_known')));
}

function row(gauge) {
  const level = gauge.reading.level_m;
  const known = [gauge.levels.alert1_m, gauge.levels.alert2_m, gauge.levels.alert3_m];
  const most = Math.max(level, ...known.filter((one) => one !== null)) * 1.12 || 1;
  const share = (metres) => Math.max(0, Math.min(100, (100 * metres) / most)) + '%';
  const fillBar = h('i');
  fillBar.style.width = share(level);
  const marks = known.map((metres, i) => metres !== null && markAt(share(metres), i + 1));
  const old = gauge.age_s > STALE_S;
  return h('div', { class: gauge.alert >= 3 ? 'river river-high' : 'river' },
    h('div', { class: 'river-name' }, gauge.river || gauge.name, h('b', {}, alertWords(gauge))),
    h('div', { class: 'river-bar', 'aria-hidden': 'true' }, fillBar, marks),
    h('div', { class: 'river-level' }, number(level, 2, 2), h('small', {}, old ? clockAndDay(gauge.reading.observed_at) : (TREND[gauge.trend] || '') + ' ' + t(gauge.trend ? 'trend_' + gauge.trend : 'trend_unknown'))));
}

function markAt(left, n) {
  const mark = h('b', { 'data-n': n });
  mark.style.left = left;
  return mark;
}

// Where the lower levels are not known, it may still be known that the highest is not reached.
function alertWords({ alert, reading, levels }) {
  if (alert === null || alert === undefined) {
    return levels.alert3_m !== null && reading.level_m < levels.alert3_m ? t('below_alert', { n: 3 }) : t('alert_unknown');
  }
  return alert === 0 ? t('below_alert', { n: 1 }) : t('over_alert', { n: alert });
}
