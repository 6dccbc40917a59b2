// The answer of a route in sentences: found, cut off, or not to be asked.

import { ago, clockAndDay, depth, distance, duration } from './format.js';
import { said, t } from './text.js';
import { CLOSES_AT_M } from './vehicles.js';

/** The facts of an answer, the most important first. */
export function answerWords(way) {
  const vehicle = t('vehicle_' + way.vehicle);
  if (!way.found) {
    return [said(way)];
  }
  const words = [t('way_found', { vehicle, distance: distance(way.distance_m), duration: duration(way.duration_s) })];
  words.push(way.deepest_m > 0 ? t('way_deepest', { depth: depth(way.deepest_m), slow: distance(way.slow_m || 0) }) : t('way_dry'));
  return words;
}

/** What is not sure about an answer, with the time of its water. */
export function doubtWords(way) {
  const words = [];
  if (way.water) {
    const at = clockAndDay(way.water.at);
    words.push(way.water.forecast ? t('way_water_forecast', { at }) : t('way_water', { at, age: ago(way.water.observed_at || way.water.at) }));
  } else {
    words.push(t('way_no_water'));
  }
  if (way.unobserved_m > 0) {
    words.push(t('way_unobserved', { distance: distance(way.unobserved_m) }));
  }
  if (way.bridges_unconfirmed > 0) {
    words.push(t('way_bridges', { n: way.bridges_unconfirmed }));
  }
  const off = ['from', 'to'].filter((end) => way.snapped && way.snapped[end] && way.snapped[end].distance_m >= 30);
  off.forEach((end) => words.push(t('way_off_road_' + end, { distance: distance(way.snapped[end].distance_m) })));
  return words;
}

/** How another vehicle's answer differs from the first: through, around, or not at all. */
export function compareWords(way, other) {
  const vehicle = t('vehicle_' + other.vehicle);
  if (!way.found) {
    return other.found ? t('other_gets_through', { vehicle }) : t('other_neither', { vehicle });
  }
  if (!other.found) {
    return other.depth_m ? t('not_through', { vehicle, depth: depth(other.depth_m) }) : t('other_no_way', { vehicle });
  }
  const stopped = Math.max(0, ...(way.stretches || []).map((stretch) => stretch.depth_m || 0).filter((d) => d >= CLOSES_AT_M[other.vehicle]));
  const longer = other.distance_m - way.distance_m;
  const detour = longer > 50 ? t('other_longer', { distance: distance(longer) }) : longer < -50 ? t('other_shorter', { distance: distance(-longer) }) : t('other_same');
  const slower = other.duration_s - way.duration_s;
  const time = slower > 60 ? t('other_slower', { duration: duration(slower) }) : slower < -60 ? t('other_faster', { duration: duration(-slower) }) : '';
  return (stopped ? t('not_through', { vehicle, depth: depth(stopped) }) + ' ' : '') + vehicle + ': ' + detour + time + '.';
}
