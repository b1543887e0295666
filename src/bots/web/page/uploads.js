// Brings chosen pictures to the server, in the order in which they were chosen, as often as it takes.
import { inLanguage, isElsewhere, mayWorkLater, newName, OWN, post, Refused } from './api.js';
import { words } from './language.js';

/** @typedef {import('./kept-files.js').KeptFiles} KeptFiles */
/** @typedef {import('./kept-files.js').KeptFile} KeptFile */
/** @typedef {import('../view-types.ts').OpenView} OpenView */

const AT_ONCE = 2;
const RETRY = 2500;
const MEGABYTE = 1024 * 1024;
/** Most files of one announcement, as the server takes them. */
const MOST = 100;

/**
 * The same name each time, so that what was taken counts once; another for any other set of files, so that a part of
 * what was chosen never stands for the rest. Sources are random: their bits together are as good a name as each alone.
 * @param {readonly KeptFile[]} batch
 */
function nameOf(batch) {
  const bits = batch.reduce((sum, { source }) => sum ^ BigInt(`0x${source}`), 0n);
  return `files-${bits.toString(16).padStart(32, '0')}`;
}

/** @typedef {'none' | 'sending' | 'stuck'} UploadState whether files are still to go, and whether the last try failed */

/**
 * @param {object} options
 * @param {string} options.address
 * @param {KeptFiles} options.files
 * @param {(told: import('../view-types.ts').Told) => void} options.onTold
 * @param {(source: string, share: number) => void} options.onProgress
 * @param {(state: UploadState) => void} options.onState
 * @param {(line: string) => void} options.refuse names a file that is not taken
 * @param {(text: string) => void} options.say
 */
export function createUploads({ address, files, onTold, onProgress, onState, refuse, say }) {
  /** @type {Set<string>} */
  const running = new Set();
  /** @type {Map<string, string>} */
  const previews = new Map();
  /** @type {readonly string[]} */
  let wanted = [];
  /** Sources that were just tried: the same is not tried again at once. @type {Set<string>} */
  const resting = new Set();
  let isAnnouncing = false;
  let isLater = false;
  let hasFailed = false;

  const report = () => {
    const isWaiting = files.all().some(({ source, announced }) => !announced || wanted.includes(source));
    onState(!isWaiting ? 'none' : hasFailed ? 'stuck' : 'sending');
  };

  const later = () => {
    if (isLater) return;
    isLater = true;
    setTimeout(() => {
      isLater = false;
      resting.clear();
      go();
    }, RETRY);
  };

  /** @param {readonly KeptFile[]} batch */
  async function announceBatch(batch) {
    const [first] = batch;
    if (!first) return;
    const told = await post(`${address}/pictures`, {
      id: nameOf(batch),
      ...(first.into && { into: first.into }),
      files: batch.map(({ source, name, file }) => ({ source, name, size: file.size, type: file.type })),
    });
    hasFailed = false;
    // Only a view that knows of the files may decide that they are not awaited any more: it is shown first.
    onTold(told);
    const left = batch.filter(({ source }) => files.get(source));
    await files.put(left.map((kept) => ({ ...kept, announced: true })));
  }

  /** Whether files can never be announced. @param {unknown} error @returns {error is Refused} */
  function isFinal(error) {
    // They are still here when the code has been typed anew.
    if (isElsewhere(error)) location.reload();
    return error instanceof Refused && !isElsewhere(error) && !mayWorkLater(error);
  }

  async function announceAll() {
    if (isAnnouncing) return;
    isAnnouncing = true;
    try {
      for (;;) {
        const fresh = files.all().filter(({ announced }) => !announced);
        const batch = fresh.filter((kept) => kept.batch === fresh[0]?.batch).slice(0, MOST);
        if (batch.length === 0) return;
        try {
          await announceBatch(batch);
        } catch (error) {
          if (!isFinal(error)) {
            hasFailed = true;
            return later();
          }
          say(error.text);
          for (const { source } of batch) await forget(source);
        }
      }
    } finally {
      isAnnouncing = false;
      report();
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
  async function bring({ source, ...kept }) {
    running.add(source);
    const status = await put({ source, ...kept });
    running.delete(source);
    hasFailed = status !== 200;
    // That it has arrived, a view tells; until one does, the same bytes do not go out again at once.
    resting.add(source);
    if (status === 413) await tell({ type: 'lost', id: newName(), sources: [source] });
    later();
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
    void announceAll();
    for (const source of wanted) {
      const kept = files.get(source);
      const isWaiting = !running.has(source) && !resting.has(source);
      if (kept && isWaiting && running.size < AT_ONCE) void bring(kept);
    }
    report();
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
        if (!fitting.includes(file)) refuse(words.tooLarge(file.name, Math.floor(largest / MEGABYTE)));
      }
      // All at once: whatever is announced meanwhile, is the whole of what was chosen.
      await files.put(
        fitting.map((file, order) => ({
          source: newName(),
          address,
          file,
          name: file.name,
          batch,
          order,
          announced: false,
          ...(into && { into }),
        })),
      );
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
    sync({ awaited, scenes }) {
      // A picture that was taken out is not sent, but kept: it may be put back.
      wanted = scenes.flatMap(({ source }) => (source !== undefined && awaited.includes(source) ? [source] : []));
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
