// Where an address leads nowhere: says so kindly and shows the way back.
import { h } from './dom.js';
import { words } from './language.js';
import { languageSwitch, sign } from './parts.js';

document.title = words.nowhereHeading;
document.body.append(
  h('header', { class: 'top' }, sign(), languageSwitch()),
  h(
    'main',
    { class: 'alone' },
    h('img', { src: '/page/asleep.svg', alt: '', class: 'picture' }),
    h('h1', {}, words.nowhereHeading),
    h('p', {}, words.nowhereText),
    h('a', { class: 'button main', href: '/' }, words.toStart),
  ),
);
