// Talking to the server: every request says that it comes from this page, and every failure is told apart.
import { language } from './language.js';

/** @typedef {import('../view-types.ts').Told} Told */

export class Refused extends Error {
  /** @param {number} status @param {string} text what to tell the person */
  constructor(status, text) {
    super(text);
    this.status = status;
    this.text = text;
  }
}

/** Whether the same may work later: the server was not reached, or is in trouble. @param {unknown} error */
export const mayWorkLater = (error) => !(error instanceof Refused) || error.status >= 500 || error.status === 429;

/** Whether the book is gone, or a code is asked for anew: the page is then another one. @param {unknown} error */
export const isElsewhere = (error) => error instanceof Refused && (error.status === 401 || error.status === 404);

/** Lasting names for what is said, so that saying it again counts once. */
export function newName() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {string} address */
export const inLanguage = (address) => `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;

export const OWN = { 'x-talesrunner': '1' };

/**
 * @param {string} address @param {unknown} body
 * @returns {Promise<any>} the parsed answer, or `undefined` where there is none
 * @throws {Refused} when the server said no; anything else means that it was not reached
 */
export async function post(address, body) {
  const response = await fetch(inLanguage(address), {
    method: 'POST',
    headers: { ...OWN, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status === 204) return undefined;
  const answer = await response.json();
  if (!response.ok) throw new Refused(response.status, answer.text);
  return answer;
}
