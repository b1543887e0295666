// The page of the class, for teachers: asks for their code, then shows who needs them, and leads to every book.
import { newName, post, Refused } from './api.js';
import { createAnthologies } from './class-anthologies.js';
import { askForCode } from './class-door.js';
import { createShelf } from './class-shelf.js';
import { createClassSpeech } from './class-speech.js';
import { createSummary } from './class-summary.js';
import { createWaiting } from './class-waiting.js';
import { append, fill, h, setText, toggle } from './dom.js';
import { icon } from './icons.js';
import { words } from './language.js';
import { followBook } from './live.js';
import { createNotices } from './notices.js';
import { button, createSpeaker, languageSwitch, sign } from './parts.js';

/** @typedef {import('../class-types.ts').ClassSeen} ClassSeen */

const ADDRESS = '/class';
document.title = `${words.classHeading} · TalesRunner`;

const main = h('main', { class: 'lead-class' });
const leave = button(words.classLeave, { kind: 'quiet', icon: 'home' }, async () => {
  await post(`${ADDRESS}/leave`, {}).catch(() => {});
  location.assign('/');
});
append(document.body, [
  h('header', { class: 'top' }, sign(), h('div', { class: 'corner' }, languageSwitch(), leave)),
  main,
]);

/** A child's place at this class: a book begins under its number, and is opened there. @param {(text: string) => void} say */
function createBeginning(say) {
  const label = h('input', { id: 'label', maxlength: '30', placeholder: words.labelHint, autocomplete: 'off' });
  /** @param {Event} event */
  async function begin(event) {
    event.preventDefault();
    try {
      const body = { id: newName(), title: '', locale: document.documentElement.lang, label: label.value.trim() };
      const { address } = await post(`${ADDRESS}/books`, body);
      location.assign(address.slice(ADDRESS.length));
    } catch (error) {
      say(error instanceof Refused ? error.text : words.failed);
    }
  }
  return h(
    'form',
    { class: 'begin-for', hidden: true, onSubmit: begin },
    h('label', { for: 'label' }, words.beginFor),
    label,
    h('button', { type: 'submit', class: 'button soft' }, icon('book'), h('span', {}, words.beginForButton)),
  );
}

function openClass() {
  const say = createSpeaker();
  const offline = h(
    'p',
    { class: 'offline', role: 'alert', hidden: true },
    icon('warn'),
    h('span', {}, words.classOffline),
  );
  const notices = createNotices((keys) => void post(`${ADDRESS}/dismiss`, keys).catch(() => {}));
  let latest = 0;
  /** @param {ClassSeen} seen */
  const show = ({ at, view }) => {
    if (at < latest) return;
    latest = at;
    toggle(beginning, 'hidden', view.state !== 'open');
    summary.update(view.summary);
    waiting.update(view.waiting);
    shelf.update(view.shelf);
    anthologies.update(view.anthologies);
    notices.update(view.notices);
    setText(heading, view.summary.heading);
  };
  const speech = createClassSpeech({ address: ADDRESS, say, show });
  const heading = h('h1', {}, words.classHeading);
  const summary = createSummary(speech);
  const waiting = createWaiting(speech);
  const shelf = createShelf();
  const anthologies = createAnthologies(speech);
  const beginning = createBeginning(say);
  fill(
    main,
    heading,
    offline,
    notices.node,
    h(
      'div',
      { class: 'columns' },
      h('div', {}, waiting.node, summary.node),
      h('div', {}, beginning, shelf.node, anthologies.node),
    ),
  );
  followBook({
    address: ADDRESS,
    onSeen: (seen) => show(/** @type {ClassSeen} */ (/** @type {unknown} */ (seen))),
    onLine: (isOnline) => {
      offline.hidden = isOnline;
    },
  });
}

const { status } = await fetch(`${ADDRESS}/view`);
if (status === 401) {
  leave.hidden = true;
  askForCode(main, `${ADDRESS}/enter`);
} else openClass();
