// One popup for everything on the map: takes the focus when it opens, gives it back on Esc.

import { byId, h } from './dom.js';
import { covered, map } from './map.js';
import { toLeaflet } from './lonlat.js';
import { signNamed } from './signs.js';
import { t } from './text.js';

let from = null;
let shown = null;

/** Opens a popup at a place; `opener` is the element that gets the focus back, `body` a function that gives its children. */
export function openPopup(lonLat, opener, title, body) {
  const heading = h('h2', { class: 'popup-title', tabindex: '-1' }, title);
  const content = h('div', { class: 'popup' }, heading, body());
  content.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      map.closePopup();
    }
  });
  map.closePopup(); // the one before says goodbye first, or its end would undo what follows
  from = opener;
  document.body.classList.add('with-popup');
  // On a desk the legend keeps its corner: the map pans until the popup stands beside it, with a gap.
  const legend = byId('legend').offsetWidth; // 0 where a narrow map hides it
  const popup = L.popup({
    minWidth: Math.min(370, map.getSize().x - 48),
    maxWidth: Math.min(420, map.getSize().x - 40),
    maxHeight: Math.max(180, map.getSize().y - covered() - 60),
    autoPanPaddingTopLeft: [10, 10],
    autoPanPaddingBottomRight: [legend ? legend + 24 : 10, covered() + 10],
    closeButton: true,
    offset: [0, 2],
  }).setLatLng(toLeaflet(lonLat)).setContent(content).openOn(map);
  shown = popup;
  const close = popup.getElement().querySelector('.leaflet-popup-close-button');
  close.setAttribute('aria-label', t('close'));
  heading.focus({ preventScroll: true });
}

/** Fits the open popup to the map again after its content has grown. */
export function refit() {
  const focused = document.activeElement;
  shown.update(); // puts the content in anew, which takes the focus away
  focused.focus({ preventScroll: true });
}

// A sign may have been drawn anew since, when the map panned; the one that stands for the same is then the way back.
function openerNow() {
  if (from && from.isConnected) {
    return from;
  }
  return (from && signNamed(from.dataset.sign)) || map.getContainer();
}

export function startPopups() {
  map.on('popupclose', () => {
    document.body.classList.remove('with-popup');
    // The popup is gone by now; had it the focus, nothing has it.
    if (document.activeElement === document.body) {
      openerNow().focus({ preventScroll: true });
    }
  });
}
