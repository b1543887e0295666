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
import { answerAsset, answerFile, answerNothing, answerText } from './answers.ts';
import type { Assets } from './assets.ts';
import { readJson } from './bodies.ts';
import { actorFor, type Desk } from './desk.ts';
import { follow } from './follow.ts';
import { withSafeHeaders } from './headers.ts';
import { isSource, readAnnounced, readCode, readKeys, readSaid, readStarted } from './incoming.ts';
import { languageOf } from './language.ts';
import { isAtHome, isOurName, isOwnPage, OWN_HEADER } from './origins.ts';
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
  /** How pictures could be described here; for whoever sits at this computer. */
  readonly offer?: { readonly command: string; readonly size: number };
  /** Fires when the page closes. */
  readonly signal: AbortSignal;
}

/** How the server tells of the connection. */
type Env = { Bindings: { incoming?: { socket?: { remoteAddress?: string } } } };
type Visit = Context<Env>;
type App = Hono<Env>;

/** Names of books: 128 bits. */
const BOOK = '/b/:thread{[A-Za-z0-9_-]{22}}';
const FOREVER = 'public, max-age=31536000, immutable';

const threadOf = (visit: Visit): string => visit.req.param('thread') ?? '';
const isLooking = ({ req }: Visit): boolean => req.method === 'GET' || req.method === 'HEAD';
const wantsPage = ({ req }: Visit): boolean =>
  req.method === 'GET' && (req.header('accept') ?? '').includes('text/html');

/** What every route answers with, in the visitor's language. */
function createTools({ assets, access, locale }: AppOptions) {
  const localeOf = ({ req }: Visit): Locale => languageOf(req.query('lang'), req.header('accept-language'), locale);
  const words = (visit: Visit) => SERVER_WORDS[localeOf(visit)];
  const page = (visit: Visit, name: string, status: 200 | 401 | 404 = 200): Response => {
    const asset = assets.file(name);
    if (!asset) throw new TypeError(`the page has no file ${name}`);
    const html = Buffer.from(asset.bytes)
      .toString('utf8')
      .replace('lang="ko"', `lang="${localeOf(visit)}"`);
    return new Response(html, { status, headers: { 'content-type': asset.mediaType } });
  };
  const nowhere = (visit: Visit): Response =>
    wantsPage(visit) ? page(visit, 'nowhere.html', 404) : answerText(404, words(visit).notHere);
  return {
    localeOf,
    words,
    page,
    nowhere,
    unclear: (visit: Visit): Response => answerText(400, words(visit).unclear),
    isIn: (visit: Visit): boolean => access === undefined || access.admits(getCookie(visit, COOKIE)),
  };
}
type Tools = ReturnType<typeof createTools>;

/** Whom nothing is told at all: visitors by a name that is not ours, and other pages that want something changed. */
function addGuards(app: App, { names }: AppOptions, { words }: Tools): void {
  app.use(async (visit, next) => {
    const { req } = visit;
    const host = req.header('host');
    const sender = {
      host,
      origin: req.header('origin'),
      site: req.header('sec-fetch-site'),
      own: req.header(OWN_HEADER),
    };
    if (!isOurName(host, names)) visit.res = answerText(421, words(visit).notOurs);
    else if (!isLooking(visit) && !isOwnPage(sender)) visit.res = answerText(403, words(visit).notOurs);
    else await next();
    withSafeHeaders(visit.res.headers);
  });
}

/** The page's own files, which everybody may have. */
function addFiles(app: App, { assets }: AppOptions, { nowhere }: Tools): void {
  const known = ({ req }: Visit): string | undefined => req.header('if-none-match');
  app.get('/page/:name', (visit) => {
    const asset = assets.file(visit.req.param('name'));
    const isPart = asset && !asset.mediaType.startsWith('text/html');
    return isPart ? answerAsset(asset, 'no-cache', known(visit)) : nowhere(visit);
  });
  app.get('/fonts/:name', async (visit) => {
    const font = await assets.font(visit.req.param('name'));
    return font ? answerAsset(font, FOREVER, known(visit)) : nowhere(visit);
  });
}

/** The door: whoever is not in comes no further. */
function addDoor(app: App, { access }: AppOptions, tools: Tools): void {
  const { words, page, isIn } = tools;
  app.get('/enter', (visit) => (isIn(visit) ? visit.redirect('/') : page(visit, 'enter.html')));
  app.post('/enter', async (visit) => {
    const code = readCode(await readJson(visit.req.raw, 1024));
    if (code === undefined) return tools.unclear(visit);
    if (!access) return answerNothing();
    const entry = access.enter(code, visit.env?.incoming?.socket?.remoteAddress ?? '');
    if ('waitSeconds' in entry) {
      const answer = answerText(429, words(visit).wait(entry.waitSeconds));
      answer.headers.set('retry-after', `${entry.waitSeconds}`);
      return answer;
    }
    if ('wrong' in entry) return answerText(401, words(visit).wrongCode);
    setCookie(visit, COOKIE, entry.pass, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: STAY_SECONDS });
    return visit.body(null, 204);
  });
  app.use(async (visit, next) => {
    if (isIn(visit)) return next();
    return wantsPage(visit) ? page(visit, 'enter.html', 401) : answerText(401, words(visit).codeNeeded);
  });
  app.get('/inside', answerNothing);
}

/** Beginning a book, looking at it, saying something in it. */
function addBooks(app: App, { desk, signal, offer }: AppOptions, { localeOf, page, nowhere, unclear }: Tools): void {
  app.get('/', (visit) => page(visit, 'welcome.html'));
  app.get('/offer', (visit) => {
    const from = visit.env?.incoming?.socket?.remoteAddress;
    return offer && isAtHome(from, visit.req.header('host')) ? visit.json(offer) : answerNothing();
  });
  app.post('/books', async (visit) => {
    const book = readStarted(await readJson(visit.req.raw));
    return book ? visit.json({ address: `/b/${await desk.begin(book)}` }, 201) : unclear(visit);
  });
  app.get(BOOK, async (visit) => {
    const seen = await desk.look(threadOf(visit), localeOf(visit));
    return seen ? page(visit, 'book.html') : nowhere(visit);
  });
  app.get(`${BOOK}/view`, async (visit) => {
    const seen = await desk.look(threadOf(visit), localeOf(visit));
    return seen ? visit.json({ ...seen, answers: [] }) : nowhere(visit);
  });
  app.get(`${BOOK}/live`, async (visit) => {
    const [thread, locale] = [threadOf(visit), localeOf(visit)];
    if (!(await desk.look(thread, locale))) return nowhere(visit);
    return streamSSE(visit, async (stream) => {
      const leaving = new AbortController();
      stream.onAbort(() => leaving.abort());
      const tell = (data: string): Promise<void> => stream.writeSSE({ event: 'view', data });
      const breathe = () => stream.write(': here\n\n');
      await follow({ desk, thread, locale, signal: AbortSignal.any([signal, leaving.signal]), tell, breathe });
    });
  });
  app.post(`${BOOK}/say`, async (visit) => {
    const locale = localeOf(visit);
    const event = readSaid(await readJson(visit.req.raw), actorFor(locale));
    if (!event) return unclear(visit);
    const told = await desk.say(threadOf(visit), event, locale);
    return told ? visit.json(told) : nowhere(visit);
  });
  app.post(`${BOOK}/dismiss`, async (visit) => {
    const keys = readKeys(await readJson(visit.req.raw));
    if (!keys) return unclear(visit);
    await desk.dismiss(threadOf(visit), keys);
    return answerNothing();
  });
}

/** Pictures coming in, and everything of a book that is bytes. */
function addBytes(app: App, { desk }: AppOptions, { localeOf, nowhere, unclear }: Tools): void {
  app.post(`${BOOK}/pictures`, async (visit) => {
    const announced = readAnnounced(await readJson(visit.req.raw));
    if (!announced) return unclear(visit);
    const told = await desk.announce(threadOf(visit), announced, localeOf(visit));
    return told ? visit.json(told) : nowhere(visit);
  });
  app.put(`${BOOK}/pictures/:source`, async (visit) => {
    const source = visit.req.param('source');
    if (!isSource(source)) return unclear(visit);
    const { body, headers } = visit.req.raw;
    const isKept = await desk.hand(threadOf(visit), { source, body, headers });
    return isKept === undefined ? nowhere(visit) : visit.json({ isKept });
  });
  app.get(`${BOOK}/pictures/:scene`, async (visit) => {
    const file = await desk.picture(threadOf(visit), visit.req.param('scene'), visit.req.query('size') ?? '');
    return file ? answerFile(file, 'inline') : nowhere(visit);
  });
  app.get(`${BOOK}/leaves/:number{[0-9]{1,3}}`, async (visit) => {
    const file = await desk.leaf(threadOf(visit), Number(visit.req.param('number')));
    return file ? answerFile(file, 'inline') : nowhere(visit);
  });
  app.get(`${BOOK}/book.pdf`, async (visit) => {
    const file = await desk.pdf(threadOf(visit));
    if (!file) return nowhere(visit);
    return answerFile(file, visit.req.query('save') === undefined ? 'inline' : 'attachment');
  });
}

function addFaults(app: App, { log }: AppOptions, { localeOf, nowhere }: Tools): void {
  app.notFound(nowhere);
  app.onError((error, visit) => {
    const locale = localeOf(visit);
    const known = isTalesError(error) ? error : undefined;
    if (known?.code === 'picture-too-large') return answerText(413, explain(known, locale));
    log.error({ err: error }, 'the page could not do what it was asked for');
    return known
      ? answerText(503, explain(known, locale))
      : answerText(500, explain({ code: 'unexpected', details: {} }, locale));
  });
}

export function createApp(options: AppOptions): App {
  const app: App = new Hono();
  const tools = createTools(options);
  addGuards(app, options, tools);
  addFiles(app, options, tools);
  addDoor(app, options, tools);
  addBooks(app, options, tools);
  addBytes(app, options, tools);
  addFaults(app, options, tools);
  return app;
}
