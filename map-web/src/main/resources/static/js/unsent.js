// Tells on a page what is kept on this device and not sent yet, and why; gives up what the server refused.

import { deviceWords } from './devicewords.js';
import { fill, h, say } from './dom.js';
import { clockAndDay } from './format.js';
import { drop, sendAll, unsent, whenChanged } from './outbox.js';
import { get, on } from './state.js';
import { said } from './text.js';

let acts = [];
let open = false;
let t = null;
const line = h('p', { role: 'status' });
const rest = h('div', {});
const place = h('section', { class: 'unsent strip warn', id: 'unsent', hidden: true }, line, rest);

/** Shows the strip under the page's head as long as something is unsent, and tries to send it. */
export function startUnsent() {
  document.querySelector('.head').after(place);
  whenChanged(readAgain);
  on('lang', readAgain);
  on('session', () => get('session').signed_in && sendAll());
  deviceWords(); // while there is a network to fetch them by
  sendAll();
  return readAgain();
}

async function readAgain() {
  const before = acts.length;
  acts = await unsent();
  if (acts.length || before) {
    t = await deviceWords();
    draw();
  }
  if (before && !acts.length) {
    say(t('unsent_all_sent'));
  }
}

function draw() {
  place.hidden = !acts.length;
  const refused = acts.filter((act) => act.state === 'refused');
  const waiting = acts.filter((act) => act.state === 'waiting');
  const text = [
    waiting.length && t('unsent_waiting', { n: waiting.length }),
    waiting.some((act) => act.problem) && t('unsent_sign_in'),
    refused.length && t('unsent_refused', { n: refused.length }),
  ].filter(Boolean).join(' ');
  if (line.textContent !== text) {
    fill(line, text);
  }
  fill(rest,
    h('button', { type: 'button', class: 'plain', id: 'unsent-show', 'aria-expanded': String(open), 'aria-controls': 'unsent-list', on: { click: toggle } }, t('unsent_show')),
    waiting.length > 0 && h('button', { type: 'button', class: 'plain', id: 'unsent-try', on: { click: sendAll } }, t('unsent_try')),
    h('ul', { id: 'unsent-list', hidden: !open }, acts.map(row)));
}

function toggle() {
  open = !open;
  draw();
}

function row(act) {
  return h('li', {},
    h('b', {}, act.label), ' ', h('span', { class: 'mute' }, t('unsent_kept', { time: clockAndDay(act.kept_at) })),
    act.problem && h('p', {}, said(act.problem)),
    act.state === 'refused' && h('button', { type: 'button', class: 'plain', 'data-drop': act.id, on: { click: () => drop(act.id) } }, t('unsent_drop')));
}
