// What teams and officers say of roads: drawn on the map for everyone, and a form for those who are signed in.

import { newestOnly, read } from './api.js';
import { byId, h, say } from './dom.js';
import { ago, clockAndDay, depth } from './format.js';
import { onChanged } from './live.js';
import { fromLeaflet, lineToLeaflet, toLeaflet } from './lonlat.js';
import { byFrame, centre, map } from './map.js';
import { openPopup } from './popup.js';
import { ofDisaster, tried } from './reads.js';
import { stretchForm, textForm, understoodForm } from './roadform.js';
import { change } from './routeask.js';
import { drawSigns, nameSign } from './signs.js';
import { get, on } from './state.js';
import { said, t } from './text.js';

const FROM_ZOOM = 10;
const WORDS_FROM_ZOOM = 13;
/** Roles whose word on a road counts. */
const REPORTERS = ['team', 'officer', 'coordinator', 'administrator'];

const newest = newestOnly();
let layer = null;
let chosen = null; // the stretch that the form is about
let again = null;
let features = [];
let picking = false;

export function startRoadReports() {
  layer = L.layerGroup().addTo(map);
  chosen = L.layerGroup().addTo(map);
  again = byFrame(readFrame, FROM_ZOOM);
  on('disaster at session', again);
  on('lang', draw);
  on('session disaster lang', drawButton);
  map.on('click', (event) => picking && ask(fromLeaflet(event.latlng)));
  map.on('popupclose', () => chosen.clearLayers());
  onChanged((topics) => topics.some((topic) => ['road_reports', 'roads', 'water', 'gauges'].includes(topic)) && again());
  drawButton();
}

async function readFrame(frame) {
  if (!frame || !get('disaster')) {
    features = [];
    draw();
    return;
  }
  const answer = await tried('road-reports', () => newest('/road-reports', ofDisaster({ bbox: frame.bbox, at: get('at') })));
  if (answer) {
    features = answer.features;
    draw();
  }
}

const kind = (state) => (state === 'truck_allowed' ? 'allowed' : state === 'closed' || state === 'bridge_gone' ? 'closed' : state === 'open' ? 'open' : 'wet');
const words = (report) => t('road_' + report.state) + (report.confirmed ? '' : ' ?');

const draw = () => drawSigns(drawAll);

function drawAll() {
  layer.clearLayers();
  features.forEach(({ geometry, properties }) => {
    const className = 'said said-' + kind(properties.state) + (properties.confirmed ? '' : ' said-unconfirmed');
    const line = L.polyline(lineToLeaflet(geometry.coordinates), { pane: 'routes', className }).addTo(layer);
    const middle = geometry.coordinates[Math.floor((geometry.coordinates.length - 1) / 2)];
    const next = geometry.coordinates[Math.floor((geometry.coordinates.length - 1) / 2) + 1];
    const lonLat = [(middle[0] + next[0]) / 2, (middle[1] + next[1]) / 2];
    const tell = (element) => openPopup(lonLat, element, t('road_' + properties.state), () => facts(properties));
    line.on('click', (event) => {
      if (!picking) {
        L.DomEvent.stopPropagation(event);
        tell(map.getContainer());
      }
    });
    if (map.getZoom() >= WORDS_FROM_ZOOM) {
      const marker = L.marker(toLeaflet(lonLat), { pane: 'places', icon: L.divIcon({ className: 'said-sign', html: h('span', { class: className }, words(properties)), iconSize: null }) }).addTo(layer);
      const element = marker.getElement();
      nameSign(element, properties.id);
      element.setAttribute('aria-label', words(properties) + (properties.road_name ? ', ' + properties.road_name : ''));
      marker.on('click', () => (picking ? ask(lonLat) : tell(element)));
      element.addEventListener('keydown', (event) => event.key === 'Enter' && tell(element));
    }
  });
}

function facts(report) {
  return [
    h('p', {}, report.road_name || t('road_without_name'), report.depth_m ? ': ' + t('water_here', { depth: depth(report.depth_m) }) : ''),
    report.allowed && h('p', {}, t('road_allowed', { depth: depth(report.allowed.up_to_m), who: report.allowed.officer || t('road_officer') }), ' ', t('road_until', { time: clockAndDay(report.allowed.until) }), report.allowed.reason && ' ' + report.allowed.reason),
    h('p', {}, h('b', {}, t(report.confirmed ? 'road_confirmed' : 'road_' + report.status)), ', ', t('road_seen', { time: ago(report.observed_at) })),
    report.reporter && h('p', { class: 'mute' }, report.reporter),
  ];
}

function drawButton() {
  const button = byId('report-road');
  button.hidden = !(REPORTERS.includes(get('session').role) && get('disaster'));
  button.textContent = t(picking ? 'road_click' : 'road_report');
  button.setAttribute('aria-pressed', String(picking));
  button.onclick = () => (picking ? ask(centre()) : pick(true));
  if (button.hidden) {
    picking = false;
  }
}

function pick(now) {
  picking = now;
  map.getContainer().classList.toggle('picking', now);
  if (now) {
    change({ picking: null }); // a click is for the report, not for the route
  }
  drawButton();
}

async function ask(lonLat) {
  pick(false);
  try {
    const stretch = await read('/road-stretches', { at: lonLat.map((x) => x.toFixed(6)).join(',') });
    open(stretch, lonLat, stretch.properties.road_name || t('road_without_name'), () => stretchForm(stretch, lonLat, understood(lonLat), sent));
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    // Where no road is near, a message may still name one.
    openPopup(lonLat, opener(), t('road_report'), () => [h('p', { class: 'error' }, said(failure.problem)), textForm(lonLat, understood(lonLat))]);
  }
}

const opener = () => byId('report-road');

/** A popup about one stretch, which is drawn under it. */
function open(stretch, lonLat, title, body) {
  openPopup(lonLat, opener(), title, body);
  L.polyline(lineToLeaflet(stretch.geometry.coordinates), { pane: 'routes', interactive: false, className: 'said said-chosen' }).addTo(chosen);
}

/** Goes to where the message means and shows it; from there one comes back to the place that was clicked. */
const understood = (lonLat) => (stretch, text) =>
  open(stretch, stretch.properties.at, t('road_text'), () => understoodForm(stretch, text, () => ask(lonLat), sent));

function sent() {
  map.closePopup();
  say(t('road_sent'));
  again();
}
