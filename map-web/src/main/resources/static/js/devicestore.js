// A store of this device: one in a base of its own in the browser's IndexedDB.

/**
 * What runs questions on the store: `await within('readwrite', (store) => store.put(object, key))` gives what the question is answered,
 * once it is kept. Each opens and closes the base, so that no other tab ever waits for this one. `make` makes the store in a new base.
 */
export function deviceStore(baseName, name, make = (base) => base.createObjectStore(name)) {
  return (mode, ask) => new Promise((done, failed) => {
    const opening = indexedDB.open(baseName, 1);
    opening.onupgradeneeded = () => make(opening.result);
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const base = opening.result;
      const act = base.transaction(name, mode);
      const asked = ask(act.objectStore(name));
      act.oncomplete = () => { base.close(); done(asked && asked.result); };
      act.onabort = () => { base.close(); failed(act.error); };
    };
  });
}
