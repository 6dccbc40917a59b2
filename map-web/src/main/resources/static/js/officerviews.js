// What an officer works on: the queue, the households of the units, a list to take in. Only the queue is loaded at once.

import { byId, fill, h, say } from './dom.js';
import { mayVerify } from './officerqueue.js';
import { get, on, set } from './state.js';
import { t } from './text.js';

const PARTS = {
  waiting: null,
  homes: async () => (await import('./officerhomes.js')).startHomes,
  field: async () => (await import('./officerfield.js')).startField,
  list: async () => (await import('./officerlist.js')).startList,
};
const started = new Set(['waiting']);

export function startViews() {
  set({ part: 'waiting' });
  on('lang part session refusedActs', draw);
  draw();
}

function draw() {
  const nav = byId('views');
  nav.setAttribute('aria-label', t('views_officer'));
  const open = mayVerify();
  fill(nav, open && Object.keys(PARTS).map((part) => h('button', { type: 'button', class: 'view', 'data-view': part, 'aria-current': part === get('part') ? 'true' : null, on: { click: () => choose(part) } }, t('view_' + part), part === 'field' && get('refusedActs').length > 0 && h('b', { class: 'mark' }, t('conflicts', { n: get('refusedActs').length })))));
  Object.keys(PARTS).forEach((part) => { byId('view-' + part).hidden = part !== (open ? get('part') : 'waiting'); });
}

// Asked for again by the next click when the network broke off.
async function startPart(part) {
  let start;
  try {
    start = await PARTS[part]();
  } catch (cut) {
    say(t('network_down'));
    return;
  }
  if (!started.has(part)) {
    started.add(part);
    start();
  }
}

async function choose(part) {
  set({ part });
  if (!started.has(part)) {
    await startPart(part);
  }
  byId('view-' + part).focus();
}
