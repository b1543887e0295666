// What all parts of a book's page share: the book as it was last told, and the ways to change it.
import { newName, post, Refused } from './api.js';
import { words } from './language.js';
import { forgetBook } from './remembered.js';
import { createSaver } from './saver.js';
import { createUploads } from './uploads.js';

/** @typedef {import('../view-types.ts').BookView} BookView */
/** @typedef {import('../view-types.ts').OpenView} OpenView */
/** @typedef {import('../view-types.ts').Told} Told */

/**
 * @param {object} options
 * @param {string} options.address
 * @param {import('./kept-files.js').KeptFiles} options.files
 * @param {import('./parts.js').Speaker} options.say
 * @param {(state: import('./saver.js').SaveState) => void} options.onSaveState
 * @param {(state: import('./uploads.js').UploadState) => void} options.onUploadState
 * @param {(line: string) => void} options.refuse names a file that is not taken
 */
export function createDesk({ address, files, say, onSaveState, onUploadState, refuse }) {
  /** @type {((view: OpenView) => void)[]} */
  const drawers = [];
  /** @type {((view: Extract<BookView, { state: 'deleted' }>) => void)[]} */
  const endings = [];
  /** @type {((key: string, name: string, text: string | undefined) => void)[]} */
  const faultFinders = [];
  /** @type {((source: string, share: number) => void)[]} */
  const progressWatchers = [];
  /** @type {OpenView | undefined} */
  let view;

  let latest = 0;
  const show = (/** @type {import('../view-types.ts').Seen} */ { at, view: next }) => {
    if (at < latest) return;
    latest = at;
    if (next.state === 'deleted') {
      saver.clear();
      forgetBook(address);
      for (const { source } of files.all()) void files.drop(source);
      for (const end of endings) end(next);
      return;
    }
    view = next;
    uploads.sync(next);
    for (const draw of drawers) draw(next);
  };
  const onTold = (/** @type {Told} */ told) => show(told);

  const saver = createSaver({
    address,
    onTold,
    onState: onSaveState,
    say,
    onProblem: (key, name, text) => {
      for (const find of faultFinders) find(key, name, text);
    },
  });
  const uploads = createUploads({
    address,
    files,
    onTold,
    say,
    refuse,
    onState: onUploadState,
    onProgress: (source, share) => {
      for (const watcher of progressWatchers) watcher(source, share);
    },
  });

  /** @param {Record<string, unknown>} event @returns {Promise<Told | undefined>} `undefined` when it did not work */
  async function tell(event) {
    try {
      /** @type {Told} */
      const told = await post(`${address}/say`, { id: newName(), ...event });
      onTold(told);
      return told;
    } catch (error) {
      say(error instanceof Refused ? error.text : words.failed);
      return undefined;
    }
  }

  return {
    address,
    saver,
    uploads,
    say,
    show,
    tell,
    /** @param {string} action as buttons carry it */
    async press(action) {
      await saver.flush();
      const told = await tell({ type: 'pressed', action });
      // That a book is being made is to be seen; words in passing would outlast the making.
      if (told?.view.state === 'open' && told.view.making) return told;
      for (const answer of told?.answers ?? []) if (answer.type === 'notice') say(answer.text);
      return told;
    },
    /** @param {readonly File[]} chosen @param {string} [into] */
    addPictures(chosen, into) {
      if (chosen.length > 0)
        void uploads.add(chosen, { largest: view?.largest ?? Number.POSITIVE_INFINITY, ...(into && { into }) });
    },
    get view() {
      return view;
    },
    /** @param {(view: OpenView) => void} draw */
    onView: (draw) => void drawers.push(draw),
    /** @param {(view: Extract<BookView, { state: 'deleted' }>) => void} end */
    onEnd: (end) => void endings.push(end),
    /** @param {(key: string, name: string, text: string | undefined) => void} find */
    onProblem: (find) => void faultFinders.push(find),
    /** @param {(source: string, share: number) => void} watcher */
    onProgress: (watcher) => void progressWatchers.push(watcher),
  };
}
/** @typedef {ReturnType<typeof createDesk>} Desk */
