// The first page: begin a book, or go on with one that was begun in this browser.
import { inLanguage, newName, post, Refused } from './api.js';
import { createShelf } from './class-shelf.js';
import { fill, h, setText, toggle } from './dom.js';
import { icon } from './icons.js';
import { language, words } from './language.js';
import { showOffer } from './offer.js';
import { languageSwitch, sign } from './parts.js';
import { booksHere, forgetBook, rememberBook } from './remembered.js';

/** Whether the page is looked at on the computer that runs it. */
const isHere = /^(localhost|127\.|\[::1\])/.test(location.hostname);

document.title = `${words.name} · TalesRunner`;

const title = h('input', {
  id: 'title',
  maxlength: '200',
  placeholder: words.titleHint,
  autocomplete: 'off',
  enterkeyhint: 'go',
});
const titleLabel = h('label', { for: 'title' }, words.titleLabel);
// As many letters as a class takes.
const label = h('input', { id: 'label', maxlength: '30', placeholder: words.labelHint, autocomplete: 'off' });
const labelRow = h('div', { class: 'label-row', hidden: true }, h('label', { for: 'label' }, words.labelLabel), label);
/** Why no book can be begun here just now. */
const notNow = h('p', { class: 'hint', hidden: true });
const lead = h('p', { class: 'lead' }, words.welcome);
const start = h('button', { class: 'button main huge', type: 'submit' }, icon('book'), h('span', {}, words.start));
const problem = h('p', { class: 'problem', role: 'alert' });
const id = newName();

/** @param {Event} event */
async function begin(event) {
  event.preventDefault();
  start.disabled = true;
  setText(problem, '');
  try {
    const { address } = await post('/books', {
      id,
      title: title.value.trim(),
      locale: language,
      ...(label.value.trim() && { label: label.value.trim() }),
    });
    rememberBook(address);
    location.assign(address);
  } catch (error) {
    setText(problem, error instanceof Refused ? error.text : words.failed);
    start.disabled = false;
  }
}

const shelf = h('section', { class: 'shelf', 'aria-labelledby': 'recent', hidden: true });

/** @param {string} address */
async function bookCard(address) {
  const response = await fetch(inLanguage(`${address}/view`));
  if (response.status === 404) forgetBook(address);
  if (!response.ok) return undefined;
  /** @type {import('../view-types.ts').Told} */
  const { view } = await response.json();
  if (view.state === 'deleted') {
    forgetBook(address);
    return undefined;
  }
  const image = view.book?.leaves[0] ?? view.scenes.find(({ small }) => small)?.small;
  const done = view.book?.pdf !== undefined;
  return h(
    'li',
    {},
    h(
      'a',
      { class: 'book-card', href: address },
      h(
        'span',
        { class: 'cover' },
        image
          ? h('img', { src: image.url, alt: '', loading: 'lazy' })
          : h('img', { src: '/page/mark.svg', alt: '', class: 'blank' }),
      ),
      h('strong', {}, view.title || view.book?.title || words.untitled),
      h(
        'span',
        { class: 'meta' },
        words.pictureCount(view.scenes.length),
        done && h('span', { class: 'done' }, icon('check'), words.bookDone),
      ),
    ),
  );
}

async function showShelf() {
  const cards = await Promise.all(booksHere().map((address) => bookCard(address).catch(() => undefined)));
  const books = cards.filter((card) => card !== undefined);
  shelf.hidden = books.length === 0;
  document.body.classList.toggle('has-books', books.length > 0);
  fill(shelf, h('h2', { id: 'recent' }, words.recent), h('ul', {}, ...books));
}

const classShelf = createShelf();

/** Where the page belongs to a class: its name, what it knows children by, and the books it may see. */
async function showClass() {
  const response = await fetch(inLanguage('/shelf'));
  if (!response.ok) return;
  /** @type {import('../class-types.ts').ClassSignView} */
  const { state, title: name, isForTeachers, shelf: shelved } = await response.json();
  const isClosed = state === 'closed';
  classShelf.update(shelved);
  toggle(labelRow, 'hidden', state !== 'open' || isForTeachers);
  toggle(notNow, 'hidden', !isForTeachers && !isClosed);
  setText(notNow, isClosed ? words.classClosed : words.forTeachers);
  for (const part of [titleLabel, title, start]) part.hidden = isForTeachers || isClosed;
  if (state === 'open') setText(lead, `${words.classWelcome(name)} ${words.welcome}`);
}

document.body.append(
  h(
    'header',
    { class: 'top' },
    sign(),
    h(
      'div',
      { class: 'corner' },
      languageSwitch(),
      h('a', { class: 'button quiet small', href: '/class' }, words.teacherDoor),
    ),
  ),
  h(
    'main',
    {},
    h(
      'section',
      { class: 'hero' },
      h(
        'div',
        { class: 'invite' },
        h('h1', {}, words.tagline),
        lead,
        h(
          'form',
          { class: 'start-form', onSubmit: begin },
          labelRow,
          titleLabel,
          h('div', { class: 'start-row' }, title, start),
          notNow,
          problem,
        ),
        h('p', { class: 'promise' }, icon('lock'), h('span', {}, isHere ? words.promiseHere : words.promiseThere)),
      ),
      h(
        'div',
        { class: 'art', 'aria-hidden': 'true' },
        h('img', { src: '/page/sample.webp', alt: '', width: '1000', height: '860' }),
      ),
    ),
    shelf,
    classShelf.node,
  ),
);
void showOffer(document.body);
addEventListener('pageshow', () => {
  start.disabled = false;
  void showShelf();
  // Out of reach, the page is what it is without a class; what is asked for next says more.
  showClass().catch(() => {});
});
