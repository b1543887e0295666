// Brings chosen pictures to the server, in the order in which they were chosen, as often as it takes.
import { inLanguage, mayWorkLater, newName, OWN, post, Refused } from './api.js';
import { words } from './language.js';

/** @typedef {import('./kept-files.js').KeptFiles} KeptFiles */
/** @typedef {import('./kept-files.js').KeptFile} KeptFile */
/** @typedef {import('../view-types.ts').OpenView} OpenView */

const AT_ONCE = 2;
const RETRY = 2500;
const MEGABYTE = 1024 * 1024;

/**
 * @param {object} options
 * @param {string} options.address
 * @param {KeptFiles} options.files
 * @param {(told: import('../view-types.ts').Told) => void} options.onTold
 * @param {(source: string, share: number) => void} options.onProgress
 * @param {(text: string) => void} options.say
 */
export function createUploads({ address, files, onTold, onProgress, say }) {
  /** @type {Set<string>} */
  const running = new Set();
  /** @type {Map<string, string>} */
  const previews = new Map();
  /** @type {readonly string[]} */
  let awaited = [];
  let isAnnouncing = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(go, RETRY);
  };

  /** @param {readonly KeptFile[]} batch */
  async function announceBatch(batch) {
    const [first] = batch;
    if (!first) return;
    const told = await post(`${address}/pictures`, {
      // The same name each time, so that a batch that was taken counts once.
      id: first.batch,
      ...(first.into && { into: first.into }),
      files: batch.map(({ source, name, file }) => ({ source, name, size: file.size, type: file.type })),
    });
    for (const kept of batch) await files.put({ ...kept, announced: true });
    onTold(told);
  }

  async function announceAll() {
    for (;;) {
      const [first] = files.all().filter(({ announced }) => !announced);
      if (!first) return;
      const batch = files.all().filter((kept) => !kept.announced && kept.batch === first.batch);
      try {
        await announceBatch(batch);
      } catch (error) {
        if (!(error instanceof Refused) || mayWorkLater(error)) return later();
        say(error.text);
        for (const { source } of batch) await forget(source);
      }
    }
  }

  /** @param {string} source */
  async function forget(source) {
    const preview = previews.get(source);
    if (preview) URL.revokeObjectURL(preview);
    previews.delete(source);
    await files.drop(source);
  }

  /** @param {KeptFile} kept @returns {Promise<number>} the status; 0 when the server was not reached */
  const put = ({ source, file }) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('PUT', inLanguage(`${address}/pictures/${source}`));
      for (const [name, value] of Object.entries(OWN)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total }) => onProgress(source, total > 0 ? loaded / total : 0);
      request.onloadend = () => resolve(request.status);
      request.send(file);
    });

  /** @param {KeptFile} kept */
  async function bring(kept) {
    running.add(kept.source);
    const status = await put(kept);
    running.delete(kept.source);
    if (status === 413) await tell({ type: 'lost', id: newName(), sources: [kept.source] });
    else if (status !== 200) later();
    go();
  }

  /** @param {unknown} event */
  async function tell(event) {
    try {
      onTold(await post(`${address}/say`, event));
    } catch {
      later();
    }
  }

  function go() {
    if (!isAnnouncing) {
      isAnnouncing = true;
      void announceAll().finally(() => {
        isAnnouncing = false;
      });
    }
    for (const source of awaited) {
      const kept = files.get(source);
      if (kept && !running.has(source) && running.size < AT_ONCE) void bring(kept);
    }
  }

  return {
    /**
     * @param {readonly File[]} chosen
     * @param {object} more
     * @param {string} [more.into]
     * @param {number} more.largest
     */
    async add(chosen, { into, largest }) {
      const batch = `${Date.now().toString(36).padStart(10, '0')}-${newName()}`;
      const fitting = chosen.filter((file) => file.size <= largest);
      for (const file of chosen) {
        if (!fitting.includes(file)) say(words.tooLarge(file.name, Math.floor(largest / MEGABYTE)));
      }
      for (const [order, file] of fitting.entries()) {
        const { name } = file;
        await files.put({
          source: newName(),
          address,
          file,
          name,
          batch,
          order,
          announced: false,
          ...(into && { into }),
        });
      }
      go();
    },
    /** The picture as this browser has it, before the server does. @param {string} source */
    preview(source) {
      const file = files.get(source)?.file;
      const known = previews.get(source);
      if (known || !file) return known;
      const made = URL.createObjectURL(file);
      previews.set(source, made);
      return made;
    },
    /** @param {OpenView} view */
    sync(view) {
      awaited = view.awaited;
      for (const { source, announced } of files.all()) {
        if (announced && !awaited.includes(source) && !running.has(source)) void forget(source);
      }
      go();
    },
    has: (/** @type {string} */ source) => files.get(source) !== undefined,
    go,
  };
}
/** @typedef {ReturnType<typeof createUploads>} Uploads */
