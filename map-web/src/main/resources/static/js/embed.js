// One figure, or all of them, for a frame in somebody else's page: /embed/in_water?disaster=…&lang=en&ground=dark. It reads what
// everyone may read, keeps itself true, and says when it is old.

import { startCutOffRead } from './cutoffread.js';
import { byId, fill, h } from './dom.js';
import { clock } from './format.js';
import { startLive } from './live.js';
import { readDisasters, readItems, readSession } from './reads.js';
import { startFigures } from './roomfigures.js';
import { get, on, set } from './state.js';
import { addWords, startLanguage, t } from './text.js';
import words from './roomtext.vi.js';

const LOST_MS = 30000;
const AGAIN_MS = 5000;

let lostAt = null;

async function start() {
  const asked = new URLSearchParams(location.search);
  const figure = location.pathname.split('/')[2];
  addWords(words, (lang) => import('./roomtext.' + lang + '.js'));
  document.body.classList.toggle('embed-dark', asked.get('ground') === 'dark');
  await startLanguage(asked.get('lang'));
  set({ sos: null, tours: null });
  startFigures(figure || null);
  startCutOffRead();
  on('live trouble', watch);
  on('lang disaster readAt', foot);
  setInterval(foot, AGAIN_MS);
  startLive();
  await Promise.all([readSession(), readItems(), readDisasters(asked.get('disaster'))]);
}

function watch() {
  lostAt = get('live') === 'lost' || get('trouble') !== null ? lostAt || Date.now() : null;
  foot();
}

function foot() {
  const disaster = get('disaster');
  const lost = lostAt !== null && Date.now() - lostAt >= LOST_MS;
  document.body.dataset.wall = lost ? 'lost' : 'open';
  const time = get('readAt') ? clock(get('readAt')) : '';
  fill(byId('embed-foot'),
    lost ? h('b', {}, t('wall_lost', { time })) : get('readAt') && h('span', {}, t('read_at', { time })),
    disaster && disaster.simulated && h('span', { class: 'drill' }, t('drill')),
    disaster && h('a', { href: '/room?disaster=' + encodeURIComponent(disaster.id), target: '_blank', rel: 'noopener' }, disaster.name));
}

start();
