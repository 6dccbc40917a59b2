// On a phone the panel is a sheet with three heights; dragging and the handle's button do the same.

import { byId } from './dom.js';
import { on } from './state.js';
import { t } from './text.js';

const STOPS = ['low', 'middle', 'full'];
const phone = matchMedia('(max-width: 759px)');

let stop = 'low';

export function startSheet() {
  const handle = byId('handle');
  handle.addEventListener('click', () => setStop(STOPS[(STOPS.indexOf(stop) + 1) % STOPS.length]));
  on('lang', name);
  drag(handle);
  setStop('low');
}

export function setStop(next) {
  stop = next;
  document.body.dataset.sheet = next;
  name();
}

/** At a choice in the panel, before the map moves there: lower the sheet so that the place or the way is seen on the map. */
export function lowerOnPhone() {
  if (phone.matches && stop !== 'low') {
    setStop('low');
  }
}

/** After a question whose answer is a list: as much of it as leaves the map in sight. */
export function raiseOnPhone() {
  if (phone.matches && stop === 'low') {
    setStop('middle');
  }
}

function name() {
  byId('handle').setAttribute('aria-label', t(stop === 'full' ? 'sheet_lower' : 'sheet_raise'));
}

function drag(handle) {
  let fromY = null;
  handle.addEventListener('pointerdown', (event) => {
    fromY = event.clientY;
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointerup', (event) => {
    const moved = fromY === null ? 0 : event.clientY - fromY;
    fromY = null;
    if (Math.abs(moved) > 30) {
      const next = STOPS.indexOf(stop) + (moved < 0 ? 1 : -1);
      handle.addEventListener('click', (click) => click.stopImmediatePropagation(), { once: true, capture: true });
      setStop(STOPS[Math.max(0, Math.min(STOPS.length - 1, next))]);
    }
  });
}
