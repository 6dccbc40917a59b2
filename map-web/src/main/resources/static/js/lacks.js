// Sums of what is lacking: per group (the six cells of a need tag) and for the chosen filter.
// A sum is only ever made of one unit; where the items of a group differ in unit, their mass is summed.

import { amount, mass } from './format.js';
import { get } from './state.js';
import { worded } from './text.js';

/** The six groups in the fixed order of cells and columns. */
export const GROUPS = ['water', 'rice', 'medicine', 'tarp', 'goods', 'cash'];

const FIELDS = ['needed', 'open', 'under_way', 'pledged', 'delivered'];
const RANK = { critical: 0, high: 1, normal: 2 };

export const itemOf = (lack) => get('items').get(lack.item);

/** What an item is called; its code where the catalogue has none. */
export const itemName = (code) => (get('items').has(code) ? worded(get('items').get(code), 'name') : code);

const unitOf = (lack) => (itemOf(lack) || {}).unit_vi;

/** How lacks are summed: write(n), factor(lack) to the measure, and an item of that unit (null: kilograms). */
export function measureOf(lacks) {
  const units = new Set(lacks.map(unitOf));
  if (units.size <= 1) {
    return { write: (n) => amount(n, lacks.length ? itemOf(lacks[0]) : null), factor: () => 1, item: lacks.length ? itemOf(lacks[0]) : null };
  }
  return { write: mass, factor: (lack) => (itemOf(lack) || { mass_kg: 0 }).mass_kg, item: null };
}

/** The sums of lacks in a measure, with the share (0–1) of the need that is still open. */
export function sum(lacks, measure) {
  const total = { needed: 0, open: 0, under_way: 0, pledged: 0, delivered: 0 };
  for (const lack of lacks) {
    FIELDS.forEach((field) => {
      total[field] += (lack[field] || 0) * measure.factor(lack);
    });
  }
  total.share = total.needed > 0 ? total.open / total.needed : shareByHouseholds(lacks);
  return total;
}

// Cash in one group with goods has no mass: fall back to the households behind each lack.
function shareByHouseholds(lacks) {
  const all = lacks.reduce((n, lack) => n + lack.households, 0);
  return all ? lacks.reduce((n, lack) => n + (lack.open / lack.needed) * lack.households, 0) / all : 0;
}

export const inGroup = (lacks, group) => lacks.filter((lack) => lack.lack_group === group);

/** The lacks that the filter asks for. */
export function filtered(lacks) {
  const { group, item } = get('filter');
  return lacks.filter((lack) => (item ? lack.item === item : !group || lack.lack_group === group));
}

/** The item that is lacking most: largest open share × households. Undefined where nothing is open. */
export function worst(lacks) {
  const weight = (lack) => (lack.needed ? lack.open / lack.needed : 0) * lack.households;
  return lacks.filter((lack) => lack.open > 0).sort((a, b) => weight(b) - weight(a))[0];
}

/** When a need was last confirmed anywhere; undefined where none was. */
export const lastConfirmed = (summary) => ((summary || {}).communes || [])
  .map((commune) => commune.newest_confirmed_at || commune.oldest_confirmed_at).filter(Boolean).sort().pop();

/** Places in the order of the list and of the tab key: urgency, then what is asked for, then people. */
export function byUrgency(places) {
  const wanted = get('filter').group || get('filter').item;
  const open = (place) => {
    const lacks = filtered(place.lacks);
    return sum(lacks, measureOf(lacks)).open;
  };
  const size = wanted ? open : (place) => place.people;
  return places
    .map((place) => ({ place, rank: RANK[place.urgency], size: size(place) }))
    .sort((a, b) => a.rank - b.rank || b.size - a.size)
    .map((entry) => entry.place);
}

/** With "I have 200 kg of rice": does it fit at this cluster? True while nobody says what they have. */
export function takesWhole(cluster) {
  const { item, amount: have } = get('filter');
  const fits = get('fits');
  if (!item) {
    return true;
  }
  if (fits && cluster.admin_code) {
    const place = fits.items.find((one) => one.code === cluster.admin_code);
    return Boolean(place) && place.takes_all;
  }
  const found = cluster.lacks.find((lack) => lack.item === item);
  return Boolean(found) && found.open - found.pledged >= (have || 0);
}

/** Was it asked not to send the chosen item to this cluster's commune? */
export const refusedAt = (cluster) => Boolean(get('fits')) && get('fits').refused.some((place) => place.code === cluster.admin_code);
