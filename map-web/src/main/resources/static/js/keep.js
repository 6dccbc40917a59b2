// Keeps a page on the device, so that it opens without a network.

/** Whether the service worker is there, or on its way; false where the browser has none or refuses it. */
export async function registered() {
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  } catch (refused) {
    console.info('nothing is kept on the device:', refused.name);
    return false;
  }
  return Boolean(await navigator.serviceWorker.getRegistration());
}

/** Keeps the page at that address of ours with what it has read so far; calls tellNewer when a newer version of it has come while it is open. */
export async function keepPage(address, tellNewer) {
  if (!navigator.serviceWorker) {
    return; // an address without HTTPS, or an old browser
  }
  const before = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener('controllerchange', () => before && tellNewer());
  if (await registered()) {
    const answers = performance.getEntriesByType('resource').map((entry) => entry.name).filter((url) => url.startsWith(location.origin + '/api/'));
    (await navigator.serviceWorker.ready).active.postMessage({ keepPage: address, answers });
  }
}
