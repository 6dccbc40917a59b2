// Single households when zoomed in, where the caller's tier may see them.

import { newestOnly } from './api.js';
import { urgencyWord } from './bars.js';
import { byId, h } from './dom.js';
import { itemAmount, people } from './format.js';
import { urgencyShape } from './icons.js';
import { toLeaflet } from './lonlat.js';
import { byFrame, map } from './map.js';
import { get, on } from './state.js';
import { onChanged } from './live.js';
import { ofDisaster, tried } from './reads.js';
import { openPopup } from './popup.js';
import { goThere } from './routeask.js';
import { drawSigns, nameSign } from './signs.js';
import { said, t } from './text.js';

const FROM_ZOOM = 15;
const MOST = 1000;

const newest = newestOnly();
let layer = null;
let last = null; // {features, next} or {problem}

export function startHouseholds() {
  layer = L.layerGroup().addTo(map);
  const again = byFrame(readFrame, FROM_ZOOM);
  on('disaster session', again);
  on('lang items', draw);
  onChanged((topics) => ['needs', 'households'].some((topic) => topics.includes(topic)) && again());
}

async function readFrame(frame) {
  if (!frame || !get('disaster')) {
    last = null;
    draw();
    return;
  }
  const answer = await tried('households', async () => {
    try {
      return await newest('/households', ofDisaster({ bbox: frame.bbox, limit: MOST }));
    } catch (failure) {
      if (failure.problem && (failure.problem.status === 403 || failure.problem.status === 401)) {
        return { problem: failure.problem };
      }
      throw failure;
    }
  });
  if (answer) {
    last = answer;
    draw();
  }
}

const draw = () => drawSigns(drawAll);

function drawAll() {
  layer.clearLayers();
  const note = byId('map-note');
  note.hidden = true;
  if (!last) {
    return;
  }
  if (last.problem) {
    note.textContent = said(last.problem) || t('places_closed');
    note.hidden = false;
    return;
  }
  last.features.forEach(addHousehold);
  if (last.next) {
    note.textContent = t('more_households', { n: last.features.length });
    note.hidden = false;
  }
}

function addHousehold(feature) {
  const household = { id: feature.id, ...feature.properties };
  const lonLat = feature.geometry.coordinates;
  const marker = L.marker(toLeaflet(lonLat), {
    pane: 'places',
    icon: L.divIcon({ className: 'household' + (about(household) ? ' household-about' : ''), html: household.urgency ? urgencyShape(household.urgency) : h('span', { class: 'household-calm' }), iconSize: [14, 14] }),
  });
  marker.addTo(layer);
  const element = marker.getElement();
  nameSign(element, household.id);
  element.setAttribute('aria-label', words(household));
  const show = () => openPopup(lonLat, element, household.ref || t('household'), () => body(household, lonLat));
  marker.on('click', show);
  element.addEventListener('keydown', (event) => event.key === 'Enter' && show());
}

// Its place stands for a hamlet or commune: nobody finds the house by it.
const about = (household) => household.precision === 'approximate';

const words = (household) =>
  t('household') + (about(household) ? ', ' + t('place_about') : '') + ', ' + people(household.people) + (household.urgency ? ', ' + t(household.urgency) : '');

function body(household, lonLat) {
  const item = (need) => get('items').get(need.item);
  const needs = (household.needs || []).filter((need) => need.open > 0);
  return [
    h('p', {}, household.urgency && urgencyWord(household.urgency), household.urgency && ' · ', people(household.people),
      household.vulnerable_people ? ' · ' + t('n_vulnerable', { n: household.vulnerable_people }) : ''),
    needs.length
      ? h('ul', { class: 'plain-list' }, needs.map((need) => h('li', {}, h('b', {}, itemAmount(need.open, item(need), need.item)))))
      : h('p', {}, t('lacks_nothing')),
    about(household) && h('p', {}, t('place_about_words')),
    household.simulated && h('p', { class: 'mute' }, t('simulated')),
    h('p', { class: 'acts' }, h('button', { type: 'button', class: 'button', on: { click: () => goThere('to', lonLat, (household.ref || t('household')) + (about(household) ? ' (' + t('place_about') + ')' : '')) } }, t(about(household) ? 'route_near' : 'route_here'))),
  ];
}
