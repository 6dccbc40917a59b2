// Several reports at once: chosen in the queue with a box or the key V, decided with one reason. Each decision stands for itself;
// those that were refused stay chosen, with the reason beside them.

import { newId, post } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { readQueue } from './officerqueue.js';
import { decisionOn, sendOrKeep } from './officersend.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';

const EVIDENCE = ['phoned', 'visited', 'known', 'list'];
/** Decisions that must say what they rest on; the server refuses them without. */
export const NEEDS_GROUNDS = ['confirmed', 'rejected'];
const AT_ONCE = 20; // so that each answer comes in time over a weak link, and people see that something happens

export function startBulk() {
  set({ bulkTold: null });
  on('lang picked bulkTold queue', draw);
}

/** Chooses a report, or leaves it out again. */
export function pick(report) {
  const picked = new Set(get('picked'));
  if (!picked.delete(report)) {
    picked.add(report);
  }
  set({ picked });
  say(t('bulk_n', { n: picked.size }));
}

export function pickAll() {
  const waiting = (get('queue') || []).map((one) => one.report);
  const all = waiting.every((report) => get('picked').has(report));
  set({ picked: new Set(all ? [] : waiting) });
  say(t('bulk_n', { n: get('picked').size }));
}

// The form stays as it is while somebody writes in it; only its head and outcome change.
function draw() {
  const place = byId('bulk');
  const known = new Map((get('queue') || []).map((one) => [one.report, one]));
  const n = Array.from(get('picked')).filter((report) => known.has(report)).length;
  place.hidden = n === 0 && !get('bulkTold');
  if (place.hidden) {
    fill(place);
    return;
  }
  const reason = byId('bulk-reason');
  const evidence = byId('bulk-evidence');
  fill(place,
    h('h2', { id: 'bulk-head' }, t('bulk_n', { n })),
    outcome(known),
    n > 0 && [h('p', {}, h('label', { for: 'bulk-evidence' }, t('evidence') + ' '), h('select', { id: 'bulk-evidence' }, EVIDENCE.map((word) => h('option', { value: word, selected: Boolean(evidence) && evidence.value === word }, t('evidence_' + word))))),
      h('p', {}, h('label', { for: 'bulk-reason' }, t('reason') + ' '), h('input', { id: 'bulk-reason', maxlength: 1000, autocomplete: 'off', value: reason ? reason.value : '' })),
      h('p', { class: 'acts' },
        h('button', { type: 'button', class: 'button primary', id: 'bulk-confirmed', on: { click: () => decide('confirmed') } }, t('confirm')),
        h('button', { type: 'button', class: 'button', id: 'bulk-need_more', on: { click: () => decide('need_more') } }, t('call_later')),
        h('button', { type: 'button', class: 'button bad', id: 'bulk-rejected', on: { click: () => decide('rejected') } }, t('reject')),
        h('button', { type: 'button', class: 'plain', id: 'bulk-none', on: { click: () => set({ picked: new Set(), bulkTold: null }) } }, t('bulk_none')))]);
}

function outcome(known) {
  const told = get('bulkTold');
  return told && h('div', { role: 'status' },
    told.sending ? h('p', {}, t('bulk_sending', told.sending)) : told.left ? h('p', { class: 'error' }, stopped(told)) : told.problem ? h('p', { class: 'error' }, said(told.problem)) : h('p', {}, told.kept ? t('bulk_kept', { n: told.kept }) : t('bulk_did', { n: told.decided })),
    told.refused && told.refused.length > 0 && h('ul', { class: 'plain-list' }, told.refused.map((one) => h('li', {}, (known.get(one.report) || { code: '' }).code + ': ' + said(one.problem)))));
}

// "12 reports decided. 3 not: …"; what was taken before a part failed is not forgotten.
const stopped = (told) => [
  (told.decided > 0 || !told.kept) && t('bulk_did', { n: told.decided }),
  told.kept > 0 && t('bulk_kept', { n: told.kept }),
  t('bulk_left', { n: told.left, why: told.problem ? said(told.problem) : t('bulk_fault') }),
].filter(Boolean).join(' ');

async function decide(decision) {
  if (get('bulkTold') && get('bulkTold').sending) {
    return;
  }
  const reason = byId('bulk-reason').value;
  if (decision !== 'confirmed' && reason.trim() === '') {
    set({ bulkTold: { problem: { vi: t('reason_first'), en: t('reason_first') } } });
    byId('bulk-reason').focus();
    return;
  }
  const chosen = get('queue').filter((one) => get('picked').has(one.report));
  const evidence = NEEDS_GROUNDS.includes(decision) ? [byId('bulk-evidence').value] : [];
  const decisions = chosen.map((one) => ({ id: newId(), report: one.report, decision, seen: one.number, evidence, reason }));
  const told = { decided: 0, kept: 0, refused: [], settled: new Set() };
  try {
    for (let i = 0; i < chosen.length; i += AT_ONCE) {
      set({ bulkTold: { sending: { n: i, of: chosen.length } } });
      await sendSome(chosen.slice(i, i + AT_ONCE), decisions.slice(i, i + AT_ONCE), told);
    }
    set({ picked: new Set(told.refused.map((one) => one.report)), bulkTold: told });
    say(told.kept ? t('bulk_kept', { n: told.kept }) : t('bulk_did', { n: told.decided }));
  } catch (failure) {
    const rest = chosen.map((one) => one.report).filter((report) => !told.settled.has(report));
    set({ picked: new Set([...told.refused.map((one) => one.report), ...rest]), bulkTold: { ...told, problem: failure.problem || null, left: rest.length } });
    say(stopped(get('bulkTold')));
    if (!failure.problem) {
      throw failure;
    }
  }
  await readQueue();
}

async function sendSome(chosen, decisions, told) {
  try {
    const answer = navigator.onLine ? await post('/verifications', { decisions }) : null;
    if (answer) {
      chosen.forEach((one) => told.settled.add(one.report));
      told.refused.push(...answer.items.filter((one) => !one.decided));
      told.decided += answer.items.filter((one) => one.decided).length;
      return;
    }
  } catch (failure) {
    if (!failure.network) {
      throw failure;
    }
  }
  await keepEach(chosen, decisions, told);
}

// Without a network each waits by itself, under the id that the list gave it: nothing is taken twice.
async function keepEach(chosen, decisions, told) {
  for (let i = 0; i < chosen.length; i++) {
    try {
      const taken = await sendOrKeep(decisionOn(chosen[i], decisions[i]));
      told[taken ? 'decided' : 'kept']++;
      told.settled.add(chosen[i].report);
    } catch (failure) {
      if (!failure.problem) {
        throw failure;
      }
      told.settled.add(chosen[i].report);
      told.refused.push({ report: chosen[i].report, problem: failure.problem });
    }
  }
}
