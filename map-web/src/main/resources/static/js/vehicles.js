// Vehicle classes of a route, from the one that stops first to the one that gets through deepest water.

/** Depth (m) at which water closes a road for the class: domain facts, section 2. Used for words only, never to route. */
export const CLOSES_AT_M = { motorbike: 0.25, car: 0.3, pickup: 0.45, truck: 0.6 };

export const VEHICLES = Object.keys(CLOSES_AT_M);
