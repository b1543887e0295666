// Picture files stay in this browser until the server has them safe: in its database, so that a reload loses none,
// and in memory where a browser keeps no database.

const NAME = 'talesrunner';
const STORE = 'files';

/**
 * @typedef {object} KeptFile
 * @property {string} source
 * @property {string} address of the book
 * @property {Blob} file
 * @property {string} name
 * @property {string} [into] the scene whose picture it replaces
 * @property {string} batch chosen together
 * @property {number} order
 * @property {boolean} announced whether the server knows of it
 */

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @returns {Promise<IDBDatabase | undefined>} */
async function openDatabase() {
  try {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'source' });
    return await settled(request);
  } catch {
    // A private window may have none; memory has to do.
    return undefined;
  }
}

/** A week: nobody comes back for it. */
const LONG = 7 * 24 * 60 * 60 * 1000;
/** Batches are named by when they were chosen. @param {KeptFile} kept */
const isOld = ({ batch }) => Date.now() - Number.parseInt(batch.split('-')[0] ?? '', 36) > LONG;

/** @param {string} address */
export async function openKeptFiles(address) {
  const database = await openDatabase();
  /** @type {Map<string, KeptFile>} */
  const files = new Map();
  const store = (/** @type {IDBTransactionMode} */ mode) => database?.transaction(STORE, mode).objectStore(STORE);

  /** @type {string[]} */
  const forgotten = [];
  try {
    const stored = store('readonly');
    for (const kept of stored ? await settled(/** @type {IDBRequest<KeptFile[]>} */ (stored.getAll())) : []) {
      if (kept.address === address) files.set(kept.source, kept);
      else if (isOld(kept)) forgotten.push(kept.source);
    }
  } catch {
    // As if there was none.
  }

  /** Each by itself, so that one that finds no room takes no other with it. @param {KeptFile} kept */
  async function write(kept) {
    try {
      const target = store('readwrite');
      if (target) await settled(target.put(kept));
    } catch {
      // No room on the disk: it stays in memory.
    }
  }

  const api = {
    /** @param {string} source */
    get: (source) => files.get(source),
    all: () =>
      [...files.values()].sort((a, b) => (a.batch === b.batch ? a.order - b.order : a.batch < b.batch ? -1 : 1)),
    /** They are all here at once; the database follows. @param {readonly KeptFile[]} changed */
    async put(changed) {
      for (const kept of changed) files.set(kept.source, kept);
      await Promise.all(changed.map(write));
    },
    /** @param {string} source */
    async drop(source) {
      files.delete(source);
      try {
        const target = store('readwrite');
        if (target) await settled(target.delete(source));
      } catch {
        // It is swept with the browser's own data.
      }
    },
  };
  for (const source of forgotten) void api.drop(source);
  return api;
}
/** @typedef {Awaited<ReturnType<typeof openKeptFiles>>} KeptFiles */
