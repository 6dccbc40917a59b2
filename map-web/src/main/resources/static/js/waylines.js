// Draws ways on the map: each part in its own state, boats as dots, a diamond where goods change over, signs on it.

import { h } from './dom.js';
import { depth } from './format.js';
import { icon, roadSign, transferSign } from './icons.js';
import { lineToLeaflet, toLeaflet } from './lonlat.js';
import { map } from './map.js';
import { cutLine } from './routeline.js';
import { t } from './text.js';
import { CLOSES_AT_M, isBoat } from './vehicles.js';

const SIGNS_APART_PX = 46;
const WORDS_PX = 250; // on a phone there is no room for them; the panel says it

/** Draws a way, or the sign where it is closed; `beside` = thinner, for the one that is compared with. */
export function drawWay(lines, way, beside) {
  if (!way.found) {
    if (way.at) {
      sign(lines, 'closed', way.at, way.unknown_depth ? t('means_unknown') : t('water_here', { depth: depth(way.depth_m || 0) }));
    }
    if (way.suggestion) {
      L.polyline(lineToLeaflet(way.suggestion.line.coordinates), { pane: 'routes', interactive: false, className: 'way-walk' }).addTo(lines);
    }
    return;
  }
  const draw = (positions, className) => L.polyline(lineToLeaflet(positions), { pane: 'routes', interactive: false, className: className + (beside ? ' way-beside' : '') }).addTo(lines);
  for (const leg of way.legs || [way]) {
    if (isBoat(leg.vehicle)) {
      drawAfloat(lines, draw, leg, way.transfer, beside);
    } else {
      drawOnRoad(lines, draw, leg, way.stretches || [], beside);
    }
  }
  if (way.transfer) {
    handOver(lines, way.transfer, way.legs[1].vehicle);
  }
}

function drawOnRoad(lines, draw, leg, stretches, beside) {
  const positions = leg.line.coordinates;
  const parts = cutLine(positions, stretches, leg.distance_m);
  draw(positions, 'way-casing');
  if (!parts.length) {
    draw(positions, 'way-open');
  }
  parts.forEach((part) => draw(part.positions, 'way-' + part.stretch.state));
  if (!beside) {
    slowSigns(lines, parts);
  }
}

function drawAfloat(lines, draw, leg, transfer, beside) {
  // From the road to the middle of the first cell of water it is a few steps.
  const positions = transfer ? [transfer.at, ...leg.line.coordinates] : leg.line.coordinates;
  draw(positions, 'way-casing');
  draw(positions, 'way-boat');
  if (!beside && spanPx(positions) > LEAST_SPAN_PX) {
    const [middle] = cutLine(positions, [{ from_m: leg.distance_m / 2, to_m: leg.distance_m / 2 }], leg.distance_m);
    mark(lines, middle.middle, 'boat-sign', icon(leg.vehicle), t('vehicle_' + leg.vehicle));
  }
}

// A way shorter than this on the screen would vanish under a sign.
const LEAST_SPAN_PX = 90;
const spanPx = (positions) => Math.max(...positions.map((lonLat) => map.latLngToLayerPoint(toLeaflet(lonLat)).distanceTo(map.latLngToLayerPoint(toLeaflet(positions[0])))));

function handOver(lines, transfer, boat) {
  const words = t('transfer_to', { boat: t('onto_' + boat) });
  const roomLeft = map.latLngToContainerPoint(toLeaflet(transfer.at)).x > WORDS_PX; // the legend stands at the right
  mark(lines, transfer.at, 'transfer-sign', transferSign(words), words)
    .bindTooltip(words, { direction: roomLeft ? 'left' : 'right', offset: [roomLeft ? -14 : 14, 0], permanent: map.getSize().x > 2 * WORDS_PX, className: 'sign-words transfer-words' });
}

// One sign per slow stretch, but not two close to each other.
function slowSigns(lines, parts) {
  const taken = [];
  parts.filter((part) => part.stretch.state === 'slow').forEach((part) => {
    const point = map.latLngToLayerPoint(toLeaflet(part.middle));
    if (!taken.some((other) => other.distanceTo(point) < SIGNS_APART_PX)) {
      taken.push(point);
      sign(lines, 'slow', part.middle, t('water_here', { depth: depth(part.stretch.depth_m || 0) }) + (part.stretch.road_name ? ', ' + part.stretch.road_name : ''));
    }
  });
}

/** Where one way runs through water that stops the other vehicle: a closed sign with its name. */
export function closedFor(lines, way, other) {
  const limit = CLOSES_AT_M[other.vehicle];
  if (!way.found || !other.found || !limit) {
    return;
  }
  const deep = (way.stretches || []).filter((stretch) => stretch.depth_m >= limit).sort((a, b) => b.depth_m - a.depth_m)[0];
  if (deep) {
    const road = way.legs ? way.legs[0] : way;
    const part = cutLine(road.line.coordinates, [deep], road.distance_m)[0];
    sign(lines, 'closed', part.middle, t('not_through', { vehicle: t('vehicle_' + other.vehicle), depth: depth(deep.depth_m) }));
  }
}

function sign(lines, state, lonLat, words) {
  mark(lines, lonLat, 'road-sign', roadSign(state, words), words)
    .bindTooltip(words, { direction: 'top', offset: [0, -10], permanent: state === 'closed', className: 'sign-words' });
}

function mark(lines, lonLat, className, content, words) {
  const html = h('span', {}, content);
  return L.marker(toLeaflet(lonLat), { pane: 'tags', keyboard: false, title: words, icon: L.divIcon({ className, html, iconSize: className === 'road-sign' ? [22, 22] : [28, 28] }) }).addTo(lines);
}
