// What the route is asked for: two places, a vehicle class. Others put places in here; route.js draws and asks.

import { set, get } from './state.js';

/** Each place is {lonLat, name} or null; `leave` is an instant, or null to leave at the moment of the water on the map. */
set({ ask: { from: null, to: null, vehicle: 'truck', picking: null, leave: null } });

export const change = (values) => set({ ask: { ...get('ask'), ...values } });

/** When the journey begins; null where no water is known, for then the time makes no difference. */
export const leavesAt = () => get('at') && (get('ask').leave || get('at'));

/** Opens the route view with a place as its start ("from") or end ("to"). */
export function goThere(end, lonLat, name) {
  const other = end === 'from' ? 'to' : 'from';
  change({ [end]: { lonLat, name: name || null }, picking: get('ask')[other] ? null : other });
  set({ view: 'route' });
}
