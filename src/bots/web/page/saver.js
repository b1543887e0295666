// Saves by itself whatever is typed. Until the server has acknowledged a word, this browser keeps it: through a
// reload, a lost connection, a server that was started again.
import { isElsewhere, mayWorkLater, newName, post, Refused } from './api.js';
import { draftsOf, keepDrafts } from './remembered.js';

/** @typedef {'saved' | 'saving' | 'kept'} SaveState */
/** @typedef {import('../view-types.ts').Told} Told */

const PAUSE = 700;
const RETRY = 2500;

/** @param {string} form @param {string | undefined} scene */
export const formKey = (form, scene) => (scene ? `${form}.${scene}` : form);

/**
 * @param {object} options
 * @param {string} options.address
 * @param {(told: Told) => void} options.onTold
 * @param {(state: SaveState) => void} options.onState
 * @param {(key: string, name: string, text: string | undefined) => void} options.onProblem
 * @param {(text: string) => void} options.say
 */
export function createSaver({ address, onTold, onState, onProblem, say }) {
  const drafts = draftsOf(address);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<void> | undefined} */
  let running;
  /** Values that the server has found fault with, so that they are not sent again and again. @type {Map<string, string>} */
  const faulty = new Map();

  const isFaulty = (/** @type {string} */ key, /** @type {string} */ name, /** @type {string} */ value) =>
    faulty.get(`${key}/${name}`) === value;
  const due = () =>
    Object.entries(drafts).flatMap(([key, values]) => {
      const fresh = Object.entries(values).filter(([name, value]) => !isFaulty(key, name, value));
      return fresh.length > 0 ? [{ key, values: Object.fromEntries(fresh) }] : [];
    });

  /** @param {string} key @param {Record<string, string>} sent @param {readonly string[]} bad */
  function settle(key, sent, bad) {
    for (const [name, value] of Object.entries(sent)) {
      if (bad.includes(name)) faulty.set(`${key}/${name}`, value);
      else if (drafts[key]?.[name] === value) delete drafts[key]?.[name];
    }
    if (drafts[key] && Object.keys(drafts[key]).length === 0) delete drafts[key];
    keepDrafts(address, drafts);
  }

  /** @param {{ key: string, values: Record<string, string> }} one */
  async function send({ key, values }) {
    const [form, scene] = key.split('.');
    const body = { type: 'submitted', id: newName(), form, values, ...(scene && { scene }) };
    /** @type {Told} */
    const told = await post(`${address}/say`, body);
    const problems = told.answers.flatMap((answer) => (answer.type === 'problems' ? answer.problems : []));
    settle(
      key,
      values,
      problems.map(({ field }) => field),
    );
    for (const name of Object.keys(values)) {
      onProblem(key, name, problems.find(({ field }) => field === name)?.text);
    }
    onTold(told);
  }

  async function sendAll() {
    for (let [next] = due(); next; [next] = due()) {
      onState('saving');
      try {
        await send(next);
      } catch (error) {
        if (!(error instanceof Refused) || mayWorkLater(error) || isElsewhere(error)) {
          onState('kept');
          if (isElsewhere(error)) location.reload();
          else schedule(RETRY);
          return;
        }
        settle(next.key, next.values, Object.keys(next.values));
        say(error.text);
      }
    }
    // What the server has found fault with is still in this browser alone.
    onState(Object.keys(drafts).length > 0 ? 'kept' : 'saved');
  }

  /** @param {number} pause */
  function schedule(pause) {
    clearTimeout(timer);
    timer = setTimeout(flush, pause);
  }

  function flush() {
    clearTimeout(timer);
    running ??= sendAll().finally(() => {
      running = undefined;
    });
    return running;
  }

  // From before the page was opened: nothing is said to be saved that is not.
  if (due().length > 0) onState('kept');

  return {
    /** What was typed and is not yet acknowledged. @param {string} key @param {string} name */
    draft: (key, name) => drafts[key]?.[name],
    /** @param {string} key @param {string} name @param {string} value */
    change(key, name, value) {
      drafts[key] = { ...drafts[key], [name]: value };
      keepDrafts(address, drafts);
      onState('saving');
      schedule(PAUSE);
    },
    /** Saves now what waits. */
    flush,
    /** Forgets words about a scene or a book that is gone. */
    clear() {
      clearTimeout(timer);
      for (const key of Object.keys(drafts)) delete drafts[key];
      keepDrafts(address, drafts);
    },
  };
}
/** @typedef {ReturnType<typeof createSaver>} Saver */
