// Taking a stop up with the mouse, the finger or the keyboard: drag its grip over a tour, or press it (or M) and choose the tour
// by click or arrows; Enter drops, Esc puts back.

import { byId, h } from './dom.js';
import { placeTitle } from './format.js';
import { get, on } from './state.js';
import { findCall, holdAt, holdOver, stopMoving, takeUp } from './tourmove.js';
import { places } from './tourmovepanel.js';

const FAR_PX = 6; // less is a click
const TYPING = ['INPUT', 'SELECT', 'TEXTAREA'];

let drag = null; // {id, x, y, grip, ghost} while a button is held
let taken = null; // selector of the grip, which gets the focus back

export function startDragging() {
  document.addEventListener('pointerdown', down);
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', up);
  document.addEventListener('pointercancel', cancel);
  document.addEventListener('click', click, true);
  document.addEventListener('keydown', key);
  on('moving', () => !get('moving') && put());
}

const gripAt = (event) => (event.target.closest ? event.target.closest('[data-grip]') : null);

const named = (one) => one.stop + (one.commune_name ? ', ' + placeTitle(one.commune_name) : '');

function source(grip) {
  if (grip.dataset.gap) {
    const gap = get('plan').unassigned[Number(grip.dataset.gap)];
    return { from: { gap: Number(grip.dataset.gap) }, title: named(gap) };
  }
  const [tour, number] = grip.dataset.grip.split('.').map(Number);
  const { call } = findCall(tour, number);
  return { from: { tour, call: number }, title: named(call) };
}

function begin(grip) {
  const { from, title } = source(grip);
  taken = '[data-grip="' + grip.dataset.grip + '"]';
  takeUp(from, title);
  return title;
}

function down(event) {
  const grip = gripAt(event);
  if (grip && event.button === 0 && !get('moving')) {
    event.preventDefault(); // no text is chosen, nothing scrolls
    drag = { id: event.pointerId, x: event.clientX, y: event.clientY, grip, ghost: null };
  }
}

function move(event) {
  if (!drag || event.pointerId !== drag.id) {
    return;
  }
  if (!drag.ghost) {
    if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR_PX) {
      return;
    }
    document.body.setPointerCapture(event.pointerId);
    drag.ghost = h('div', { class: 'ghost', 'aria-hidden': 'true' }, begin(drag.grip));
    document.body.append(drag.ghost);
  }
  drag.ghost.style.transform = 'translate(' + (event.clientX + 12) + 'px,' + (event.clientY + 12) + 'px)';
  const under = document.elementFromPoint(event.clientX, event.clientY);
  const row = under && under.closest('[data-vehicle]');
  document.querySelectorAll('.over').forEach((one) => one !== row && one.classList.remove('over'));
  if (row) {
    row.classList.add('over');
    holdOver(row.dataset.vehicle);
  }
}

// Dropped on a tour: now it is asked. Dropped elsewhere: back.
function up(event) {
  if (!drag || event.pointerId !== drag.id) {
    return;
  }
  const dragged = drag.ghost;
  const under = document.elementFromPoint(event.clientX, event.clientY);
  const row = under && under.closest('[data-vehicle]');
  endDrag();
  if (!dragged) {
    return; // a click, which the browser tells next
  }
  if (!row) {
    stopMoving();
    return;
  }
  holdOver(row.dataset.vehicle);
  byId('move-title').focus({ preventScroll: true });
}

function endDrag() {
  if (drag && drag.ghost) {
    drag.ghost.remove();
  }
  document.querySelectorAll('.over').forEach((one) => one.classList.remove('over'));
  drag = null;
}

function cancel() {
  if (drag) {
    endDrag();
    stopMoving();
  }
}

// While a stop is taken up, a click on a tour holds it there instead of opening the tour.
function click(event) {
  const row = event.target.closest('[data-vehicle]');
  const grip = gripAt(event);
  if (get('moving') && row) {
    event.preventDefault();
    event.stopPropagation();
    holdOver(row.dataset.vehicle);
    byId('move-title').focus({ preventScroll: true });
  } else if (grip && !get('moving')) {
    begin(grip);
    byId('move-title').focus({ preventScroll: true });
  }
}

function key(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (!get('moving')) {
    takeByKey(event);
  } else if (event.key === 'Escape') {
    cancelByKey();
  } else if (!TYPING.includes(event.target.tagName)) {
    steer(event);
  }
}

// M on a stop, or anywhere beside it, takes it up.
function takeByKey(event) {
  const line = event.key === 'm' || event.key === 'M' ? event.target.closest && event.target.closest('li') : null;
  const grip = line && !TYPING.includes(event.target.tagName) ? line.querySelector('[data-grip]') : null;
  if (grip) {
    event.preventDefault();
    begin(grip);
    byId('move-title').focus({ preventScroll: true });
  }
}

function cancelByKey() {
  endDrag();
  stopMoving();
}

function steer(event) {
  const moving = get('moving');
  const fits = (moving.fits || []).filter((fit) => fit.best);
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && fits.length) {
    event.preventDefault();
    const at = fits.findIndex((fit) => moving.to && fit.vehicle === moving.to.vehicle);
    const next = event.key === 'ArrowDown' ? at + 1 : at < 0 ? fits.length - 1 : at - 1 + fits.length;
    const fit = fits[next % fits.length];
    holdOver(fit.vehicle);
    const row = document.querySelector('#rows [data-vehicle="' + fit.vehicle + '"]');
    if (row) {
      row.scrollIntoView({ block: 'nearest' });
    }
  } else if ((event.key === 'ArrowRight' || event.key === 'ArrowLeft') && moving.to && moving.to !== 'out') {
    event.preventDefault();
    const all = places(moving.to);
    const at = all.findIndex((one) => one.trip === moving.to.trip && one.position === moving.to.position);
    const { trip, position } = all[(at + (event.key === 'ArrowRight' ? 1 : -1) + all.length) % all.length];
    holdAt({ vehicle: moving.to.vehicle, trip, position });
  } else if (event.key === 'Enter' && event.target.id === 'move-title') {
    event.preventDefault();
    const next = byId('move-why') || byId('move-drop');
    if (next) {
      next.focus(); // asked once more: Enter on the button drops it
    }
  }
}

// The stop is put down: who took it up by key goes on from there.
function put() {
  const grip = taken && document.querySelector(taken);
  if (grip && document.activeElement === document.body) {
    grip.focus({ preventScroll: true });
  }
  taken = null;
}
