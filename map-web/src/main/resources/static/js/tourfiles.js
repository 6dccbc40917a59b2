// What a team takes along: tracks for devices, run sheets to print, and a message that can be forwarded.

import { byId, h, say } from './dom.js';
import { get } from './state.js';
import { t } from './text.js';
import { breakDown } from './tourdifference.js';
import { keptGpx } from './tourpack.js';
import { mayPlan } from './tourplan.js';

/** Links to the files of a tour, and its message once somebody opens it. */
export function tourFiles(plan, tour) {
  const file = (kind, more, words) => h('a', { class: 'file', href: '/api/v1/plans/' + plan.id + '.' + kind + '?tour=' + tour.number + more, download: true }, words);
  const text = h('textarea', { id: 'tour-text', readonly: true, rows: 6, 'aria-label': t('file_text'), spellcheck: 'false' });
  const copy = h('button', { type: 'button', class: 'button', id: 'copy-text', on: { click: () => copyText(text) } }, t('copy'));
  return h('section', { class: 'take-along' },
    h('p', { class: 'files' }, t('files') + ' ', keptGpx(plan, tour) ? fromDevice(plan, tour) : file('gpx', '', 'GPX'), file('pdf', '&paper=a4', 'PDF A4'), file('pdf', '&paper=a3', 'PDF A3')),
    h('details', { id: 'forward', on: { toggle: (event) => event.target.open && !text.value && readText(plan, tour, text) } },
      h('summary', {}, t('file_text')), text, copy),
    mayPlan() && !get('busy') && h('button', { type: 'button', class: 'button', id: 'without-this', on: { click: () => breakDown(tour.vehicle) } }, t('without_this')));
}

// The tracks that the pack has, as a file that needs no network.
function fromDevice(plan, tour) {
  const address = URL.createObjectURL(new Blob([keptGpx(plan, tour)], { type: 'application/gpx+xml' }));
  return h('a', { class: 'file', id: 'kept-gpx', href: address, download: 'tour-' + tour.number + '.gpx' }, 'GPX');
}

async function readText(plan, tour, text) {
  try {
    const answer = await fetch('/api/v1/plans/' + plan.id + '.txt?tour=' + tour.number, { credentials: 'same-origin' });
    text.value = answer.ok ? await answer.text() : t('server_failed');
  } catch (failure) {
    text.value = t('network_down');
  }
}

// Browsers let a page write to the clipboard over HTTPS and on localhost only; else the old way, else by hand.
async function copyText(text) {
  text.focus();
  text.select();
  let copied = false;
  try {
    await navigator.clipboard.writeText(text.value);
    copied = true;
  } catch (refused) {
    copied = document.execCommand('copy');
  }
  byId('copy-text').textContent = t(copied ? 'copied' : 'copy');
  say(t(copied ? 'copied' : 'copy_by_hand'));
}
