// Keeps a page on the device, so that it opens without a network.

/** Keeps the page at that address of ours; calls tellNewer when a newer version of it has come while it is open. */
export async function keepPage(address, tellNewer) {
  if (!navigator.serviceWorker) {
    return; // an address without HTTPS, or an old browser
  }
  const before = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener('controllerchange', () => before && tellNewer());
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    (await navigator.serviceWorker.ready).active.postMessage({ keepPage: address });
  } catch (refused) {
    console.info('the page is not kept on the device:', refused.name);
  }
}
