// The wire of the local page: which address does what, and who is turned away. The one file that knows Hono.
// What is done with books is the desk's.
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import { isTalesError } from '../../errors.ts';
import { explain } from '../../explain.ts';
import type { Log } from '../../log.ts';
import type { Locale } from '../../story.ts';
import { type Access, DOORS } from './access.ts';
import { answerAsset, answerNothing, answerText } from './answers.ts';
import type { Assets } from './assets.ts';
import { readJson } from './bodies.ts';
import type { ClassDesk } from './class-desk.ts';
import { openRoutes, teacherRoutes } from './class-routes.ts';
import { actorFor, CHANNEL, type Desk, type Visitor } from './desk.ts';
import { fileRoutes } from './file-routes.ts';
import { type Following, follow } from './follow.ts';
import { withSafeHeaders } from './headers.ts';
import { readCode, readKeys, readSaid, readStarted } from './incoming.ts';
import { languageOf } from './language.ts';
import { isAtHome, isOurName, isOwnPage, OWN_HEADER } from './origins.ts';
import type { Route } from './routes.ts';
import { TEACHERS } from './view.ts';
import { SERVER_WORDS } from './wording.ts';

export interface AppOptions {
  readonly desk: Desk;
  readonly classDesk: ClassDesk;
  readonly assets: Assets;
  /** Absent: nobody is asked for a code. */
  readonly access?: Access;
  /** Who leads the class. */
  readonly teachers: Access;
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
    isIn: (visit: Visit): boolean => access === undefined || access.admits(getCookie(visit, DOORS.visitor.cookie)),
    /** Teachers are asked for at addresses of their own: what is typed elsewhere on the same computer is a child's. */
    visitorOf: (visit: Visit): Visitor => ({
      locale: localeOf(visit),
      isTeacher: visit.req.path.startsWith(`${TEACHERS}/`),
    }),
    /** Takes a code, or says why not. */
    async letIn(visit: Visit, door: keyof typeof DOORS, to: Access | undefined): Promise<Response> {
      const code = readCode(await readJson(visit.req.raw, 1024));
      if (code === undefined) return answerText(400, words(visit).unclear);
      if (!to) return answerNothing();
      const entry = to.enter(code, visit.env?.incoming?.socket?.remoteAddress ?? '');
      if ('waitSeconds' in entry) {
        const answer = answerText(429, words(visit).wait(entry.waitSeconds));
        answer.headers.set('retry-after', `${entry.waitSeconds}`);
        return answer;
      }
      if ('wrong' in entry) return answerText(401, words(visit).wrongCode[door]);
      const { cookie, staySeconds } = DOORS[door];
      setCookie(visit, cookie, entry.pass, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: staySeconds });
      return visit.body(null, 204);
    },
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
  app.post('/enter', (visit) => tools.letIn(visit, 'visitor', access));
  app.use(async (visit, next) => {
    if (isIn(visit)) return next();
    return wantsPage(visit) ? page(visit, 'enter.html', 401) : answerText(401, words(visit).codeNeeded);
  });
  app.get('/inside', answerNothing);
}

function addRoutes(app: App, routes: readonly Route[], { visitorOf, nowhere, unclear }: Tools): void {
  for (const { method, path, answer } of routes) {
    app[method](path, (visit) =>
      answer({
        request: visit.req.raw,
        visitor: visitorOf(visit),
        param: (name) => visit.req.param(name) ?? '',
        nowhere: () => nowhere(visit),
        unclear: () => unclear(visit),
      }),
    );
  }
}

/** The class: its page is everybody's, and asks by itself for the teachers' code; all behind it is theirs. */
function addClass(app: App, options: AppOptions, tools: Tools): void {
  const { classDesk, teachers } = options;
  addRoutes(app, openRoutes(classDesk), tools);
  app.get(TEACHERS, (visit) => tools.page(visit, 'class.html'));
  app.post(`${TEACHERS}/enter`, (visit) => tools.letIn(visit, 'teacher', teachers));
  app.post(`${TEACHERS}/leave`, (visit) => {
    deleteCookie(visit, DOORS.teacher.cookie, { path: '/' });
    return visit.body(null, 204);
  });
  app.use(`${TEACHERS}/*`, async (visit, next) => {
    if (teachers.admits(getCookie(visit, DOORS.teacher.cookie))) return next();
    return wantsPage(visit) ? visit.redirect(TEACHERS) : answerText(401, tools.words(visit).codeNeeded);
  });
  addRoutes(app, teacherRoutes(classDesk), tools);
  app.get(`${TEACHERS}/live`, (visit) =>
    live(visit, options, {
      rooms: classDesk.rooms,
      thread: CHANNEL,
      look: () => classDesk.look(tools.visitorOf(visit)),
    }),
  );
}

/** Tells a page that looks on of every change. */
const live = (
  visit: Visit,
  { signal }: AppOptions,
  following: Pick<Following, 'rooms' | 'thread' | 'look'>,
): Response =>
  streamSSE(visit, async (stream) => {
    const leaving = new AbortController();
    stream.onAbort(() => leaving.abort());
    const tell = (data: string): Promise<void> => stream.writeSSE({ event: 'view', data });
    const breathe = () => stream.write(': here\n\n');
    await follow({ ...following, signal: AbortSignal.any([signal, leaving.signal]), tell, breathe });
  });

/** Beginning a book. */
function addBeginning(app: App, { desk, offer }: AppOptions, { page, visitorOf, unclear }: Tools): void {
  app.get('/', (visit) => page(visit, 'welcome.html'));
  app.get('/offer', (visit) => {
    const from = visit.env?.incoming?.socket?.remoteAddress;
    return offer && isAtHome(from, visit.req.header('host')) ? visit.json(offer) : answerNothing();
  });
  for (const [at, base] of [
    ['/books', ''],
    [`${TEACHERS}/books`, TEACHERS],
  ] as const) {
    app.post(at, async (visit) => {
      const book = readStarted(await readJson(visit.req.raw));
      if (!book) return unclear(visit);
      const begun = await desk.begin(book, visitorOf(visit));
      if ('refusal' in begun) return answerText(403, begun.refusal);
      return visit.json({ address: `${base}/b/${begun.thread}` }, 201);
    });
  }
}

/** Looking at a book, saying something in it; below an address of teachers, as a teacher. */
function addBooks(app: App, options: AppOptions, { page, nowhere, unclear, visitorOf }: Tools, base: string): void {
  const { desk } = options;
  const at = `${base}${BOOK}`;
  app.get(at, async (visit) => {
    const seen = await desk.look(threadOf(visit), visitorOf(visit));
    return seen ? page(visit, 'book.html') : nowhere(visit);
  });
  app.get(`${at}/view`, async (visit) => {
    const seen = await desk.look(threadOf(visit), visitorOf(visit));
    return seen ? visit.json({ ...seen, answers: [] }) : nowhere(visit);
  });
  app.get(`${at}/live`, async (visit) => {
    const [thread, visitor] = [threadOf(visit), visitorOf(visit)];
    const look = () => desk.look(thread, visitor);
    return (await look()) ? live(visit, options, { rooms: desk.rooms, thread, look }) : nowhere(visit);
  });
  app.post(`${at}/say`, async (visit) => {
    const visitor = visitorOf(visit);
    const event = readSaid(await readJson(visit.req.raw), actorFor(visitor));
    if (!event) return unclear(visit);
    const told = await desk.say(threadOf(visit), event, visitor);
    return told ? visit.json(told) : nowhere(visit);
  });
  app.post(`${at}/dismiss`, async (visit) => {
    const keys = readKeys(await readJson(visit.req.raw));
    if (!keys) return unclear(visit);
    await desk.dismiss(threadOf(visit), keys);
    return answerNothing();
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
  addClass(app, options, tools);
  addBeginning(app, options, tools);
  for (const base of ['', TEACHERS]) {
    addBooks(app, options, tools, base);
    addRoutes(app, fileRoutes(options.desk, `${base}${BOOK}`), tools);
  }
  addFaults(app, options, tools);
  return app;
}
