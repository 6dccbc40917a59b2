// What a plan's tours say: hours, loads, the next stop. Draws nothing.

import { metresBetween } from './lonlat.js';
import { get } from './state.js';
import { isBoat } from './vehicles.js';

const ms = (at) => new Date(at).getTime();
const HOUR_MS = 3600 * 1000;

/** From the first full hour to the last that holds all tours, in milliseconds. */
export function daySpan(plan) {
  const from = Math.min(ms(plan.starts_at), ...plan.tours.map((tour) => ms(tour.starts_at)));
  const to = Math.max(from + HOUR_MS, ...plan.tours.map((tour) => ms(tour.ends_at)));
  return { from: Math.floor(from / HOUR_MS) * HOUR_MS, to: Math.ceil(to / HOUR_MS) * HOUR_MS };
}

/** Mass and volume of quantities; an item that nobody knows weighs nothing. */
export function loadOf(quantities, items) {
  const load = { kg: 0, m3: 0 };
  quantities.forEach(({ item, quantity }) => {
    const known = items.get(item);
    load.kg += known ? quantity * known.mass_kg : 0;
    load.m3 += known ? quantity * known.volume_m3 : 0;
  });
  return load;
}

/** The fullest loading of a tour, by mass and by volume. */
export function fullest(tour, items) {
  const loads = tour.trips.map((trip) => loadOf(trip.loads, items));
  return { kg: Math.max(0, ...loads.map((load) => load.kg)), m3: Math.max(0, ...loads.map((load) => load.m3)) };
}

export const callsOf = (tour) => [].concat(...tour.trips.map((trip) => trip.calls));

/** What a vehicle does, in order: {kind: 'load'|'swap'|'drive'|'boat'|'stop', from, to, call, trip}. */
export function doings(tour) {
  const way = isBoat(tour.vehicle_class) ? 'boat' : 'drive';
  const all = [];
  tour.trips.forEach((trip) => {
    all.push({ kind: trip.origin.landing ? 'swap' : 'load', from: ms(trip.loads_at), to: ms(trip.departs_at), trip });
    trip.legs.forEach((leg) => all.push({ kind: way, from: ms(leg.departs_at), to: ms(leg.departs_at) + leg.duration_s * 1000, leg }));
    trip.calls.forEach((call) => all.push({ kind: call.landing ? 'swap' : 'stop', from: ms(call.begins_at), to: ms(call.departs_at), call }));
  });
  return all.sort((a, b) => a.from - b.from);
}

/** The tour that is chosen on the page; null while none is. */
export const chosenTour = () => (get('plan') ? get('plan').tours.find((tour) => tour.number === get('tour')) || null : null);

/** A place [lon, lat] for whatever navigates on the device; latitude first, as geo: addresses have it. */
export const geoAddress = ([lon, lat]) => 'geo:' + lat.toFixed(6) + ',' + lon.toFixed(6) + '?q=' + lat.toFixed(6) + ',' + lon.toFixed(6);

/** The way that leads to a call; null where it lies at the place before. */
export function wayTo(tour, call) {
  const trip = tour.trips.find((one) => one.calls.includes(call));
  const before = trip.legs.filter((leg) => ms(leg.departs_at) < ms(call.arrives_at));
  return before.length ? before[before.length - 1] : null;
}

/** The first stop that is still to be made by the plan's hours; null when all are behind. */
export const nextCall = (tour, now) => callsOf(tour).find((call) => !call.done && ms(call.departs_at) > now) || null;

const AROUND_DEGREES = 0.02; // about 2 km

/** The box around a tour and its neighbourhood, as addresses have it. */
export function bboxAround(tour) {
  const [west, south, east, north] = boxOf([tour]);
  return [west - AROUND_DEGREES, south - AROUND_DEGREES, east + AROUND_DEGREES, north + AROUND_DEGREES].map((degrees) => degrees.toFixed(5)).join(',');
}

/** Boxes of the map: [minLon, minLat, maxLon, maxLat] around tours; null around none. */
export function boxOf(tours) {
  const places = [].concat(...tours.map((tour) => [].concat(...tour.trips.map((trip) => [trip.origin.at, ...trip.calls.map((call) => call.at)]))));
  const lons = places.map((at) => at[0]);
  const lats = places.map((at) => at[1]);
  return places.length ? [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] : null;
}

/** The place [lon, lat] so many metres along a way. */
export function placeOnWay(way, metres) {
  const line = way.line.coordinates;
  let left = metres;
  for (let i = 1; i < line.length; i++) {
    const piece = metresBetween(line[i - 1], line[i]);
    if (left <= piece) {
      const share = piece ? left / piece : 0;
      return [line[i - 1][0] + (line[i][0] - line[i - 1][0]) * share, line[i - 1][1] + (line[i][1] - line[i - 1][1]) * share];
    }
    left -= piece;
  }
  return line[line.length - 1];
}
