// The local page's server over the wire: what it gives, what it keeps to itself, and whom it turns away.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Told } from '../../../src/bots/web/view-types.ts';
import { TalesError } from '../../../src/errors.ts';
import { freshFolder } from '../../support/folder.ts';
import { configFor, type House, startHouse } from './house.ts';
import { createVisitor, OWN, rawRequest, type Visitor } from './visitor.ts';

const picture = new Uint8Array(await readFile(new URL('../../../examples/school-yard/4-sprout.jpg', import.meta.url)));
const file = (name = '4-sprout.jpg', size = picture.length, type = 'image/jpeg') => ({ name, size, type });

const folder = await mkdtemp(join(tmpdir(), 'talesrunner-'));
let house: House;
let visitor: Visitor;
beforeAll(async () => {
  house = await startHouse({ folder, environment: { MAX_PICTURE_MB: '1' } });
  visitor = createVisitor(house.address);
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the first page', () => {
  it('comes in the language of the browser, and names none of the house', async () => {
    const korean = await visitor.fetch('/', { headers: { 'accept-language': 'ko-KR,ko;q=0.9' } });
    const english = await visitor.fetch('/', { headers: { 'accept-language': 'en-GB,en' } });
    expect(await korean.text()).toContain('<html lang="ko">');
    expect(await english.text()).toContain('<html lang="en">');
  });

  it('tells the browser to run nothing but its own files, and to tell nobody', async () => {
    const { headers } = await visitor.fetch('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('holds no script and no style of its own, so that the policy can be kept', async () => {
    for (const path of ['/', '/nothing', '/enter']) {
      const html = await (await visitor.fetch(path, { headers: { accept: 'text/html' } })).text();
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|<style|\sstyle=/);
    }
  });

  it('has its files and fonts, with their kinds, and keeps fonts for long', async () => {
    const script = await visitor.fetch('/page/welcome.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    const font = await visitor.fetch('/fonts/jua.ttf');
    expect(font.headers.get('content-type')).toBe('font/ttf');
    expect(font.headers.get('cache-control')).toContain('immutable');
    expect((await font.arrayBuffer()).byteLength).toBeGreaterThan(1_000_000);
    const tag = script.headers.get('etag') ?? '';
    expect((await visitor.fetch('/page/welcome.js', { headers: { 'if-none-match': tag } })).status).toBe(304);
  });
});

describe('addresses that lead nowhere', () => {
  it.each([
    '/page/../platform.ts',
    '/page/..%2Fplatform.ts',
    '/page/%2e%2e/platform.ts',
    '/page/..%5Cplatform.ts',
    '/page/tsconfig.json',
    '/page/welcome.html',
    '/fonts/../../package.json',
    '/fonts/constructor',
    '/b/short',
    `/b/${'A'.repeat(22)}`,
    `/b/${'A'.repeat(22)}/view`,
    `/b/${'A'.repeat(22)}/live`,
    `/b/${'A'.repeat(22)}/book.pdf`,
    `/b/${'A'.repeat(22)}/pictures/s1`,
    '/../../etc/passwd',
  ])('answer %s with nothing', async (path) => {
    const { status, body } = await rawRequest(house.address, path, { host: new URL(house.address).host });
    expect(status).toBe(404);
    expect(body).not.toMatch(/import|root:|"name"/);
  });

  it('show people a page with the way back', async () => {
    const response = await visitor.fetch('/b/nothing', { headers: { accept: 'text/html' } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('/page/nowhere.js');
  });
});

describe('strangers', () => {
  it('are turned away when they come by a name that is not ours', async () => {
    const { status } = await rawRequest(house.address, '/', { host: 'evil.example:80' });
    expect(status).toBe(421);
  });

  it.each([
    ['without the header of our script', { 'content-type': 'application/json' }],
    ['from another origin', { ...OWN, origin: 'http://evil.example' }],
    ['from another site', { ...OWN, 'sec-fetch-site': 'cross-site' }],
  ])('cannot begin a book %s', async (_, headers) => {
    const response = await visitor.post('/books', { id: 'something-new', title: '', locale: 'ko' }, headers);
    expect(response.status).toBe(403);
  });

  it('cannot send a form of another kind', async () => {
    const response = await visitor.post('/books', {}, { ...OWN, 'content-type': 'text/plain' });
    expect(response.status).toBe(400);
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['no language', { id: 'something-new', title: '' }],
    ['more than asked for', { id: 'something-new', title: '', locale: 'ko', owner: 'me' }],
    ['a title without end', { id: 'something-new', title: '가'.repeat(201), locale: 'ko' }],
  ])('cannot begin a book with %s', async (_, body) => {
    expect((await visitor.post('/books', body)).status).toBe(400);
  });

  it('cannot say what our page never says', async () => {
    const book = await visitor.begin();
    for (const event of [
      { type: 'pressed', id: 'something-1', action: 'explode' },
      { type: 'submitted', id: 'something-2', form: 'pictures', values: {} },
      { type: 'submitted', id: 'something-3', form: 'A', scene: '../s1', values: {} },
      { type: 'started', id: 'something-4', locale: 'ko' },
      { type: 'withdrawn', id: 'something-5', sources: ['something-6'] },
    ]) {
      expect((await visitor.post(`${book}/say`, event)).status).toBe(400);
    }
    expect((await visitor.post(`${book}/say`, 'x'.repeat(70_000))).status).toBe(400);
  });
});

describe('a book', () => {
  it('has an address that nobody guesses, and one for each', async () => {
    const [one, other] = [await visitor.begin('하나'), await visitor.begin('둘')];
    expect(one).toMatch(/^\/b\/[\w-]{22}$/);
    expect(one).not.toBe(other);
    expect((await visitor.view(one)).title).toBe('하나');
    expect((await visitor.view(other)).title).toBe('둘');
  });

  it('is never kept by browsers on the way', async () => {
    const book = await visitor.begin();
    for (const path of [book, `${book}/view`]) {
      expect((await visitor.fetch(path)).headers.get('cache-control')).toBe('no-store');
    }
  });

  it('takes a picture and shows it as a picture, to whoever holds the address', async () => {
    const book = await visitor.begin();
    const { told, sources } = await visitor.announce(book, [file()]);
    expect(told.view).toMatchObject({ scenes: [{ state: 'coming' }], awaited: sources });
    expect(await (await visitor.put(book, sources[0] ?? '', picture)).json()).toEqual({ isKept: true });
    await expect.poll(async () => (await visitor.view(book)).scenes[0]?.state).toBe('ready');
    const { small, large } = (await visitor.view(book)).scenes[0] ?? {};
    const [shown, thumbnail] = await Promise.all([visitor.fetch(large?.url ?? ''), visitor.fetch(small?.url ?? '')]);
    expect(shown.headers.get('content-type')).toMatch(/^image\//);
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    const sizes = [(await thumbnail.arrayBuffer()).byteLength, (await shown.arrayBuffer()).byteLength];
    expect(sizes[0]).toBeLessThan(sizes[1] ?? 0);
    const elsewhere = (large?.url ?? '').replace(book, await visitor.begin());
    expect((await visitor.fetch(elsewhere)).status).toBe(404);
  });

  it('refuses a file that is too large before reading it, however it is sent', async () => {
    const book = await visitor.begin();
    const megabyte = 1024 * 1024;
    const { told } = await visitor.announce(book, [file('big.jpg', megabyte + 1), file('film.mp4', 10, 'video/mp4')]);
    expect(told.view).toMatchObject({ scenes: [] });
    await expect.poll(async () => (await visitor.view(book)).notices[0]?.text).toMatch(/big\.jpg[\s\S]*film\.mp4/);
    // Said to be small, and then it does not end.
    const { sources } = await visitor.announce(book, [file('liar.jpg', 10)]);
    const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(megabyte)) });
    const sent = visitor.fetch(`${book}/pictures/${sources[0]}`, {
      method: 'PUT',
      headers: OWN,
      body: endless,
      duplex: 'half',
    } as RequestInit);
    // The answer may be cut off, as it comes before the end of what is sent.
    expect(await sent.then(({ status }) => status).catch(() => 413)).toBe(413);
    expect((await visitor.view(book)).awaited).toEqual(sources);
  });

  it('takes the eleventh picture for too many and keeps ten', async () => {
    const book = await visitor.begin();
    const { told } = await visitor.announce(
      book,
      Array.from({ length: 11 }, (_, index) => file(`${index + 1}.jpg`)),
    );
    expect(told.view).toMatchObject({ room: 0 });
    await expect.poll(async () => (await visitor.view(book)).notices[0]?.text).toContain('11.jpg');
    const [notice] = (await visitor.view(book)).notices;
    await visitor.post(`${book}/dismiss`, [notice?.key]);
    expect((await visitor.view(book)).notices).toEqual([]);
  });

  it('hears a thing once, however often it is said', async () => {
    const book = await visitor.begin();
    const files = [{ ...file(), source: 'one-picture-source' }];
    for (let count = 0; count < 3; count += 1) {
      await visitor.post(`${book}/pictures`, { id: 'one-announcement', files });
    }
    expect((await visitor.view(book)).scenes).toHaveLength(1);
  });

  it('answers in the language of who looks, whatever language it is written in', async () => {
    const book = await visitor.begin();
    const response = await visitor.fetch(`${book}/view?lang=en`);
    expect(((await response.json()) as Told).view.next).toMatch(/picture/);
  });

  it('is gone with all its files once it is deleted', async () => {
    const book = await visitor.begin();
    const { sources } = await visitor.announce(book, [file()]);
    await visitor.put(book, sources[0] ?? '', picture);
    await visitor.post(`${book}/say`, { type: 'submitted', id: 'delete-it-all', form: 'delete', values: {} });
    const { view } = (await (await visitor.fetch(`${book}/view`)).json()) as Told;
    expect(view.state).toBe('deleted');
    expect((await visitor.fetch(`${book}/pictures/s1`)).status).toBe(404);
    expect((await visitor.put(book, 'another-source', picture)).status).toBe(404);
  });
});

describe('looking on', () => {
  it('is told at once how things stand, and then of every change', async () => {
    const book = await visitor.begin();
    const leaving = new AbortController();
    const response = await visitor.fetch(`${book}/live`, { signal: leaving.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let heard = '';
    const hear = async (pattern: RegExp): Promise<void> => {
      while (!pattern.test(heard)) {
        const read = await reader?.read();
        if (!read || read.done) throw new Error('the stream ended');
        heard += decoder.decode(read.value, { stream: true });
      }
    };
    await hear(/event: view\ndata: .*"scenes":\[\]/);
    const values = { title: '새 제목이에요' };
    await visitor.post(`${book}/say`, { type: 'submitted', id: 'give-a-title', form: 'book', values });
    await hear(/새 제목이에요/);
    leaving.abort();
  });
});

describe('the port', () => {
  it('is named when another program has it', async () => {
    const { port } = new URL(house.address);
    const starting = startHouse({ folder: await freshFolder(), environment: { WEB_PORT: port } });
    await expect(starting).rejects.toThrow(TalesError);
    await expect(starting).rejects.toMatchObject({
      code: 'port-unavailable',
      details: { variable: 'WEB_PORT', port: Number(port), reason: 'in-use' },
    });
  });

  it('is for this computer alone unless the configuration says otherwise', async () => {
    expect(configFor({ folder: '/' }).web?.host).toBe('127.0.0.1');
    expect(house.lines).toHaveLength(2);
    for (const line of house.lines) expect(line).toContain('http://127.0.0.1:');
  });
});
