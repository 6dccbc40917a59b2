// What no tour brings: a line at the bottom that cannot be closed, each place with its reason and what would have served it.

import { byId, fill, h } from './dom.js';
import { households, number, people, placeTitle } from './format.js';
import { showPlace } from './map.js';
import { get, on } from './state.js';
import { t } from './text.js';
import { canPutIn, grip } from './tourgrip.js';
import { goods, plainly } from './tourwords.js';

let large = false;

export function startGaps() {
  on('plan items disaster lang session', draw);
}

function draw() {
  const plan = get('plan');
  const place = byId('gaps');
  place.hidden = !plan;
  if (!plan) {
    return;
  }
  const gaps = plan.unassigned;
  place.classList.toggle('gaps-large', large);
  place.setAttribute('aria-label', t('gaps_title', { n: gaps.length }));
  fill(place,
    h('div', { class: 'gaps-head' },
      h('h2', { class: gaps.length ? 'gaps-some' : null }, gaps.length ? t('gaps_title', { n: number(gaps.length) }) : t('gaps_none')),
      byReason(gaps),
      gaps.length > 1 && h('button', { type: 'button', class: 'plain', id: 'gaps-size', 'aria-expanded': String(large), on: { click: resize } }, t(large ? 'gaps_less' : 'gaps_more'))),
    gaps.length > 0 && h('ul', { class: 'gap-list', tabindex: '0', 'aria-label': t('gaps_title', { n: gaps.length }) }, gaps.map(gapRow)));
}

function byReason(gaps) {
  const counts = new Map();
  gaps.forEach((gap) => counts.set(gap.reason, (counts.get(gap.reason) || 0) + 1));
  return h('p', { class: 'gap-reasons' }, Array.from(counts, ([reason, n]) => h('span', {}, t('gap_' + reason) + ' ', h('b', {}, number(n)))));
}

function gapRow(gap, index) {
  const name = gap.commune_name ? placeTitle(gap.commune_name) : t('several_communes');
  return h('li', { class: 'gap' },
    canPutIn(gap) && grip('gap.' + index, gap.stop, index),
    h('span', { class: 'gap-reason' }, t('gap_' + gap.reason)),
    h('span', { class: 'gap-place' },
      gap.at ? h('button', { type: 'button', class: 'link', 'aria-label': t('show_place', { place: name }), on: { click: () => showPlace(gap.at, 13) } }, name) : h('b', {}, name),
      gap.households > 0 && h('span', { class: 'mute' }, ' ' + households(gap.households) + ', ' + people(gap.people))),
    h('span', { class: 'gap-words' }, plainly(gap), ' ', h('span', { class: 'mute' }, goods(gap.quantities))));
}

function resize() {
  large = !large;
  draw();
  byId('gaps-size').focus();
}
