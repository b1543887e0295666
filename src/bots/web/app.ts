// The wire of the local page: which address does what, and who is turned away. The one file that knows Hono.
// What is done with books is the desk's.
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import { isTalesError } from '../../errors.ts';
import { explain } from '../../explain.ts';
import type { Log } from '../../log.ts';
import type { Locale } from '../../story.ts';
import { type Access, COOKIE, STAY_SECONDS } from './access.ts';
import type { Asset, Assets } from './assets.ts';
import { readJson } from './bodies.ts';
import { actorFor, type BookFile, type Desk } from './desk.ts';
import { withSafeHeaders } from './headers.ts';
import { isSource, readAnnounced, readSaid, readStarted } from './incoming.ts';
import { languageOf, readKeys } from './language.ts';
import { isOurName, isOwnPage, OWN_HEADER } from './origins.ts';
import { SERVER_WORDS } from './wording.ts';

export interface AppOptions {
  readonly desk: Desk;
  readonly assets: Assets;
  /** Absent: nobody is asked for a code. */
  readonly access?: Access;
  /** Names of this computer besides its addresses. */
  readonly names: readonly string[];
  /** When the visitor's browser names no language of ours. */
  readonly locale: Locale;
  readonly log: Pick<Log, 'error'>;
  /** Fires when the page closes. */
  readonly signal: AbortSignal;
}

/** How the server tells of the connection. */
type Env = { Bindings: { incoming?: { socket?: { remoteAddress?: string } } } };
type Visit = Context<Env>;

/** Between two signs of life to a page that has nothing new to be told, in milliseconds. */
const HEARTBEAT = 15_000;
const THREAD = ':thread{[A-Za-z0-9_-]{22}}';

const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

function serve(visit: Visit, asset: Asset, cache: string): Response {
  const tag = `"${asset.tag}"`;
  if (visit.req.header('if-none-match') === tag) return visit.body(null, 304, { etag: tag, 'cache-control': cache });
  return visit.body(bytesOf(asset.bytes), 200, {
    'content-type': asset.mediaType,
    'cache-control': cache,
    etag: tag,
    ...(asset.encoding && { 'content-encoding': asset.encoding }),
  });
}

/** Bytes of a book, for whoever holds its address. */
function deliver(visit: Visit, { bytes, mediaType, fileName }: BookFile, how: 'inline' | 'attachment'): Response {
  return visit.body(bytesOf(bytes), 200, {
    'content-type': mediaType,
    'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  });
}

export function createApp(options: AppOptions) {
  const { desk, assets, access, names, log, signal } = options;
  const app = new Hono<Env>();
  const localeOf = (visit: Visit): Locale =>
    languageOf(visit.req.query('lang'), visit.req.header('accept-language'), options.locale);
  const words = (visit: Visit) => SERVER_WORDS[localeOf(visit)];

  const page = (visit: Visit, name: string, status: 200 | 401 | 404 = 200): Response => {
    const asset = assets.file(name);
    if (!asset) throw new TypeError(`the page has no file ${name}`);
    const html = Buffer.from(asset.bytes)
      .toString('utf8')
      .replace('lang="ko"', `lang="${localeOf(visit)}"`);
    return visit.html(html, status);
  };
  const isPage = ({ req }: Visit): boolean =>
    req.method === 'GET' && (req.header('accept') ?? '').includes('text/html');
  const refuse = (visit: Visit, status: 400 | 401 | 403 | 404 | 413 | 421 | 429, text: string): Response =>
    visit.json({ text }, status);
  const nowhere = (visit: Visit): Response =>
    isPage(visit) ? page(visit, 'nowhere.html', 404) : refuse(visit, 404, words(visit).notHere);
  const unclear = (visit: Visit): Response => refuse(visit, 400, words(visit).unclear);
  const isIn = (visit: Visit): boolean => access === undefined || access.admits(getCookie(visit, COOKIE));

  app.use(async (visit, next) => {
    const { req } = visit;
    const host = req.header('host');
    if (!isOurName(host, names)) visit.res = refuse(visit, 421, words(visit).notOurs);
    else if (
      req.method !== 'GET' &&
      req.method !== 'HEAD' &&
      !isOwnPage({
        host,
        origin: req.header('origin'),
        site: req.header('sec-fetch-site'),
        own: req.header(OWN_HEADER),
      })
    ) {
      visit.res = refuse(visit, 403, words(visit).notOurs);
    } else await next();
    withSafeHeaders(visit.res.headers);
  });

  app.get('/page/:name', (visit) => {
    const asset = assets.file(visit.req.param('name'));
    return asset && !asset.mediaType.startsWith('text/html') ? serve(visit, asset, 'no-cache') : nowhere(visit);
  });
  app.get('/fonts/:name', async (visit) => {
    const font = await assets.font(visit.req.param('name'));
    return font ? serve(visit, font, 'public, max-age=31536000, immutable') : nowhere(visit);
  });
  app.get('/enter', (visit) => (isIn(visit) ? visit.redirect('/') : page(visit, 'enter.html')));
  app.post('/enter', async (visit) => {
    const body = await readJson(visit.req.raw, 1024);
    const typed = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
    if (typeof typed !== 'string') return unclear(visit);
    if (!access) return visit.body(null, 204);
    const entry = access.enter(typed, visit.env?.incoming?.socket?.remoteAddress ?? '');
    if ('waitSeconds' in entry) {
      visit.header('retry-after', `${entry.waitSeconds}`);
      return refuse(visit, 429, words(visit).wait(entry.waitSeconds));
    }
    if ('wrong' in entry) return refuse(visit, 401, words(visit).wrongCode);
    setCookie(visit, COOKIE, entry.pass, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: STAY_SECONDS });
    return visit.body(null, 204);
  });

  app.use(async (visit, next) => {
    if (isIn(visit)) return next();
    return isPage(visit) ? page(visit, 'enter.html', 401) : refuse(visit, 401, words(visit).codeNeeded);
  });

  app.get('/inside', (visit) => visit.body(null, 204));
  app.get('/', (visit) => page(visit, 'welcome.html'));
  app.post('/books', async (visit) => {
    const book = readStarted(await readJson(visit.req.raw));
    if (!book) return unclear(visit);
    return visit.json({ address: `/b/${await desk.begin(book)}` }, 201);
  });

  const threadOf = (visit: Visit): string => visit.req.param('thread') ?? '';
  app.get(`/b/${THREAD}`, async (visit) => {
    const seen = await desk.look(threadOf(visit), localeOf(visit));
    return seen ? page(visit, 'book.html') : nowhere(visit);
  });
  app.get(`/b/${THREAD}/view`, async (visit) => {
    const seen = await desk.look(threadOf(visit), localeOf(visit));
    return seen ? visit.json({ ...seen, answers: [] }) : nowhere(visit);
  });
  app.get(`/b/${THREAD}/live`, async (visit) => {
    const [thread, locale] = [threadOf(visit), localeOf(visit)];
    if (!(await desk.look(thread, locale))) return nowhere(visit);
    return streamSSE(visit, async (stream) => {
      let isOver = false;
      let isNew = true;
      let wake = (): void => {};
      const leave = desk.rooms.watch(thread, () => {
        isNew = true;
        wake();
      });
      const end = (): void => {
        isOver = true;
        wake();
      };
      stream.onAbort(end);
      signal.addEventListener('abort', end);
      try {
        let last = '';
        while (!isOver && !signal.aborted) {
          if (isNew) {
            isNew = false;
            const seen = await desk.look(thread, locale);
            const shown = JSON.stringify(seen?.view);
            if (shown !== last) await stream.writeSSE({ event: 'view', data: JSON.stringify(seen) });
            last = shown;
            continue;
          }
          const waited = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(true), HEARTBEAT);
            wake = () => {
              clearTimeout(timer);
              resolve(false);
            };
          });
          if (waited) await stream.write(': here\n\n');
        }
      } finally {
        leave();
        signal.removeEventListener('abort', end);
      }
    });
  });
  app.post(`/b/${THREAD}/say`, async (visit) => {
    const locale = localeOf(visit);
    const event = readSaid(await readJson(visit.req.raw), actorFor(locale));
    if (!event) return unclear(visit);
    const told = await desk.say(threadOf(visit), event, locale);
    return told ? visit.json(told) : nowhere(visit);
  });
  app.post(`/b/${THREAD}/dismiss`, async (visit) => {
    const keys = readKeys(await readJson(visit.req.raw));
    if (!keys) return unclear(visit);
    await desk.dismiss(threadOf(visit), keys);
    return visit.body(null, 204);
  });
  app.post(`/b/${THREAD}/pictures`, async (visit) => {
    const announced = readAnnounced(await readJson(visit.req.raw));
    if (!announced) return unclear(visit);
    const told = await desk.announce(threadOf(visit), announced, localeOf(visit));
    return told ? visit.json(told) : nowhere(visit);
  });
  app.put(`/b/${THREAD}/pictures/:source`, async (visit) => {
    const source = visit.req.param('source');
    if (!isSource(source)) return unclear(visit);
    const { body, headers } = visit.req.raw;
    const isKept = await desk.hand(threadOf(visit), { source, body, headers });
    return isKept === undefined ? nowhere(visit) : visit.json({ isKept });
  });
  app.get(`/b/${THREAD}/pictures/:scene`, async (visit) => {
    const file = await desk.picture(threadOf(visit), visit.req.param('scene'), visit.req.query('size') ?? '');
    return file ? deliver(visit, file, 'inline') : nowhere(visit);
  });
  app.get(`/b/${THREAD}/leaves/:number{[0-9]{1,3}}`, async (visit) => {
    const file = await desk.leaf(threadOf(visit), Number(visit.req.param('number')));
    return file ? deliver(visit, file, 'inline') : nowhere(visit);
  });
  app.get(`/b/${THREAD}/book.pdf`, async (visit) => {
    const file = await desk.pdf(threadOf(visit));
    return file
      ? deliver(visit, file, visit.req.query('save') === undefined ? 'inline' : 'attachment')
      : nowhere(visit);
  });

  app.notFound(nowhere);
  app.onError((error, visit) => {
    const locale = localeOf(visit);
    if (isTalesError(error)) {
      const status = error.code === 'picture-too-large' ? 413 : 503;
      if (status === 503) log.error({ err: error }, 'the page could not do what it was asked for');
      return visit.json({ text: explain(error, locale) }, status);
    }
    log.error({ err: error }, 'the page could not do what it was asked for');
    return visit.json({ text: explain({ code: 'unexpected', details: {} }, locale) }, 500);
  });
  return app;
}
