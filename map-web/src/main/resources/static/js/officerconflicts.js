// What an officer decided without a network and somebody else decided meanwhile: before, mine and theirs side by side. Nothing is
// chosen beforehand, and nothing is written over before a person says so.

import { newId, post, read } from './api.js';
import { h, say } from './dom.js';
import { clockAndDay, number } from './format.js';
import { itemName } from './lacks.js';
import { readQueue } from './officerqueue.js';
import { forgetAct } from './officersend.js';
import { drop } from './outbox.js';
import { tried } from './reads.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';

const HOLDS = ['confirmed', 'rejected', 'duplicate'];

export function startConflicts() {
  set({ conflicts: new Map() });
  on('refusedActs', readTheirs);
  readTheirs();
}

// How each refused decision's report stands now; null when it is none of this officer's any more.
async function readTheirs() {
  const known = get('conflicts');
  for (const act of get('refusedActs').filter((one) => one.kind === 'decision' && !known.has(one.id))) {
    known.set(act.id, undefined);
    const now = await tried('conflict', () => read('/verifications/' + act.about).catch((failure) => {
      if (failure.problem && failure.problem.status === 404) {
        return { gone: true };
      }
      throw failure;
    }));
    if (now) {
      set({ conflicts: new Map(get('conflicts')).set(act.id, now) });
    } else {
      known.delete(act.id);
    }
  }
}

/** The list of refused acts, for the page of the day. */
export function drawConflicts() {
  const refused = get('refusedActs');
  return refused.length > 0 && [h('h3', { id: 'conflicts-head', tabindex: '-1' }, t('conflicts', { n: refused.length })), refused.map((act) => (act.kind === 'decision' ? decision(act) : other(act)))];
}

function other(act) {
  return h('section', { class: 'conflict', 'data-conflict': act.id },
    h('p', {}, h('b', {}, t('field_act_' + act.kind)), ' · ' + clockAndDay(act.at)), h('p', { class: 'error' }, said(act.problem)),
    h('p', { class: 'acts' }, h('button', { type: 'button', class: 'button', 'data-theirs': act.id, on: { click: () => giveUp(act) } }, t('conflict_drop'))));
}

function decision(act) {
  const now = get('conflicts').get(act.id);
  const theirs = now && now.decisions ? now.decisions[now.decisions.length - 1] : null;
  const head = ['conflict_before', 'conflict_mine', 'conflict_theirs'];
  const row = (name, before, mine, other) => h('tr', {}, h('th', { scope: 'row' }, t(name)), h('td', {}, before || '–'), h('td', { class: differs(mine, other) }, mine || '–'), h('td', { class: differs(mine, other) }, other === null ? t(now ? 'conflict_as_sent' : 'reading') : other || '–'));
  const d = theirs && theirs.decision;
  return h('section', { class: 'conflict', 'data-conflict': act.id },
    h('h4', {}, act.code + (now && now.waiting ? ' · ' + (now.waiting.unit_name || t('unit_unknown')) : '')),
    h('p', { class: 'error' }, said(act.problem)),
    h('div', { class: 'scroll' }, h('table', {},
      h('thead', {}, h('tr', {}, h('td', {}), head.map((name) => h('th', { scope: 'col' }, t(name))))),
      h('tbody', {},
        row('conflict_decision', t('state_' + act.before.state), t('did_' + act.body.decision), d && t('did_' + d.decision)),
        row('conflict_by', '', get('session').name, d && d.by),
        row('conflict_at', '', clockAndDay(act.at), d && clockAndDay(d.at)),
        row('evidence', '', evidence(act.body.evidence), d && evidence(d.evidence)),
        row('reason', '', act.body.reason, theirs && theirs.reason),
        row('people', count(act.before.people), count(act.body.people || act.before.people), now && now.waiting && count(now.waiting.people)),
        row('asks', act.before.items.map(itemName).join(', '), (act.body.lines || []).map((line) => itemName(line.item)).join(', '), null)))),
    h('p', { class: 'acts' },
      h('button', { type: 'button', class: 'button', 'data-theirs': act.id, on: { click: () => giveUp(act) } }, t('conflict_keep_theirs')),
      now && now.waiting && h('button', { type: 'button', class: 'button', 'data-mine': act.id, on: { click: () => insist(act, now) } }, t('conflict_take_mine'))));
}

// What the other did not say differs from nothing.
const differs = (mine, other) => (other !== null && (mine || '') !== (other || '') ? 'differs' : null);
const count = (n) => (n ? number(n) : '');
const evidence = (words) => words.map((word) => t('evidence_' + word)).join(', ');

async function giveUp(act) {
  await drop(act.id);
  await settled(act, 'conflict_did_theirs');
}

// The other's decision is taken back in the open, and mine stands on it; both stay in the report's history.
async function insist(act, now) {
  try {
    let seen = now.waiting.number;
    if (HOLDS.includes(now.waiting.state)) {
      seen = (await post('/verifications', { id: newId(), report: act.about, decision: 'undone', seen, evidence: [], reason: t('conflict_reason') })).number;
    }
    await post('/verifications', { ...act.body, id: newId(), seen });
    await drop(act.id);
    await settled(act, 'conflict_did_mine');
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    // Once more somebody was faster, or it was refused for another reason: both are shown as they are now.
    get('conflicts').delete(act.id);
    set({ refusedActs: get('refusedActs').map((one) => (one.id === act.id ? { ...one, problem: failure.problem } : one)) });
  }
}

async function settled(act, words) {
  await forgetAct(act.id);
  set({ refusedActs: get('refusedActs').filter((one) => one.id !== act.id) });
  say(t(words));
  await readQueue();
}
