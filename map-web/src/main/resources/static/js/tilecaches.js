// The caches of base tiles that a person had kept: around tours, for an officer's day, around a call for help.

const CACHES = { tours: 'relief-tiles', day: 'relief-tiles-day', sos: 'relief-tiles-sos' };

export const AREAS = Object.keys(CACHES);
export const tileCache = (area) => CACHES[area];

/** What was kept for a day or a call goes with it. */
export const forgetTiles = (area) => (self.caches ? caches.delete(tileCache(area)) : Promise.resolve(false));
