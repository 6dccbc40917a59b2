// Tells on a page what is kept on this device and not sent yet, and why; gives up what the server refused.

import { deviceWords } from './devicewords.js';
import { fill, h, say } from './dom.js';
import { clockAndDay } from './format.js';
import { actUnder, drop, sendAll, unsent, whenChanged } from './outbox.js';
import { get, on } from './state.js';
import { said } from './text.js';

let acts = [];
let open = false;
let doubted = null; // id of the act that a person is about to give up unsent
let t = null;
const line = h('p', { role: 'status' });
const rest = h('div', {});
const place = h('section', { class: 'unsent strip warn', id: 'unsent', hidden: true }, line, rest);

/** Shows the strip under the page's head as long as something is unsent, and tries to send it. */
export function startUnsent() {
  document.querySelector('.head').after(place);
  whenChanged(readAgain);
  on('lang', readAgain);
  on('session', () => {
    actUnder(get('session'));
    readAgain();
    if (get('session').signed_in) {
      sendAll();
    }
  });
  actUnder(get('session'));
  deviceWords(); // while there is a network to fetch them by
  sendAll();
  return readAgain();
}

async function readAgain() {
  const before = acts.length;
  acts = await unsent().catch(nothingKept);
  if (acts.length || before) {
    t = await deviceWords();
    draw();
  }
  if (before && !acts.length) {
    say(t('unsent_all_sent'));
  }
}

// A private window of some browsers: then nothing is ever unsent.
function nothingKept(closed) {
  console.info('this browser keeps nothing:', closed.message);
  return [];
}

function draw() {
  place.hidden = !acts.length;
  const refused = acts.filter((act) => act.state === 'refused');
  const waiting = acts.filter((act) => act.state === 'waiting');
  const text = [
    waiting.length && t('unsent_waiting', { n: waiting.length }),
    waiting.some((act) => act.problem || strange(act)) && t('unsent_sign_in'),
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
    strange(act) ? h('p', {}, t('unsent_of', { initials: initials(act.waitsFor) })) : act.problem && h('p', {}, said(act.problem)),
    act.state === 'refused' && h('button', { type: 'button', class: 'plain', 'data-drop': act.id, on: { click: () => drop(act.id) } }, t('unsent_drop')),
    strange(act) && giveUp(act));
}

// Of an account that is not signed in here, as far as is known: without a network nobody has said so.
const strange = (act) => act.state === 'waiting' && Boolean(act.waitsFor)
  && (get('session').signed_in || acts.some((one) => one.waitsFor === act.waitsFor && one.problem));

// Who did it knows it by its letters; whoever else holds the device learns no name.
const initials = (name) => name.split(/\s+/).map((word) => word.slice(0, 1) + '.').join('\u00a0');

// Nobody but the account's own person can send it; whoever throws it away is told what that means.
function giveUp(act) {
  const ask = (id) => {
    doubted = id;
    draw();
    rest.querySelector(id ? '[data-give-up]' : '[data-doubt="' + act.id + '"]').focus();
  };
  return doubted === act.id
    ? h('div', {}, h('p', {}, t('unsent_sure')),
      h('button', { type: 'button', class: 'plain', 'data-give-up': act.id, on: { click: () => { doubted = null; drop(act.id); } } }, t('unsent_give_up')),
      h('button', { type: 'button', class: 'plain', on: { click: () => ask(null) } }, t('unsent_keep')))
    : h('button', { type: 'button', class: 'plain', 'data-doubt': act.id, on: { click: () => ask(act.id) } }, t('unsent_drop'));
}
