// The answer of a route in sentences: found, cut off, or not to be asked.

import { writeCoordinates } from './coordinates.js';
import { ago, clock, clockAndDay, depth, distance, duration } from './format.js';
import { said, t } from './text.js';
import { CLOSES_AT_M, asked, isBoat } from './vehicles.js';

/** The facts of an answer, the most important first. */
export function answerWords(way) {
  const vehicle = t('vehicle_' + way.vehicle);
  if (!way.found) {
    return [said(way)];
  }
  const words = [t('way_found', { vehicle, distance: distance(way.distance_m), duration: duration(way.duration_s) })];
  if (way.leaves) {
    words.push(t('way_times', { leave: clockAndDay(way.leaves), arrive: clockAndDay(arrival(way)) }));
  }
  if (way.legs) {
    return words;
  }
  if (asked(way.vehicle).transfer) {
    words.push(t('way_no_boat_needed'));
  }
  words.push(isBoat(way.vehicle) ? shallowestWords(way) : wetWords(way));
  return words;
}

// Where the water's steps are not followed on the way, its time is added to the departure.
const arrival = (way) => (way.times ? way.times.arrive_at : new Date(way.leaves).getTime() + way.duration_s * 1000);

/** {leave_at, arrive_at} of a later start that arrives sooner, or arrives at all; null when there is none. */
export const laterStart = (way) => (way.found ? way.times && way.times.later : way.later) || null;

const wetWords = (way) => (way.deepest_m > 0 ? t('way_deepest', { depth: depth(way.deepest_m), slow: distance(way.slow_m || 0) }) : t('way_dry'));

const shallowestWords = (way) => (way.shallowest_m === null ? t('way_afloat_unknown') : t('way_shallowest', { depth: depth(way.shallowest_m) }));

/** An itinerary part by part: [{vehicle, words}], with null as the vehicle where the goods change over. */
export function legWords(way) {
  const [road, boat] = way.legs;
  const part = (leg) => t('way_found', { vehicle: t('vehicle_' + leg.vehicle), distance: distance(leg.distance_m), duration: duration(leg.duration_s) });
  return [
    { vehicle: road.vehicle, words: part(road) + ' ' + wetWords({ ...road, slow_m: way.slow_m }) },
    { vehicle: null, words: t('transfer_takes', { boat: t('onto_' + boat.vehicle), duration: duration(way.transfer.wait_s), place: writeCoordinates(way.transfer.at) }) },
    { vehicle: boat.vehicle, words: part(boat) + ' ' + shallowestWords(boat) },
  ];
}

/** By which water an answer was judged, and what lies between a place and its way. */
export function doubtWords(way) {
  const words = [];
  if (way.water) {
    const at = clockAndDay(way.water.at);
    words.push(way.water.forecast ? t('way_water_forecast', { at }) : t('way_water', { at, age: ago(way.water.observed_at || way.water.at) }));
  } else {
    words.push(t('way_no_water'));
  }
  if (way.times && way.times.steps.length > 1) {
    words.push(t('way_through_steps', { times: way.times.steps.map((step) => clock(step.at)).join(', ') }));
  }
  if (way.times && way.times.last_step_holds) {
    words.push(t('way_last_step_holds', { time: clock(way.times.steps[way.times.steps.length - 1].at) }));
  }
  const off = ['from', 'to'].filter((end) => way.snapped && way.snapped[end] && way.snapped[end].distance_m >= 30);
  const afloat = (end) => isBoat(way.vehicle) || (way.legs && end === 'to');
  off.forEach((end) => words.push(t((afloat(end) ? 'way_off_water_' : 'way_off_road_') + end, { distance: distance(way.snapped[end].distance_m) })));
  return words;
}

/** True where the depth of the water says all there is to say about why there is no way. */
export const stoppedByDepth = (way) => way.reason === 'cut_off' && way.depth_m > 0;

/** How another vehicle's answer differs from the first: through, around, or not at all. */
export function compareWords(way, other) {
  const vehicle = t('vehicle_' + other.vehicle);
  if (!way.found) {
    return other.found ? t('other_gets_through', { vehicle }) : t('other_neither', { vehicle });
  }
  if (!other.found) {
    return stoppedByDepth(other) ? t('not_through', { vehicle, depth: depth(other.depth_m) }) : t('other_no_way', { vehicle });
  }
  const stopped = Math.max(0, ...(way.stretches || []).map((stretch) => stretch.depth_m || 0).filter((d) => d >= CLOSES_AT_M[other.vehicle]));
  const longer = other.distance_m - way.distance_m;
  const detour = longer > 50 ? t('other_longer', { distance: distance(longer) }) : longer < -50 ? t('other_shorter', { distance: distance(-longer) }) : t('other_same');
  const slower = other.duration_s - way.duration_s;
  const time = slower > 60 ? t('other_slower', { duration: duration(slower) }) : slower < -60 ? t('other_faster', { duration: duration(-slower) }) : '';
  return (stopped ? t('not_through', { vehicle, depth: depth(stopped) }) + ' ' : '') + vehicle + ': ' + detour + time + '.';
}
