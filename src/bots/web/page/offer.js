// How pictures could be described without anybody typing, to whoever sits at the computer that runs this: once a visit,
// until it is put aside for good.
import { inLanguage } from './api.js';
import { h, setText } from './dom.js';
import { words } from './language.js';
import { button } from './parts.js';
import { isOfferClosed, isOfferSeen, keepOfferClosed, keepOfferSeen } from './remembered.js';

const GIBI = 1024 ** 3;

/** @returns {Promise<{ readonly command: string, readonly size: number } | undefined>} */
async function ask() {
  const response = await fetch(inLanguage('/offer'));
  return response.status === 200 ? response.json() : undefined;
}

/** @param {HTMLElement} command */
function choose(command) {
  const range = document.createRange();
  range.selectNodeContents(command);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

/** @param {Element} place behind everything else in it */
export async function showOffer(place) {
  if (isOfferClosed() || isOfferSeen()) return;
  const offer = await ask().catch(() => undefined);
  if (!offer) return;
  keepOfferSeen();
  const command = h('code', {}, offer.command);
  const said = h('span', { class: 'hint', role: 'status' });
  const copy = button(words.copy, { icon: 'pages', kind: 'soft small' }, async () => {
    try {
      await navigator.clipboard.writeText(offer.command);
      setText(said, words.copied);
    } catch {
      // Where the browser does not let us, the words lie ready to be copied by hand.
      choose(command);
      setText(said, words.chosen);
    }
  });
  const close = button(words.offerClose, { icon: 'close', kind: 'quiet', bare: true }, () => {
    keepOfferClosed();
    node.remove();
  });
  const node = h(
    'aside',
    { class: 'offer', 'aria-label': words.offerLabel },
    h('p', {}, words.offer((offer.size / GIBI).toFixed(1))),
    h('div', { class: 'row' }, command, copy, said),
    close,
  );
  place.append(node);
}
