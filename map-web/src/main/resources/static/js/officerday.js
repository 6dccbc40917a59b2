// The day that an officer took along, when the page is opened or goes on without a network.

import { forgetAll, forgetDay, keptActs, openDay } from './officerkept.js';
import { readQueue } from './officerqueue.js';
import { get, on, set } from './state.js';

let name = null; // whose the page is

/** To be called when session and disasters were asked for: without an answer, the kept day takes their place. */
export async function restoreDay() {
  const day = await openDay();
  const session = get('session');
  if (day && session.signed_in && session.name !== day.session.name) {
    await forgetAll();
  } else if (day) {
    set({ day });
    if (!session.signed_in && unreachable()) {
      set({ session: day.session, items: new Map(day.items.map((item) => [item.code, item])), disasters: day.disasters, disaster: day.disaster });
      set({ queue: day.queue, queueNext: null });
    }
  }
  name = get('session').name;
  on('session', signedOut);
  on('sentAt', readQueue);
}

/** Whether the server could not be asked; then what was kept is all there is. */
export const unreachable = () => !navigator.onLine || Boolean(get('trouble') && get('trouble').network);

/** A case as it was kept; null when it was not, or when the server can be asked. */
export const keptCase = (report) => (unreachable() && get('day') && get('day').cases[report]) || null;

// Names leave the device with whoever signs out; what was not sent yet stays with what was seen of it.
async function signedOut() {
  const now = get('session').name || null;
  const mine = get('day') && get('day').session.name;
  if ((name !== null && now !== name) || (mine && now && now !== mine)) {
    set({ day: null });
    await ((await keptActs()).length ? forgetDay() : forgetAll());
  }
  name = now;
}
