// The one place where longitude-first (everything we send, store and show) meets Leaflet's latitude-first.

/** Leaflet's point of a position [lon, lat]. */
export const toLeaflet = (lonLat) => L.latLng(lonLat[1], lonLat[0]);

/** The position [lon, lat] of a Leaflet point, longitudes outside ±180 brought back. */
export const fromLeaflet = (latLng) => {
  const point = latLng.wrap();
  return [point.lng, point.lat];
};

/** Leaflet's bounds of a box [minLon, minLat, maxLon, maxLat]. */
export const boxToLeaflet = (box) => L.latLngBounds(toLeaflet([box[0], box[1]]), toLeaflet([box[2], box[3]]));

/** The box of Leaflet's bounds as [minLon, minLat, maxLon, maxLat], kept on the globe. */
export const boxFromLeaflet = (bounds) => [
  Math.max(-180, bounds.getWest()),
  Math.max(-90, bounds.getSouth()),
  Math.min(180, bounds.getEast()),
  Math.min(90, bounds.getNorth()),
];

export const lineToLeaflet = (positions) => positions.map(toLeaflet);

/** Metres between two positions [lon, lat] on the sphere. */
export const metresBetween = (a, b) => toLeaflet(a).distanceTo(toLeaflet(b));

/** The middle of the box of a polygon, or of the first of several: good enough for a sign. */
export function middleOf(geometry) {
  const points = geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0][0];
  const lons = points.map((point) => point[0]);
  const lats = points.map((point) => point[1]);
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}
