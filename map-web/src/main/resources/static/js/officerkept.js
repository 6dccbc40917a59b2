// What an officer takes along for a day without a network, and the acts of that day that the server does not know yet: sealed
// on the device, and gone when the officer signs out or when the day is over.

import { deviceStore } from './devicestore.js';
import { forgetTiles } from './tilecaches.js';
import { canSeal, forgetKey, open, seal } from './vault.js';

const withStore = deviceStore('relief-officer', 'kept');
const DRAWER = 'officer';
const DAY_LASTS_MS = 36 * 3600 * 1000;

/** Whether names may be kept here: only where the browser can seal them. */
export const mayKeep = canSeal;

/** How many milliseconds the day is still good for; 0 or less when it is over. */
export const dayLeft = (day) => new Date(day.at).getTime() + DAY_LASTS_MS - Date.now();

/** The day that was taken along; null when there is none, it is over, or its seal cannot be opened. */
export async function openDay() {
  const day = await opened('day');
  if (day && dayLeft(day) <= 0) {
    await forgetDay();
    return null;
  }
  return day;
}

export const keepDay = (day) => put('day', day);

/** The list of what was taken along goes, and its map; acts that were not sent stay. */
export async function forgetDay() {
  await withStore('readwrite', (store) => store.delete('day'));
  await forgetTiles('day');
}

/** Acts that were kept because nothing could be sent: [{id, kind, about, body, before}]. */
export const keptActs = async () => (await opened('acts')) || [];

export const keepActs = (acts) => put('acts', acts);

/** Whoever signs out leaves no names behind; acts that were not sent stay with what was seen of them. */
export const leaveNothing = async () => ((await keptActs()).length ? forgetDay() : forgetAll());

// Nothing that was sealed here can be read again.
async function forgetAll() {
  await forgetKey(DRAWER);
  await forgetTiles('day');
  await withStore('readwrite', (store) => store.clear());
}

async function put(name, object) {
  if (canSeal) {
    const sealed = await seal(object, DRAWER);
    await withStore('readwrite', (store) => store.put(sealed, name));
  }
}

async function opened(name) {
  if (!canSeal) {
    return null;
  }
  const sealed = await withStore('readonly', (store) => store.get(name));
  try {
    return sealed ? await open(sealed) : null;
  } catch (lost) {
    console.info('what was kept of ' + name + ' cannot be opened any more:', lost.name);
    return null;
  }
}
