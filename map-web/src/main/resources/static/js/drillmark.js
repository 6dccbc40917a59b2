// The mark of a drill on a page that belongs to no one disaster.

import { read } from './api.js';
import { drill } from './marks.js';
import { tried } from './reads.js';
import { on, set } from './state.js';

/** Marks the page while what goes on is a drill: a real disaster goes before one, as the server has it. */
export async function markDrill() {
  on('lang disaster', drill);
  const answer = await tried('disasters', () => read('/disasters'));
  const open = answer ? answer.items.filter((one) => !one.closed_at) : [];
  set({ disaster: open.find((one) => !one.simulated) || open[0] || null });
}
