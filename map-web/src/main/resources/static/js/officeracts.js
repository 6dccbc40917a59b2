// Deciding: on what it rests, what is needed, and the four acts, with keys. What was done is said and can be taken back.

import { newId, post } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { itemName } from './lacks.js';
import { NEEDS_GROUNDS, pick } from './officerbulk.js';
import { readCase } from './officercase.js';
import { keysAct, showKeys } from './officerkeys.js';
import { beside, readQueue } from './officerqueue.js';
import { decisionOn, sendOrKeep, waitingAct } from './officersend.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';
import { keepTyped } from './typed.js';
import { unitField } from './unitfield.js';

const EVIDENCE = ['visited', 'phoned', 'known', 'photo', 'neighbour', 'team', 'list'];
const TEXT = ['INPUT', 'SELECT', 'TEXTAREA'];
const UNDO_MS = 10000;
const DECIDES = ['a', 'c', 'x', '1', '2', '3'];
const KEEPS_WAITING = ['need_more', 'handed_over'];

const sending = new Set(); // reports whose decision is on its way: each is decided once, and none holds up another

let undoTimer = 0;
let asked = null; // the decision whose reason is being written

export function startActs() {
  set({ done: null, refused: null, missed: [] }); // missed: {report, code, problem} that was refused while the officer was at another one
  on('case', () => { asked = null; set({ refused: null }); });
  on('lang case items acts', draw);
  on('refused', () => { const place = byId('refused'); if (place) { fill(place, get('refused') ? said(get('refused')) : ''); } });
  on('lang done missed', drawDone);
  byId('decide').addEventListener('submit', (event) => { event.preventDefault(); entered(); });
  document.addEventListener('keydown', keys);
}

function keys(event) {
  const typing = TEXT.includes(event.target.tagName) && event.target.type !== 'checkbox';
  if (event.ctrlKey || event.altKey || event.metaKey || typing || get('part') !== 'waiting') {
    return;
  }
  if (event.key === '?') {
    showKeys();
    return;
  }
  if ((!keysAct() && event.key.length === 1) || document.querySelector('dialog[open]')) {
    return;
  }
  const key = event.key.toLowerCase();
  const move = { j: 1, k: -1 }[key];
  if (move) {
    const other = beside(move);
    if (other) {
      set({ chosen: other.report });
    }
  } else if (key === 'v') {
    const report = event.target.dataset.pick || event.target.dataset.report || get('chosen');
    if (report) {
      pick(report);
    }
  } else if (key === 'b' && !byId('bulk').hidden) {
    byId('bulk').querySelector('button, select').focus();
    event.preventDefault();
  } else if (key === 'z') {
    once(event, undoLast);
  } else if (key === 'escape') {
    set({ chosen: null });
  } else if (waits()) {
    const act = { a: confirm, c: () => explained('need_more'), x: () => explained('rejected'), 1: () => merge(0), 2: () => merge(1), 3: () => merge(2), e: () => byId('people').focus() }[key];
    if (act) {
      event.preventDefault();
      once(event, act);
    }
  } else if (get('chosen') && !get('case') && DECIDES.includes(key)) {
    tooSoon();
  } else if (key === 'x' && byId('reject')) { // what was confirmed before
    event.preventDefault();
    byId('reject').click();
  }
}

// A key that is held down acts once: the next case comes under it.
const once = (event, act) => !event.repeat && act();

// Nobody decides what is not there to be read yet; that the key did nothing is said.
function tooSoon() {
  fill(byId('case-head'), h('p', { class: 'pad', id: 'too-soon' }, t('key_too_soon')));
  say(t('key_too_soon'));
}

const waits = () => Boolean(get('case')) && ['open', 'need_more'].includes(get('case').waiting.state) && !waitingAct(get('case').waiting.report);

let drawn = null; // what the form stands for: a report, and the number of its newest decision

function draw() {
  const one = get('case');
  const now = one && one.waiting.report + ' ' + one.waiting.number;
  if (now && now === drawn) {
    keepTyped(byId('decide'), drawForm);
  } else {
    drawForm();
  }
  drawn = now;
}

function drawForm() {
  const one = get('case');
  const form = byId('decide');
  form.hidden = !one;
  if (!one) {
    fill(form);
    return;
  }
  const kept = waitingAct(one.waiting.report);
  if (kept) {
    fill(form, h('p', { id: 'kept-act' }, h('b', {}, t('did_' + kept.body.decision)), ' · ', t('field_unsent')));
    return;
  }
  const key = (letter) => h('kbd', { 'aria-hidden': 'true' }, letter);
  const button = (id, words, letter, act, kind) => h('button', { type: kind === 'primary' ? 'submit' : 'button', class: 'button ' + (kind || ''), id, 'aria-keyshortcuts': letter, on: kind === 'primary' ? {} : { click: act } }, words, key(letter));
  if (!waits()) {
    fill(form, h('p', { class: 'error', id: 'refused', role: 'alert' }), reason(), h('p', { class: 'acts' },
      one.waiting.state === 'confirmed' && button('reject', t('reject'), 'X', () => explained('rejected'), 'bad'),
      h('button', { type: 'button', class: 'button', id: 'undo', on: { click: () => decide('undone') } }, t('take_back'))), one.waiting.state === 'confirmed' && evidence());
    return;
  }
  const first = one.candidates.slice(0, 3);
  fill(form,
    evidence(),
    h('p', { class: 'amounts' },
      h('label', {}, t('people') + ' ', h('input', { id: 'people', type: 'number', min: 1, max: 10000, value: one.waiting.people || '', inputmode: 'numeric' })),
      h('label', {}, t('vulnerable') + ' ', h('input', { id: 'vulnerable', type: 'number', min: 0, max: 10000, value: one.waiting.vulnerable_people || '', inputmode: 'numeric' })),
      one.asked.map((line) => h('label', {}, itemName(line.item) + ' ', h('input', { type: 'number', min: 0, step: 'any', 'data-item': line.item, placeholder: t('by_ration'), value: line.quantity === null ? '' : line.quantity })))),
    first.length > 0 && h('p', {}, h('label', {}, h('input', { type: 'checkbox', id: 'another' }), ' ' + t('another_home'))),
    first.map((c, i) => c.household && c.open && h('p', {}, h('label', {}, h('input', { type: 'radio', name: 'household', value: c.household }), ' ' + t('same_household', { n: i + 1 })))),
    reason(),
    h('p', { class: 'error', id: 'refused', role: 'alert' }, get('refused') ? said(get('refused')) : ''),
    h('p', { class: 'acts' },
      button('confirm', t('confirm'), 'A', confirm, 'primary'),
      first.length > 0 && first[0].report && button('merge', t('merge', { n: 1 }), '1', () => merge(0)),
      button('more-needed', t('call_later'), 'C', () => explained('need_more')),
      button('reject', t('reject'), 'X', () => explained('rejected'), 'bad'),
      h('span', { class: 'hand' }, h('label', {}, t('hand_to') + ' ', unitField(h('input', { id: 'hand-to', size: 9, autocomplete: 'off' }))), h('button', { type: 'button', class: 'link', id: 'hand', on: { click: () => decide('handed_over', { hand_to: byId('hand-to').value }) } }, t('hand')))));
}

const evidence = () => h('fieldset', { class: 'evidence' }, h('legend', {}, t('evidence')), EVIDENCE.map((word) => h('label', {}, h('input', { type: 'checkbox', name: 'evidence', value: word }), ' ' + t('evidence_' + word))));

const reason = () => h('p', { class: 'why' }, h('label', { for: 'reason' }, t('reason') + ' '), h('input', { id: 'reason', maxlength: 1000, autocomplete: 'off' }));

const checked = (name) => Array.from(document.querySelectorAll('#decide [name=' + name + ']:checked')).map((box) => box.value);

const whole = (id) => (byId(id).value === '' ? null : Number(byId(id).value));

function confirm() {
  if (groundless('confirmed')) {
    return null;
  }
  const one = get('case');
  const lines = Array.from(document.querySelectorAll('#decide [data-item]')).filter((input) => input.value !== '0')
    .map((input) => ({ item: input.getAttribute('data-item'), quantity: input.value === '' ? null : Number(input.value) }));
  return decide('confirmed', {
    people: whole('people'), vulnerable_people: whole('vulnerable'), place: get('moved'),
    lines: one.waiting.kind === 'need' ? lines : null,
    household: checked('household')[0] || null, another_home: Boolean(byId('another') && byId('another').checked),
  });
}

function merge(place) {
  const candidate = get('case').candidates[place];
  return candidate && candidate.report ? decide('duplicate', { duplicate_of: candidate.report }) : null;
}

// Enter in the field of the reason does what the reason was asked for, and never confirms what was to be refused.
function entered() {
  if (document.activeElement !== byId('reason')) {
    confirm();
  } else if (asked) {
    explained(asked);
  }
}

// What needs a reason asks for it where it is written.
function explained(decision) {
  asked = decision;
  if (byId('reason').value.trim() === '') {
    byId('reason').focus();
    set({ refused: { vi: t('reason_first'), en: t('reason_first') } });
    return null;
  }
  return groundless(decision) ? null : decide(decision);
}

// Asked for here and not by the server alone: without a network it would be refused when nobody stands before the house any more.
function groundless(decision) {
  if (!NEEDS_GROUNDS.includes(decision) || checked('evidence').length) {
    return false;
  }
  set({ refused: { vi: t('evidence_first'), en: t('evidence_first') } });
  document.querySelector('#decide [name=evidence]').focus();
  return true;
}

async function decide(decision, more) {
  const { waiting } = get('case');
  if (sending.has(waiting.report)) {
    set({ refused: { vi: t('decision_on_its_way'), en: t('decision_on_its_way') } });
    return;
  }
  const body = { id: newId(), report: waiting.report, decision, seen: waiting.number, evidence: checked('evidence'), reason: byId('reason').value, ...more };
  const next = beside(1) || beside(-1);
  sending.add(waiting.report);
  clearTimeout(undoTimer);
  // Z would take back the one before, which nobody means now.
  set({ done: null, missed: without(waiting.report) });
  try {
    const taken = await sendOrKeep(decisionOn(waiting, body));
    tell(taken ? { ...taken, code: waiting.code } : { decision, kept: true, code: waiting.code });
    // Whoever went on to another one meanwhile stays there.
    const stays = get('chosen') !== waiting.report;
    set({ ...(taken && leaves(waiting.report, decision)), ...(stays ? {} : { refused: null, chosen: next && next.report }) });
    if (taken) {
      readQueue();
    }
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    await refuse(waiting, failure.problem);
  } finally {
    sending.delete(waiting.report);
  }
}

function tell(done) {
  set({ done });
  clearTimeout(undoTimer);
  undoTimer = setTimeout(() => set({ done: null }), UNDO_MS);
  say(t('did_' + done.decision) + ': ' + done.code + (done.kept ? '. ' + t('field_unsent') : ''));
}

// What was decided leaves those that wait, before the queue is read again: nobody comes to it once more.
const leaves = (report, decision) => (get('shown') === 'waiting' && !KEEPS_WAITING.includes(decision) && get('queue') ? { queue: get('queue').filter((one) => one.report !== report) } : {});

// Somebody else was faster: what was decided meanwhile is shown before anybody decides again.
async function refuse(waiting, problem) {
  const isHere = () => get('chosen') === waiting.report;
  if (isHere() && ['DECIDED_ALREADY', 'REPORT_MERGED'].includes(problem.code)) {
    await readCase();
  }
  if (!isHere()) {
    set({ missed: without(waiting.report).concat({ report: waiting.report, code: waiting.code, problem }) });
    say(t('not_decided', { code: waiting.code }) + ' ' + said(problem));
    return;
  }
  set({ refused: problem });
  const place = byId(problem.field === 'evidence' ? 'decide' : problem.field === 'reason' ? 'reason' : 'refused');
  const input = place && place.id === 'decide' ? place.querySelector('[name=evidence]') : place;
  if (input) {
    input.focus();
  }
}

function drawDone() {
  const done = get('done');
  const missed = get('missed');
  byId('done').className = missed.length ? 'strip warn' : done ? 'strip done' : '';
  fill(byId('done'), missed.map(notDone), done && [t('did_' + done.decision) + ': ' + done.code + ' ',
    done.kept && h('b', {}, t('field_unsent')),
    !done.kept && done.decision !== 'undone' && done.decision !== 'need_more' && done.decision !== 'handed_over'
      && h('button', { type: 'button', class: 'link', id: 'undo-last', on: { click: undoLast } }, t('undo'), h('kbd', { 'aria-hidden': 'true' }, 'Z'))]);
}

const without = (report) => get('missed').filter((one) => one.report !== report);

// It stays in view until the officer went back to it or decided anew.
const notDone = ({ report, code, problem }) => h('p', { 'data-missed': report }, h('b', {}, t('not_decided', { code })), ' ' + said(problem) + ' ',
  h('button', { type: 'button', class: 'link', on: { click: () => set({ chosen: report, missed: without(report) }) } }, t('back_to_it')));

async function undoLast() {
  const done = get('done');
  if (!done || done.kept || !['confirmed', 'rejected', 'duplicate'].includes(done.decision)) {
    return;
  }
  const before = get('chosen');
  set({ done: null });
  try {
    const undone = await post('/verifications', { id: newId(), report: done.report, decision: 'undone', seen: done.number, evidence: [], reason: t('undone_at_once') });
    tell({ ...undone, code: done.code });
    if (get('chosen') === before) {
      set({ chosen: done.report });
    }
    readQueue();
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ trouble: failure });
  }
}
