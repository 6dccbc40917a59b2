// Several reports at once: chosen in the queue with a box or the key V, decided with one reason. Each decision stands for itself;
// those that were refused stay chosen, with the reason beside them.

import { newId, post } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { readQueue } from './officerqueue.js';
import { sendOrKeep } from './officersend.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';

const EVIDENCE = ['phoned', 'visited', 'known', 'list'];
const NEEDS_GROUNDS = ['confirmed', 'rejected'];

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
    told.problem ? h('p', { class: 'error' }, said(told.problem)) : h('p', {}, told.kept ? t('bulk_kept', { n: told.kept }) : t('bulk_did', { n: told.decided })),
    told.refused && told.refused.length > 0 && h('ul', { class: 'plain-list' }, told.refused.map((one) => h('li', {}, (known.get(one.report) || { code: '' }).code + ': ' + said(one.problem)))));
}

async function decide(decision) {
  const reason = byId('bulk-reason').value;
  if (decision !== 'confirmed' && reason.trim() === '') {
    set({ bulkTold: { problem: { vi: t('reason_first'), en: t('reason_first') } } });
    byId('bulk-reason').focus();
    return;
  }
  const chosen = get('queue').filter((one) => get('picked').has(one.report));
  const evidence = NEEDS_GROUNDS.includes(decision) ? [byId('bulk-evidence').value] : [];
  const decisions = chosen.map((one) => ({ id: newId(), report: one.report, decision, seen: one.number, evidence, reason }));
  try {
    if (!navigator.onLine) {
      await keepEach(chosen, decisions);
      return;
    }
    const answer = await post('/verifications', { decisions });
    const refused = answer.items.filter((one) => !one.decided);
    set({ picked: new Set(refused.map((one) => one.report)), bulkTold: { decided: answer.items.length - refused.length, refused } });
    say(t('bulk_did', { n: answer.items.length - refused.length }));
    await readQueue();
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    if (failure.network) {
      await keepEach(chosen, decisions);
    } else {
      set({ bulkTold: { problem: failure.problem } });
    }
  }
}

// Without a network each waits by itself, under the id that the list gave it: nothing is taken twice.
async function keepEach(chosen, decisions) {
  let sent = 0;
  const refused = [];
  for (let i = 0; i < chosen.length; i++) {
    const { report, code, state, number, people, items } = chosen[i];
    const act = { kind: 'decision', about: report, code, before: { state, number, people, items }, path: '/verifications', body: decisions[i], label: t('did_' + decisions[i].decision) + ': ' + code };
    try {
      sent += (await sendOrKeep(act)) ? 1 : 0;
    } catch (failure) {
      if (!failure.problem) {
        throw failure;
      }
      refused.push({ report, problem: failure.problem });
    }
  }
  const kept = chosen.length - sent - refused.length;
  set({ picked: new Set(refused.map((one) => one.report)), bulkTold: { decided: sent, kept, refused } });
  say(t('bulk_kept', { n: kept }));
}
