// Ways of travelling that a route can be asked for: wheels, boats, and a truck that hands over to a boat.

/** Depth (m) at which water closes a road for the class: domain facts, section 2. Used for words only, never to route. */
export const CLOSES_AT_M = { motorbike: 0.25, car: 0.3, pickup: 0.45, truck: 0.6 };

/** Depth (m) that a boat needs: the same section, for words only too. */
export const NEEDS_M = { paddle_boat: 0.3, motor_boat: 0.5 };

// From the one that stops first to the one that gets through the deepest water.
const TRANSFERS = { truck_motor_boat: { vehicle: 'truck', transfer: 'motor_boat' } };

export const VEHICLES = [...Object.keys(CLOSES_AT_M), ...Object.keys(NEEDS_M), ...Object.keys(TRANSFERS)];

/** What the service is asked for: {vehicle} or {vehicle, transfer}. */
export const asked = (vehicle) => TRANSFERS[vehicle] || { vehicle };

export const isBoat = (vehicle) => vehicle in NEEDS_M;
