// A plan while it is made: how long, how far, how many stops the best so far leaves out; and the button that keeps it.

import { byId, fill, h, say } from './dom.js';
import { number } from './format.js';
import { get, on } from './state.js';
import { t } from './text.js';
import { stopPlan } from './tourplan.js';

const SAY_EVERY_MS = 10000;

let parts = null; // the elements that change each second, and the plan they tell of
let saidAt = 0;

export function startMaking() {
  on('making lang', draw);
  setInterval(draw, 1000);
  draw();
}

function draw() {
  const making = get('making');
  const place = byId('making');
  byId('order').hidden = Boolean(making);
  place.hidden = !making;
  if (!making) {
    if (parts) {
      end();
    }
    return;
  }
  if (!parts || parts.id !== making.id || parts.lang !== get('lang')) {
    build(making, place);
  }
  const words = tell(making);
  parts.words.textContent = words;
  parts.bar.value = Math.round(100 * making.share);
  parts.stop.disabled = Boolean(making.stopping);
  parts.stop.textContent = t(making.stopping ? 'making_stopping' : 'making_stop');
  if (Date.now() - saidAt > SAY_EVERY_MS) {
    saidAt = Date.now();
    say(words);
  }
}

function build(making, place) {
  parts = {
    id: making.id,
    lang: get('lang'),
    words: h('p', { class: 'making-words' }),
    bar: h('progress', { max: 100, 'aria-label': t('making') }),
    stop: h('button', { type: 'button', class: 'button', id: 'stop-plan', on: { click: stopPlan } }),
  };
  fill(place, h('h2', {}, t('making')), parts.words, parts.bar, h('p', { class: 'acts' }, parts.stop));
}

function tell(making) {
  const seconds = Math.round((Date.now() - making.since) / 1000);
  const best = making.unassigned_stops;
  const step = making.state === 'waiting' ? t('making_waits') : best === null ? t('making_gathers') : t('making_best', { n: best });
  const share = making.share > 0 ? ', ' + t('making_share', { n: number(100 * making.share) }) : '';
  return step + ' ' + t('making_seconds', { n: seconds }) + share + '.';
}

function end() {
  parts = null;
  saidAt = 0;
  const plan = get('plan');
  if (plan && !get('orderProblem')) {
    say(t('made', { tours: plan.tours.length, gaps: plan.unassigned.length }));
  }
  if (document.activeElement === document.body) {
    byId('tours').focus({ preventScroll: true }); // the button that had the focus is gone
  }
}
