// Which requests the local page takes for its own: names that are ours, and pages that are.
import { describe, expect, it } from 'vitest';
import { isAtHome, isLoopback, isOurName, isOwnPage } from '../../../src/bots/web/origins.ts';

describe('the name a request is sent to', () => {
  it.each([
    '127.0.0.1:3210',
    'localhost:3210',
    'LOCALHOST',
    '[::1]:3210',
    '192.168.0.7:3210',
    'class-pc:3210',
    'Class-PC',
  ])('is ours as %s', (host) => expect(isOurName(host, ['class-pc', 'class-pc.local'])).toBe(true));
  it.each([
    'evil.example:3210',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '',
    '127.0.0.1@evil.example',
    undefined,
  ])('is not ours as %s', (host) => expect(isOurName(host, ['class-pc'])).toBe(false));
});

describe('the page that sends a request', () => {
  const own = { host: '127.0.0.1:3210', origin: 'http://127.0.0.1:3210', site: 'same-origin', own: '1' };
  it('is ours when all signs say so', () => expect(isOwnPage(own)).toBe(true));
  it('is ours without signs that old browsers do not give', () => {
    expect(isOwnPage({ ...own, origin: undefined, site: undefined })).toBe(true);
  });
  it.each([
    ['has no header of our script', { own: undefined }],
    ['is of another site', { site: 'cross-site' }],
    ['is of another port of this computer', { site: 'same-site' }],
    ['has another origin', { origin: 'http://evil.example' }],
    ['hides its origin', { origin: 'null' }],
    ['is of another port by its origin', { origin: 'http://127.0.0.1:9' }],
  ])('is not ours when it %s', (_, change) => expect(isOwnPage({ ...own, ...change })).toBe(false));
});

it.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['192.168.0.7', false],
  ['127.0.0.1.example', false],
])('listening on %s is for this computer alone: %s', (host, alone) => expect(isLoopback(host)).toBe(alone));

describe('whoever sits at this computer', () => {
  it.each([
    ['127.0.0.1', 'localhost:3210'],
    ['::ffff:127.0.0.1', '127.0.0.1:3210'],
    ['::1', '[::1]:3210'],
  ])('is known by coming from itself: %s asks for %s', (from, host) => expect(isAtHome(from, host)).toBe(true));
  it.each([
    ['192.168.0.9', 'class-pc:3210'],
    ['192.168.0.9', '127.0.0.1:3210'],
    // Through a proxy on this computer.
    ['127.0.0.1', 'class-pc:3210'],
    [undefined, 'localhost'],
    ['127.0.0.1', undefined],
  ])('is nobody who comes from elsewhere: %s asks for %s', (from, host) => expect(isAtHome(from, host)).toBe(false));
});
