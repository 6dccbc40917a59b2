// The tours that the team has taken on, for whoever opens the page without the address of one.

import { read } from './api.js';
import { byId, fill, h } from './dom.js';
import { clockAndDay } from './format.js';
import { onChanged } from './live.js';
import { tried } from './reads.js';
import { get, on, set } from './state.js';
import { t } from './text.js';

set({ mine: null }); // claims of the own team on tours, those that live; null while nobody asked

export function startMine() {
  on('session disasters plan', readMine);
  on('mine packs plan lang', draw);
  onChanged((topics) => topics.includes('tours') && readMine());
}

async function readMine() {
  const open = (get('disasters') || []).filter((one) => !one.closed_at);
  if (get('session').role !== 'team' || get('plan')) {
    set({ mine: null });
    return;
  }
  const answers = await tried('mine', () => Promise.all(open.map((one) => read('/claims', { disaster: one.id }))));
  if (answers) {
    set({ mine: [].concat(...answers.map((answer) => answer.items)).filter((one) => one.plan && !one.term.ended_at) });
  }
}

function draw() {
  const packed = new Set(get('packs').map((one) => one.claim));
  const rest = get('plan') ? [] : (get('mine') || []).filter((one) => !packed.has(one.id));
  fill(byId('mine'), rest.length > 0 && [
    h('h2', {}, t('mine')),
    h('ul', { class: 'pack-list' }, rest.map((one) => h('li', {},
      h('a', { href: '/tours?plan=' + encodeURIComponent(one.plan) + '&tour=' + one.tour }, t('tour_n', { n: one.tour })), ' ', h('span', { class: 'mute' }, t('mine_until', { time: clockAndDay(one.term.expires_at) }))))),
  ]);
}
