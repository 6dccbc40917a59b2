// The tour pack: what a team needs of its tour without a network. It is sealed on the phone, answers the page's reads when the
// server does not, and is thrown away when its claim is over, by the server's word or by the clock.

import { answerFrom, readNow } from './api.js';
import { say } from './dom.js';
import { along, keepWithTiles, tilesNear, ZOOMS } from './kepttiles.js';
import { onChanged } from './live.js';
import { get, on, set } from './state.js';
import { t } from './text.js';
import { bboxAround } from './tourmodel.js';
import { openClaim, sentActs } from './tourown.js';
import { openPlan } from './tourplan.js';
import { erase, eraseOverdue, find, keep, listed } from './tourstore.js';
import { canSeal } from './vault.js';

const PACK = 'pack';
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const WATER_ZOOM = 13;
// Somebody else is signed in, or the plan is gone.
const ENDED = [403, 404];

set({
  packs: [], // {claim, plan, tour, packed_at, expires_at, missing, no_page, zooms} of all packs on the device
  packing: null, // {done, all} while one is made; {problem} when it was not
  packOver: false, // true when the one in use was thrown away because its claim is over
});

let answers = null; // of the pack in use, by path

/** Whether this browser can keep a pack here: it cannot on an address without HTTPS. */
export const canPack = () => canSeal && Boolean(navigator.serviceWorker);

/** To be called first of all: a page that is opened without a network shows the pack of the tour in its address. */
export async function openPack({ plan, tour }) {
  await eraseOverdue();
  await tell();
  const facts = get('packs').find((one) => one.plan === plan && one.tour === tour);
  const inside = facts && (await find(facts.claim, PACK));
  if (inside) {
    use(facts, inside);
  }
}

export function startPacks() {
  onChanged((topics) => topics.includes('needs') && askOfAll());
  on('endedClaim', () => get('packs').some((one) => one.claim === get('endedClaim')) && dropPack(get('endedClaim'), true));
  askOfAll();
}

function use(facts, kept) {
  answers = kept;
  set({ pack: facts, packOver: false, tileZooms: facts.zooms });
  answerFrom(answerOf, facts.packed_at);
  const left = new Date(facts.expires_at) - Date.now();
  setTimeout(endByClock, Math.min(LONGEST_TIMER_MS, Math.max(0, left) + 1000));
}

// The plan never changes and is the largest of all: it is not read twice over a weak link.
const answerOf = (path, failed) => (failed || path === '/plans/' + get('pack').plan ? answers[path] : undefined);

/** The tiles that a pack of a tour would have: around its ways and stops. */
export function tilesOf(tour) {
  const places = [].concat(...tour.trips.map((trip) => [trip.origin.at, ...trip.calls.map((call) => call.at)]
    .concat(...trip.legs.map((leg) => along(leg.line.coordinates)))));
  return tilesNear(places, ZOOMS, (get('basemap') || {}).import_id || 0);
}

/** Keeps everything of the chosen tour, from the server as it is now. */
export async function makePack(tour) {
  const claim = openClaim();
  set({ packing: { done: 0, all: 0 } });
  try {
    const kept = await readAll(claim, tour, await sentActs(claim));
    const urls = tilesOf(tour);
    const facts = { plan: get('plan').id, tour: tour.number, packed_at: new Date().toISOString(), expires_at: get('own').expires_at, missing: urls.length, no_page: true, zooms: [ZOOMS[0], ZOOMS[ZOOMS.length - 1]] };
    await keep(claim, PACK, kept, facts);
    const { missing, noPage } = await keepWithTiles(location.pathname, { urls, area: 'tours' }, (done) => set({ packing: { done, all: urls.length } }));
    await keep(claim, PACK, kept, { ...facts, missing, no_page: noPage });
    await tell();
    use(get('packs').find((one) => one.claim === claim), kept);
    set({ packing: null });
  } catch (failure) {
    if (!failure.problem && failure.name !== 'QuotaExceededError') {
      throw failure;
    }
    set({ packing: { problem: failure.problem || { vi: t('pack_no_room'), en: t('pack_no_room') } } });
  }
}

// By path, as the page's own reads ask for them.
async function readAll(claim, tour, counted) {
  const plan = get('plan');
  const disaster = { disaster: plan.disaster };
  const bbox = bboxAround(tour);
  const asked = {
    '/session': {},
    '/items': {},
    '/basemap': {},
    '/disasters': {},
    '/depots': disaster,
    '/vehicles': {},
    '/flood-extents/steps': disaster,
    '/flood-extents': { ...disaster, at: get('at'), bbox, zoom: WATER_ZOOM },
    '/road-reports': { ...disaster, bbox },
  };
  const kept = {};
  for (const [path, query] of Object.entries(asked)) {
    kept[path] = await readNow(path, query);
  }
  const own = '/plans/' + plan.id;
  const handOvers = own + '/tours/' + tour.number + '/hand-overs';
  kept[handOvers] = { ...(await readNow(handOvers)), counted };
  kept[own] = { ...plan, tours: [tour], unassigned: [], balance: [], difference: null };
  kept[own + '/tours'] = { ...get('shorts'), items: get('shorts').items.filter((one) => one.tour === tour.number) };
  kept['/claims/' + claim + '/homes'] = await allHomes(claim);
  kept.gpx = await gpxOf(plan, tour);
  return kept;
}

async function allHomes(claim) {
  let features = [];
  let next = null;
  do {
    const page = await readNow('/claims/' + claim + '/homes', { after: next });
    features = features.concat(page.features);
    next = page.next;
  } while (next);
  return { type: 'FeatureCollection', features, next: null };
}

async function gpxOf(plan, tour) {
  const answer = await fetch('/api/v1/plans/' + plan.id + '.gpx?tour=' + tour.number, { credentials: 'same-origin' });
  return answer.ok ? answer.text() : null;
}

/** The tour's tracks from the pack in use, when it is of that tour; else null. */
export const keptGpx = (plan, tour) => (get('pack') && get('pack').plan === plan.id && get('pack').tour === tour.number ? answers.gpx : null);

const tell = async () => set({ packs: await listed(PACK) });

/** Throws away a pack that is wanted no more, or whose claim is over. */
export async function dropPack(claim, isOver) {
  await erase(claim, isOver ? null : PACK);
  await leave(claim, isOver);
}

// The page goes on without it: with what the server tells, and without a network with nothing.
async function leave(claim, isOver) {
  const facts = get('pack');
  await tell();
  if (!facts || facts.claim !== claim) {
    return;
  }
  answers = null;
  answerFrom();
  set({ pack: null, packOver: isOver, tileZooms: null });
  if (isOver) {
    set({ own: null, homes: null });
    say(t('pack_erased'));
    await openPlan(facts.plan, facts.tour);
  }
}

async function endByClock() {
  const gone = await eraseOverdue();
  for (const claim of gone) {
    await leave(claim, true);
  }
}

// The server's word for each pack, never the pack's own; without an answer nothing is thrown away.
async function askOfAll() {
  for (const one of await listed(PACK)) {
    try {
      const answer = await readNow('/plans/' + one.plan + '/tours/' + one.tour + '/hand-overs');
      if (answer.ended || answer.claim !== one.claim) {
        await dropPack(one.claim, true);
      }
    } catch (failure) {
      if (!failure.problem) {
        throw failure;
      }
      if (ENDED.includes(failure.problem.status)) {
        await dropPack(one.claim, true);
      }
    }
  }
}
