// Where the device is, if its owner lets the page know. Browsers tell over HTTPS and on localhost only.

const PATIENCE_MS = 15000;
const FRESH_MS = 30000;

/** {at: [lon, lat], accuracyM}; null where the device does not say. */
export function whereWeAre() {
  if (!navigator.geolocation || !self.isSecureContext) {
    return Promise.resolve(null);
  }
  return new Promise((done) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ at: [coords.longitude, coords.latitude], accuracyM: coords.accuracy }),
      () => done(null),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: FRESH_MS });
  });
}
