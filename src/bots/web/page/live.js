// Keeps the page in step with the server: what it is told comes by itself, and after a break it comes again.
import { inLanguage } from './api.js';

/** How long a silence is before it is worth a word, and between tries, in milliseconds. */
const PATIENCE = 1200;
const RETRY = 1500;

/**
 * @param {object} options
 * @param {string} options.address
 * @param {(seen: import('../view-types.ts').Seen) => void} options.onSeen
 * @param {(isOnline: boolean) => void} options.onLine
 */
export function followBook({ address, onSeen, onLine }) {
  /** @type {EventSource | undefined} */
  let source;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let worry;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry;

  const calm = () => {
    clearTimeout(worry);
    worry = undefined;
    onLine(true);
  };
  const startToWorry = () => {
    worry ??= setTimeout(() => onLine(false), PATIENCE);
  };

  /** The browser gives up by itself when it is answered with a refusal: a code may be asked for, a book be gone. */
  async function ask() {
    try {
      const { status } = await fetch(inLanguage(`${address}/view`));
      if (status === 401 || status === 404) location.reload();
      else if (document.visibilityState === 'visible') open();
    } catch {
      // Not there yet.
      retry = setTimeout(ask, RETRY);
    }
  }

  function open() {
    close();
    source = new EventSource(inLanguage(`${address}/live`));
    source.addEventListener('open', calm);
    source.addEventListener('view', (event) => {
      calm();
      onSeen(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      startToWorry();
      if (source?.readyState !== EventSource.CLOSED) return;
      clearTimeout(retry);
      retry = setTimeout(ask, RETRY);
    });
  }

  function close() {
    clearTimeout(retry);
    source?.close();
    source = undefined;
  }

  // A browser opens only a few connections to one server: a page that nobody sees gives its own back.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') open();
    else close();
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', (event) => {
    if (event.persisted) open();
  });
  open();
}
