// One report: the words as they were sent, who sent them, and what may be the same home, compared row by row.

import { newestOnly, read } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { clockAndDay, distance, number, people } from './format.js';
import { urgencyShape } from './icons.js';
import { itemName } from './lacks.js';
import { keptCase } from './officerday.js';
import { mayVerify, shape } from './officerqueue.js';
import { tried } from './reads.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';

const newest = newestOnly();

export function startCase() {
  set({ case: null, phone: null });
  on('chosen', open);
  on('lang case phone items', draw);
  on('session', () => !get('case') && draw());
  draw();
}

async function open() {
  const report = get('chosen');
  set({ case: null, phone: null });
  document.body.classList.toggle('with-case', report !== null);
  if (report) {
    await readCase();
    const title = byId('case-title');
    if (title) {
      title.focus();
      say(title.textContent);
    }
  }
}

/** Reads the chosen report again, for example after somebody else decided. */
export async function readCase() {
  const report = get('chosen');
  const answer = (await tried('case', () => newest('/verifications/' + report))) || keptCase(report);
  if (answer && get('chosen') === report) {
    set({ case: answer });
  }
}

async function showPhone() {
  const answer = await tried('phone', () => read('/verifications/' + get('chosen'), { phone: true }));
  if (answer && answer.waiting.report === get('chosen')) {
    set({ phone: answer.phone });
    byId('phone').focus();
  }
}

function draw() {
  const one = get('case');
  if (!one) {
    fill(byId('case-head'), mayVerify() && h('p', { class: 'pad mute' }, t(get('chosen') ? 'reading' : 'choose_one')));
    ['case-words', 'candidates', 'history'].forEach((id) => fill(byId(id)));
    return;
  }
  const { waiting } = one;
  fill(byId('case-head'), h('div', { class: 'case-title' },
    h('button', { type: 'button', class: 'plain back', on: { click: () => set({ chosen: null }) } }, t('back')),
    h('h2', { id: 'case-title', tabindex: '-1' }, (waiting.unit_name || t('unit_unknown')) + ' · ' + t('kind_' + waiting.kind)),
    h('span', { class: 'urg urg-word-' + shape(waiting.pressing) }, urgencyShape(shape(waiting.pressing)), t('pressing_' + waiting.pressing)),
    h('span', { class: 'mute' }, waiting.code + ' · ' + t('sent_at', { time: clockAndDay(waiting.received_at) })),
    waiting.state !== 'open' && h('span', { class: 'mark' }, t('state_' + waiting.state))));
  words(one);
  candidates(one);
  history(one);
}

const asked = (one) => one.asked.map((line) => itemName(line.item) + (line.quantity === null ? '' : ' ' + number(line.quantity, 1))).join(', ');

function words(one) {
  const { waiting } = one;
  const fact = (name, ...value) => [h('dt', {}, t(name)), h('dd', {}, value)];
  const number5 = (x) => number(x, 5, 5);
  fill(byId('case-words'),
    h('p', { class: 'mute' }, t('as_sent')),
    h('blockquote', {}, one.words || t('no_words')),
    h('dl', {},
      fact('who', h('b', {}, one.name || t('unknown')), one.on_behalf && ' · ' + t('on_behalf')),
      fact('phone', get('phone') !== null
        ? h('a', { id: 'phone', href: 'tel:' + get('phone').replace(/[^+0-9]/g, '') }, get('phone'))
        : one.has_phone
          ? [h('button', { type: 'button', class: 'link', id: 'show-phone', on: { click: showPhone } }, t('show_phone')), h('span', { class: 'mute' }, ' ' + t('is_logged'))]
          : t('unknown')),
      fact('place', one.place ? number5(one.place[1]) + ' · ' + number5(one.place[0]) : t('place_unknown'),
        one.accuracy_m !== null && ' · ±' + distance(one.accuracy_m), waiting.approximate && ' · ' + t('approximate')),
      (one.hamlet || one.place_words) && fact('place_words', [one.hamlet, one.place_words].filter(Boolean).join(' · ')),
      fact('people', waiting.people ? people(waiting.people) : t('unknown'), waiting.vulnerable_people > 0 && ' · ' + t('n_vulnerable', { n: waiting.vulnerable_people })),
      fact('asks', asked(one) || t('nothing'))));
}

function candidates(one) {
  // A wide table is moved sideways on a phone, with keys too.
  byId('candidates').tabIndex = one.candidates.length ? 0 : -1;
  if (!one.candidates.length) {
    fill(byId('candidates'), h('p', { class: 'pad mute' }, t('no_candidates')));
    return;
  }
  const first = one.candidates.slice(0, 3);
  const line = (name, own, of) => h('tr', {}, h('th', { scope: 'row' }, t(name)), h('td', { class: 'own' }, own), first.map((c) => {
    const [value, differs] = of(c);
    return h('td', { class: differs ? 'differs' : null }, value);
  }));
  const agrees = (c) => c.reasons.filter((reason) => reason.agrees).map(said).join(', ');
  const differs = (c) => c.reasons.filter((reason) => !reason.agrees).map(said).join(', ');
  fill(byId('candidates'), h('table', {},
    h('caption', {}, t('compare')),
    h('thead', {}, h('tr', {}, h('td', {}), h('th', { scope: 'col', class: 'own' }, t('this_one')),
      first.map((c, i) => h('th', { scope: 'col' }, h('b', {}, String(i + 1)), ' · ', t('alike', { n: Math.round(c.score * 100) }), h('br', {}), t(c.report ? 'of_report_' + c.state : 'of_household'))))),
    h('tbody', {},
      line('who', one.name || '–', (c) => [c.open ? c.name || '–' : t('closed'), c.open && c.name && one.name && c.reasons.some((r) => r.code === 'other_name')]),
      line('people', waitingPeople(one), (c) => [c.people ? people(c.people) : '–', c.people && one.waiting.people && c.people !== one.waiting.people]),
      line('said', one.words || '–', (c) => [c.words || '–', false]),
      line('agrees', '', (c) => [agrees(c) || '–', false]),
      line('differs', '', (c) => [differs(c) || '–', differs(c) !== '']))));
}

const waitingPeople = (one) => (one.waiting.people ? people(one.waiting.people) : '–');

function history(one) {
  fill(byId('history'), one.decisions.length > 0 && h('ol', { class: 'history' }, one.decisions.map(({ decision, reason }) => h('li', {},
    clockAndDay(decision.at) + ' · ' + decision.by + ': ',
    h('b', {}, t('did_' + decision.decision)),
    decision.evidence.length > 0 && ' (' + decision.evidence.map((e) => t('evidence_' + e)).join(', ') + ')',
    reason && ' “' + reason + '”'))));
}
