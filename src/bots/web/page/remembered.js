// What this browser remembers by itself: the books begun here, and words that the server has not yet acknowledged.

const BOOKS = 'talesrunner:books';
const MOST_BOOKS = 24;

/** @template T @param {string} key @param {T} otherwise @returns {T} */
function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? otherwise;
  } catch {
    // Somebody else's writing under our name is worth no more than none.
    return otherwise;
  }
}

/** @param {string} key @param {unknown} value */
function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full, or forbidden: then words last as long as the page is open.
  }
}

/** @returns {readonly string[]} addresses, latest first */
export const booksHere = () =>
  read(BOOKS, /** @type {string[]} */ ([])).filter((address) => /^\/b\/[\w-]{22}$/.test(address));

/** @param {string} address */
export function rememberBook(address) {
  write(BOOKS, [address, ...booksHere().filter((other) => other !== address)].slice(0, MOST_BOOKS));
}

/** @param {string} address */
export function forgetBook(address) {
  write(
    BOOKS,
    booksHere().filter((other) => other !== address),
  );
  const own = [`talesrunner:draft:${address}`, textKey(address, '')];
  for (const key of Object.keys(localStorage))
    if (own.some((start) => key.startsWith(start))) localStorage.removeItem(key);
}

/** @typedef {{ readonly text: string, readonly of: string }} TextDraft words being written, and those they began from */

/** Where words of a page are kept while they are being written. @param {string} address @param {string} scene */
const textKey = (address, scene) => `talesrunner:text:${address}:${scene}`;

/** @param {string} address @param {string} scene @returns {TextDraft | undefined} */
export const textDraft = (address, scene) =>
  read(textKey(address, scene), /** @type {TextDraft | undefined} */ (undefined));

/** @param {string} address @param {string} scene @param {TextDraft | undefined} draft */
export function keepTextDraft(address, scene, draft) {
  if (draft) write(textKey(address, scene), draft);
  else localStorage.removeItem(textKey(address, scene));
}

const OFFER = 'talesrunner:offer';

/** That help is offered no more. */
export const isOfferClosed = () => read(OFFER, /** @type {unknown} */ (undefined)) === 'closed';
export const keepOfferClosed = () => write(OFFER, 'closed');

/** In this visit: as long as the window is open. */
export function isOfferSeen() {
  try {
    return sessionStorage.getItem(OFFER) !== null;
  } catch {
    return false;
  }
}
export function keepOfferSeen() {
  try {
    sessionStorage.setItem(OFFER, 'seen');
  } catch {
    // Forbidden: then it is seen once more.
  }
}

/** @typedef {Record<string, Record<string, string>>} Drafts values by field, by form */

/** @param {string} address @returns {Drafts} */
export const draftsOf = (address) => read(`talesrunner:draft:${address}`, /** @type {Drafts} */ ({}));

/** @param {string} address @param {Drafts} drafts */
export function keepDrafts(address, drafts) {
  if (Object.keys(drafts).length === 0) localStorage.removeItem(`talesrunner:draft:${address}`);
  else write(`talesrunner:draft:${address}`, drafts);
}
