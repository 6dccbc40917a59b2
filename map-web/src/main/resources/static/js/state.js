// What the page knows, in one place. Modules listen to the keys they draw and never to each other.

import { FIRST } from './languages.js';

const state = {
  lang: FIRST,
  session: { signed_in: false },
  disasters: null, // null: not read yet
  disaster: null,
  items: new Map(), // by code
  steps: [], // [{at, forecast}]
  at: null, // the chosen water step, an ISO instant
  water: null, // facts of the water on the map: at, observed_at, age_s, forecast
  exposure: null,
  cutOff: null, // who no truck can reach, with the step it was `asked` for
  landings: null, // the same answer with the landing that serves most people, of all and of each part
  outlined: false, // whether the outline of any commune is on the map
  summary: null,
  clusters: null,
  zones: null, // delivery zones; null until somebody asks for them
  fits: null, // where what the filter says somebody has fits best; null without an item
  filter: { group: null, item: null, amount: null },
  selected: null, // code of the chosen commune
  view: 'list', // 'list' or 'route'
  trouble: null, // the Failure of a read: what is shown is from `readAt`
  readAt: null,
  keptFrom: null, // time of the oldest answer that the device kept, as long as one is on screen
  live: 'starting',
  pack: null, // {claim, plan, tour, packed_at, expires_at, missing, zooms} of the tour pack in use on /tours
  tileZooms: null, // least and most zoom of the base tiles that were taken along, while only those are to be had
};

const listeners = new Map();

export const get = (key) => state[key];

/** Calls f whenever one of the keys (space separated) is set. */
export function on(keys, f) {
  for (const key of keys.split(' ')) {
    listeners.set(key, (listeners.get(key) || []).concat(f));
  }
}

/** Sets keys and tells each listener once. */
export function set(values) {
  const told = new Set();
  Object.assign(state, values);
  for (const key of Object.keys(values)) {
    (listeners.get(key) || []).forEach((f) => told.add(f));
  }
  told.forEach((f) => f());
}
