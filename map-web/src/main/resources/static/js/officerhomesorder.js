// How households are grouped, ordered and found.

const URGENCY = { critical: 0, high: 1, normal: 2 };

/** Letters without marks and case: "đ" is "d", every tone falls away. */
export const folded = (text) => (text || '').normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase();

/** Whether every word of the search stands in name, reference or address. */
export function matches(home, find) {
  const words = folded(find).split(/\s+/).filter(Boolean);
  const text = folded([home.name, home.ref, home.address].filter(Boolean).join(' '));
  return words.every((word) => text.includes(word));
}

const given = (name) => folded(name).split(/\s+/).pop() + ' ' + folded(name);

/** Urgent first; among equals what nobody confirmed in time, then by given name, as people look names up. */
export function inOrder(homes) {
  const rank = (home) => (home.urgency ? URGENCY[home.urgency] : 3) * 2 + (home.unconfirmed ? 0 : 1);
  return homes.slice().sort((a, b) => rank(a) - rank(b) || (given(a.name) < given(b.name) ? -1 : 1));
}

/** By hamlet, else commune, in the order of their names; homes of no hamlet last. */
export function unitsOf(homes) {
  const units = new Map();
  homes.forEach((home) => {
    const code = home.hamlet || home.commune || '';
    if (!units.has(code)) {
      units.set(code, { code, name: home.hamlet_name, homes: [] });
    }
    units.get(code).homes.push(home);
  });
  return Array.from(units.values()).sort((a, b) => !a.name - !b.name || (a.name || a.code).localeCompare(b.name || b.code, 'vi', { numeric: true }));
}
