// Clusters of open needs on the map, each as a need tag with a popup of its sums.

import { newestOnly } from './api.js';
import { barLegend, barTable, urgencyWord } from './bars.js';
import { choose } from './communes.js';
import { h } from './dom.js';
import { ago, households, people } from './format.js';
import { urgencyShape } from './icons.js';
import { byUrgency, filtered } from './lacks.js';
import { toLeaflet } from './lonlat.js';
import { byFrame, map } from './map.js';
import { get, on, set } from './state.js';
import { onChanged } from './live.js';
import { pledgeHere } from './offer.js';
import { ofDisaster, tried } from './reads.js';
import { openPopup } from './popup.js';
import { goThere } from './routeask.js';
import { headline, PLATE_HEIGHT, placeName, plate, plateWidth, tagWords } from './tag.js';
import { leader, placeTags } from './place.js';
import { drawSigns, nameSign } from './signs.js';
import { t } from './text.js';

const newest = newestOnly();
let layer = null;

export function startClusters() {
  layer = L.layerGroup().addTo(map);
  const again = byFrame(readFrame);
  on('disaster', again);
  on('clusters filter fits items lang view', draw);
  onChanged((topics) => ['needs', 'households', 'admin'].some((topic) => topics.includes(topic)) && again());
  again();
}

async function readFrame(frame) {
  if (!get('disaster')) {
    set({ clusters: null });
    return;
  }
  const answer = await tried('clusters', () => newest('/need-clusters', ofDisaster(frame)));
  if (answer) {
    set({ clusters: answer });
  }
}

const draw = () => drawSigns(drawAll);

function drawAll() {
  layer.clearLayers();
  if (!get('clusters') || !get('items').size) {
    return;
  }
  const shown = byUrgency(get('clusters').items)
    .map((cluster) => ({ cluster, first: headline(cluster) }))
    .filter(({ first }) => first);
  // Beside a route the tags step back: shapes alone leave the way and its signs to be read.
  const places = get('view') === 'route' ? [] : placeTags(shown.map(toPlace));
  shown.forEach(({ cluster, first }, i) => addTag(cluster, first, places[i]));
}

function toPlace({ cluster, first }) {
  const point = map.project(toLeaflet([cluster.lon, cluster.lat]), map.getZoom());
  return { x: point.x, y: point.y, width: plateWidth(first), keep: cluster.urgency === 'critical' };
}

function addTag(cluster, first, place) {
  const html = place ? tagOnLeader(cluster, first, place) : h('span', { class: 'tag-shrunk' }, urgencyShape(cluster.urgency));
  const marker = L.marker(toLeaflet([cluster.lon, cluster.lat]), {
    pane: 'tags',
    icon: L.divIcon({ className: 'tag-mark', html, iconSize: [0, 0] }),
    zIndexOffset: cluster.urgency === 'critical' ? 1000 : 0,
  });
  marker.addTo(layer);
  const element = marker.getElement();
  nameSign(element, cluster.id);
  element.setAttribute('aria-label', tagWords(cluster));
  marker.on('click', () => open(cluster, element));
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(cluster, element);
    }
  });
}

function tagOnLeader(cluster, first, place) {
  const tag = plate(cluster, first);
  const width = plateWidth(first);
  tag.style.left = place.dx + 'px';
  tag.style.top = place.dy + 'px';
  tag.style.width = width + 'px';
  return h('span', {}, leader({ ...place, width, height: PLATE_HEIGHT }), h('span', { class: 'tag-point' }), tag);
}

function open(cluster, element) {
  if (cluster.admin_code && get('selected') !== cluster.admin_code) {
    choose(cluster.admin_code);
  }
  openPopup([cluster.lon, cluster.lat], element, placeName(cluster), () => [
    h('p', {}, urgencyWord(cluster.urgency), ' · ' + households(cluster.households) + ' · ' + people(cluster.people)),
    barTable(filtered(cluster.lacks)),
    barLegend(),
    cluster.oldest_confirmed_at && h('p', { class: 'mute' }, t('confirmed_from', { time: ago(cluster.oldest_confirmed_at) })),
    h('p', { class: 'acts' },
      cluster.admin_code && h('a', { class: 'button primary', href: pledgeHere(cluster.admin_code) }, t('pledge')),
      h('button', { type: 'button', class: 'button', on: { click: () => goThere('to', [cluster.lon, cluster.lat], placeName(cluster)) } }, t('route_here'))),
  ]);
}
