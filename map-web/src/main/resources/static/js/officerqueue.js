// The queue: the most pressing report first; one is chosen and shown beside it.

import { newestOnly, read } from './api.js';
import { byId, fill, h } from './dom.js';
import { agoShort, people } from './format.js';
import { urgencyShape } from './icons.js';
import { itemName } from './lacks.js';
import { onChanged } from './live.js';
import { showKeys } from './officerkeys.js';
import { waitingAct } from './officersend.js';
import { pick, pickAll } from './officerbulk.js';
import { chooseDisaster, ofDisaster, tried } from './reads.js';
import { get, on, set } from './state.js';
import { t } from './text.js';

const PAGE = 50;
const STATES = ['waiting', 'confirmed', 'rejected', 'duplicate'];
const WAITS_LONG_MS = 2 * 3600 * 1000;

const newest = newestOnly();

export const mayVerify = () => ['officer', 'administrator'].includes(get('session').role);

export function startQueue() {
  set({ queue: null, queueNext: null, shown: 'waiting', chosen: null, picked: new Set() });
  on('session disaster shown', again);
  on('lang queue chosen session items picked acts', draw);
  on('lang disaster disasters session', facts);
  onChanged((topics) => topics.includes('reports') && readQueue());
  setInterval(() => !byId('queue').contains(document.activeElement) && draw(), 60000); // waits grow
  [draw, facts].forEach((f) => f());
}

function facts() {
  const all = get('disasters') || [];
  const chosen = get('disaster');
  const select = all.length > 1 && h('select', { id: 'disaster', 'aria-label': t('disaster'), on: { change: () => chooseDisaster(select.value) } },
    all.map((one) => h('option', { value: one.id, selected: chosen && one.id === chosen.id }, one.name)));
  fill(byId('facts'), get('session').role === 'administrator' && h('a', { href: '/accounts', id: 'to-accounts' }, t('to_accounts')), select || (chosen && h('span', { class: 'disaster' }, chosen.name)), get('session').name && h('b', { class: 'signed-in' }, get('session').name));
}

let asked = ''; // by whom, of which disaster, which reports

// Disasters are read again now and then; only another one takes the open case from the officer's hands.
async function again() {
  const asks = [get('session').role, get('session').name, (get('disaster') || {}).id, get('shown')].join('\n');
  if (asks !== asked) {
    asked = asks;
    set({ queue: null, queueNext: null, chosen: null, picked: new Set(), bulkTold: null });
  }
  await readQueue();
}

/** Reads as much of the queue as is shown; the chosen report stays chosen. */
export async function readQueue() {
  if (!mayVerify() || !get('disaster')) {
    return;
  }
  const limit = Math.max(PAGE, Math.min(500, (get('queue') || []).length));
  const answer = await tried('queue', () => newest('/verifications', ofDisaster({ state: get('shown'), limit })));
  if (answer) {
    set({ queue: answer.items, queueNext: answer.next });
  }
}

async function readMore() {
  const answer = await tried('queue', () => read('/verifications', ofDisaster({ state: get('shown'), limit: PAGE, after: get('queueNext') })));
  if (answer) {
    set({ queue: get('queue').concat(answer.items), queueNext: answer.next });
  }
}

/** The report that follows the chosen one by so many places; null at the ends. */
export function beside(places) {
  const queue = get('queue') || [];
  const at = queue.findIndex((one) => one.report === get('chosen'));
  return queue[at + places] || null;
}

function draw() {
  const queue = get('queue');
  if (!get('session').signed_in || !mayVerify()) {
    fill(byId('queue'), h('p', { class: 'pad' }, t(get('session').signed_in ? 'not_yours' : 'sign_in_first')),
      !get('session').signed_in && h('p', { class: 'pad' }, h('button', { type: 'button', class: 'button primary', id: 'sign-in-here', on: { click: () => byId('session').hidden ? byId('account').click() : byId('sign-in-name').focus() } }, t('sign_in'))));
    return;
  }
  fill(byId('queue'),
    h('div', { class: 'queue-head' },
      h('select', { id: 'shown', 'aria-label': t('show'), on: { change: (event) => set({ shown: event.target.value }) } },
        STATES.map((state) => h('option', { value: state, selected: state === get('shown') }, t('shown_' + state)))),
      queue && queue.length > 0 && get('shown') === 'waiting' && h('button', { type: 'button', class: 'plain', id: 'pick-all', on: { click: pickAll } }, t('bulk_all')),
      queue && h('span', { class: 'mute' }, t('n_waiting', { n: queue.length, count: queue.length + (get('queueNext') ? '+' : '') })),
      h('button', { type: 'button', class: 'plain', id: 'keys-show', on: { click: showKeys } }, t('keys'), h('kbd', { 'aria-hidden': 'true' }, '?'))),
    queue && queue.length === 0 && h('p', { class: 'pad' }, t('queue_empty')),
    queue && h('ol', { class: 'queue-rows' }, queue.map(row)),
    get('queueNext') && h('p', { class: 'pad' }, h('button', { type: 'button', class: 'button', id: 'more', on: { click: readMore } }, t('more'))));
}

export const shape = (pressing) => (pressing === 'sos' ? 'critical' : pressing);

// Whoever serves one commune need not read its name in each row.
function short(name) {
  const { units } = get('session');
  return name && units && units.length === 1 && units[0].length > 2 ? name.split(', ')[0] : name;
}

function row(one) {
  const wait = Date.now() - new Date(one.received_at).getTime();
  const items = one.items.map(itemName).join(', ');
  const chosen = one.report === get('chosen');
  const waiting = get('shown') === 'waiting';
  const name = short(one.unit_name) || t('unit_unknown');
  return h('li', { class: 'queue-row' + (chosen ? ' chosen' : '') + (waiting ? ' pickable' : '') },
    waiting && h('label', { class: 'pick' }, h('input', { type: 'checkbox', 'data-pick': one.report, checked: get('picked').has(one.report), on: { change: () => pick(one.report) } }), h('span', { class: 'unseen' }, t('bulk_pick', { name: name + ' ' + one.code }))),
    h('span', { class: 'when' + (wait > WAITS_LONG_MS ? ' late' : '') }, agoShort(one.received_at)),
    urgencyShape(shape(one.pressing), t('pressing_' + one.pressing)),
    h('span', { class: 'what' },
      h('button', { type: 'button', class: 'link', 'data-report': one.report, 'aria-current': chosen ? 'true' : null, on: { click: () => set({ chosen: one.report }) } },
        name),
      h('span', {}, [t('kind_' + one.kind) !== '' && one.kind !== 'need' ? t('kind_' + one.kind) : '', one.people ? people(one.people) : '', items].filter(Boolean).join(' · '))),
    h('span', { class: 'marks' },
      h('span', { class: 'code' }, one.code), h('br', {}),
      waitingAct(one.report) && h('span', { class: 'mark unsent-mark' }, t('field_unsent')),
      one.silent && h('span', { class: 'mark' }, t('silent')),
      one.state === 'need_more' && h('span', { class: 'mark' }, t('state_need_more')),
      one.suspected && h('span', { class: 'mark' }, t('suspected'))));
}
