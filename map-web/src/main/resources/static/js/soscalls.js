// The cries for help that whoever is signed in may see, and what is said of them: at once, or when the network is back.

import { newestOnly, newId, post, read } from './api.js';
import { say } from './dom.js';
import { onChanged } from './live.js';
import { put, unsent, whenChanged } from './outbox.js';
import { tried } from './reads.js';
import { get, on, set } from './state.js';
import { t } from './text.js';
import { forgetTiles } from './tilecaches.js';
import { erase, eraseOverdue, find, keep, listed } from './tourstore.js';
import { canSeal } from './vault.js';

const AGAIN_MS = 30000; // what falls due is worked out by the server's clock, which announces only changes
/** How long a crew keeps what it holds on the device. */
export const KEPT_FOR_MS = 12 * 3600 * 1000; // as long as a crew's duty lasts
const HELD = 'sos';

const newest = { calls: newestOnly(), crews: newestOnly() };

set({
  calls: null, // as the server tells them; null: not read
  crews: null,
  taken: [], // ids of the vehicles that are on duty, with other teams too
  places: new Map(), // by call: where, and whom to ring; of calls that are held
  saying: new Map(), // by call: the word that is on its way
  kept: new Map(), // by call: words that wait for the network
  refusal: null, // what the server did not take: {commune, problem}
});

export const maySee = () => ['team', 'coordinator', 'administrator'].includes(get('session').role);
export const coordinates = () => ['coordinator', 'administrator'].includes(get('session').role);

/** A crew has it in hand: then its place is told. */
export const isHeld = (call) => call.state === 'acknowledged' || call.state === 'on_the_way';

export async function startCalls() {
  await restore();
  on('session', readRescue);
  onChanged((topics) => topics.some((topic) => ['sos', 'supply'].includes(topic)) && readRescue());
  whenChanged(async () => { await readKept(); await readRescue(); });
  setInterval(readRescue, AGAIN_MS);
  await readKept();
}

/** Reads calls and crews as they are now. */
export async function readRescue() {
  if (!maySee()) {
    if ('units' in get('session')) { // the server's own word, not a page that could not ask
      set({ calls: null, crews: null, places: new Map() });
    }
    return;
  }
  const [calls, crews] = await Promise.all([
    tried('sos', () => newest.calls('/sos-calls')),
    tried('crews', () => newest.crews('/crews')),
  ]);
  if (crews) {
    set({ crews: crews.items, taken: crews.taken_vehicles });
  }
  if (calls) {
    set({ calls: calls.items, places: new Map([...get('places')].filter(([id]) => calls.items.some((call) => call.id === id))) });
    await readHeld(calls.items);
  }
}

// A crew's own calls are taken along: on the water there is often no network.
async function readHeld(calls) {
  if (!coordinates()) {
    for (const call of calls.filter(isHeld)) {
      await (get('places').has(call.id) ? keepHeld(call) : openPlace(call));
    }
  }
  if (canSeal) {
    const held = await listed(HELD);
    const gone = held.filter((row) => !calls.some((call) => call.id === row.claim));
    await Promise.all(gone.map((row) => erase(row.claim)));
    if (gone.length && gone.length === held.length) {
      await forgetTiles('sos');
    }
  }
}

/** Asks where it is and whom to ring; each look is remembered by the server. */
export async function openPlace(call) {
  const place = await tried('place', () => read('/sos-calls/' + call.id + '/place'));
  if (place) {
    set({ places: new Map(get('places')).set(call.id, place) });
    await keepHeld(call);
  }
}

async function keepHeld(call) {
  if (canSeal && !coordinates()) {
    const { signed_in: signedIn, role, name } = get('session');
    await keep(call.id, HELD, { call, place: get('places').get(call.id), crews: get('crews'), session: { signed_in: signedIn, role, name } }, { expires_at: new Date(Date.now() + KEPT_FOR_MS).toISOString() });
  }
}

async function restore() {
  if (!canSeal) {
    return;
  }
  await eraseOverdue();
  const held = (await Promise.all((await listed(HELD)).map((row) => find(row.claim, HELD)))).filter(Boolean);
  if (held.length) {
    set({ session: held[0].session, crews: held[0].crews, calls: held.map((one) => one.call), places: new Map(held.map((one) => [one.call.id, one.place])) });
  }
}

async function readKept() {
  const kept = new Map();
  (await unsent()).filter((act) => act.state === 'waiting').forEach((act) => {
    const call = (act.path.match(/^\/api\/v1\/sos-calls\/([^/]+)\/steps$/) || [])[1];
    if (call) {
      kept.set(call, (kept.get(call) || []).concat(act));
    }
  });
  set({ kept });
}

/** Says a word of a call. Without a network it waits in the outbox, behind what was said of the call before. */
export async function sayOf(call, step, reason = null) {
  if (get('saying').has(call.id)) {
    return;
  }
  const id = newId();
  await acting(call, step, async () => {
    const path = '/sos-calls/' + call.id + '/steps';
    const body = { id, step, reason };
    const before = (get('kept').get(call.id) || []).slice(-1)[0];
    if (before || !navigator.onLine || !(await posted(path, body))) {
      await put({ id, path: '/api/v1' + path, body, label: t('step_label', { step: t('step_' + step) }), after: before ? before.id : null });
      await takeAs({ ...call, state: step, answer_by: null });
      await readKept();
      say(t('step_kept'));
    }
  });
}

// As far as this device knows, until the server can be asked again.
async function takeAs(call) {
  set({ calls: get('calls').map((one) => (one.id === call.id ? call : one)) });
  await keepHeld(call);
}

/** A coordinator sends a crew, whatever it is doing. */
export const assign = (call, crew) => acting(call, 'assign', () => post('/sos-calls/' + call.id + '/crew', { id: newId(), crew: crew.id }));

// True when the server took it; false when no answer came.
async function posted(path, body) {
  try {
    await post(path, body);
    say(t('step_taken'));
    return true;
  } catch (failure) {
    if (!failure.network) {
      throw failure;
    }
    return false;
  }
}

async function acting(call, step, job) {
  set({ saying: new Map(get('saying')).set(call.id, step), refusal: null });
  try {
    await job();
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ refusal: { commune: call.commune_name, problem: failure.problem } });
  } finally {
    const saying = new Map(get('saying'));
    saying.delete(call.id);
    set({ saying });
  }
  await readRescue();
}
