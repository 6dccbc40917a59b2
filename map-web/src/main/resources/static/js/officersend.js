// Sends an officer's act, or keeps it in the outbox when nothing can be sent. What was kept is remembered with what the officer
// saw, so that two who decided about one thing can be shown side by side.

import { post } from './api.js';
import { keepActs, keptActs } from './officerkept.js';
import { put, unsent, whenChanged } from './outbox.js';
import { get, set } from './state.js';
import { t } from './text.js';

const WEB = '/api/v1';
const putting = new Set(); // remembered here and not in the outbox yet

export async function startSending() {
  set({ acts: await keptActs() });
  whenChanged(settle);
  await settle();
}

/** The act on a report or household that is kept and not sent; undefined when there is none. */
export const waitingAct = (about) => get('acts').find((act) => act.about === about);

/** The act of a decision on a report as it stands in the queue. */
export function decisionOn({ report, code, state, number, people, items }, body) {
  return { kind: 'decision', about: report, code, before: { state, number, people, items }, path: '/verifications', body, label: t('did_' + body.decision) + ': ' + code };
}

/**
 * Posts the act; null when it was kept instead, because no answer came. A refusal is thrown, as by post.
 *
 * act: {kind, about, path, body, label, before}; body.id is the act's id, `about` its report or household, `before` what was seen.
 */
export async function sendOrKeep({ path, label, ...act }) {
  if (navigator.onLine) {
    try {
      return await post(path, act.body);
    } catch (failure) {
      if (!failure.network) {
        throw failure;
      }
    }
  }
  // Remembered before it is put: the outbox may send it at once.
  putting.add(act.body.id);
  await remember(get('acts').concat({ ...act, id: act.body.id, at: new Date().toISOString() }));
  await put({ id: act.body.id, path: WEB + path, body: act.body, label });
  putting.delete(act.body.id);
  return null;
}

let writing = Promise.resolve();

// One after the other, so that what is kept last is what holds.
function remember(acts) {
  set({ acts });
  writing = writing.then(() => keepActs(get('acts')));
  return writing;
}

/** Forgets what was kept of an act that a person settled. */
export const forgetAct = (id) => remember(get('acts').filter((act) => act.id !== id));

// What the outbox does not hold any more was sent; what it was refused waits for a person.
async function settle() {
  const handed = new Set(get('acts').map((act) => act.id).filter((id) => !putting.has(id)));
  const left = new Map((await unsent()).map((act) => [act.id, act]));
  const acts = get('acts').filter((act) => left.has(act.id) || !handed.has(act.id));
  if (acts.length !== get('acts').length) {
    await remember(acts);
    set({ sentAt: Date.now() });
  }
  set({ refusedActs: acts.filter((act) => left.has(act.id) && left.get(act.id).state === 'refused').map((act) => ({ ...act, problem: left.get(act.id).problem })) });
}
