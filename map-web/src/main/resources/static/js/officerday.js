// The day that an officer took along, when the page is opened or goes on without a network.

import { carry, startGround, unreachable } from './ground.js';
import { dayLeft, leaveNothing, openDay } from './officerkept.js';
import { readQueue } from './officerqueue.js';
import { get, on, set } from './state.js';

let name = null; // whose the page is
let end = 0;

/** To be called when session and disasters were asked for: without an answer, the kept day takes their place. */
export async function restoreDay() {
  on('day', endInTime);
  await takeUp();
  const day = get('day');
  if (day && !saidWhoItIs() && unreachable()) {
    set({ session: day.session, items: new Map(day.items.map((item) => [item.code, item])), disasters: day.disasters, disaster: day.disaster });
    set({ queue: day.queue, queueNext: null, readAt: day.at });
  }
  name = get('session').name || null;
  on('session', changed);
  on('sentAt', readQueue);
  startGround();
  on('day', carryDay);
  await carryDay();
}

const carryDay = () => carry((get('day') && get('day').ground) || null, get('day') && get('day').at);

// The server's word always has units, if only none; a page that got no word has none yet. A session that ended is no lost network.
const saidWhoItIs = () => 'units' in get('session');

/** A case as it was kept; null when it was not, or when the server can be asked. */
export const keptCase = (report) => (unreachable() && get('day') && get('day').cases[report]) || null;

// The day as it is on the device now. A session that ended by itself leaves it sealed for its officer; another officer finds nothing of it.
async function takeUp() {
  const day = await openDay();
  const now = get('session').name;
  const others = day && now && now !== day.session.name;
  if (others) {
    await leaveNothing();
  }
  set({ day: others ? null : day });
}

async function changed() {
  const now = get('session').name || null;
  if (now !== name) {
    name = now;
    await takeUp();
  }
}

function endInTime() {
  clearTimeout(end);
  end = get('day') ? setTimeout(over, Math.max(0, dayLeft(get('day')))) : 0;
}

// Without a network the page shows nothing but the day: with it goes all of it.
async function over() {
  await takeUp();
  if (!get('day') && unreachable()) {
    set({ session: { signed_in: false } });
  }
}
