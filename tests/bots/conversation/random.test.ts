// Random conversations: events that come twice, late and in any order, work that is lost or fails, messages whose
// arrival is never heard of, restarts at every turn. Whatever happens, nothing is lost and there is a next step.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardOf } from '../../../src/bots/conversation/card.ts';
import { converse } from '../../../src/bots/conversation/converse.ts';
import type { Actor, TalkEvent } from '../../../src/bots/conversation/events.ts';
import { jobsNeeded, jobsOwed, troubleOf } from '../../../src/bots/conversation/jobs-owed.ts';
import { missingFields } from '../../../src/bots/conversation/manuscript.ts';
import { messagesOwed } from '../../../src/bots/conversation/messages-owed.ts';
import { nextStep } from '../../../src/bots/conversation/next-step.ts';
import { printName } from '../../../src/bots/conversation/print-name.ts';
import type { OpenSession, Session } from '../../../src/bots/conversation/session.ts';
import { isAside, type JobFailure } from '../../../src/jobs.ts';
import { A, doneNews, failedNews, JUNO, MINA, PLACE, posted, TEACHER, throughJson } from './talk.ts';

type Step =
  | { readonly do: 'post'; readonly numbers: readonly number[]; readonly by: Actor }
  | { readonly do: 'upload' | 'lose' | 'withdraw'; readonly number: number }
  | { readonly do: 'fill'; readonly scene: number; readonly name: string; readonly by: Actor }
  | { readonly do: 'write'; readonly scene: number; readonly text: string }
  | { readonly do: 'move'; readonly scene: number; readonly to: number }
  | { readonly do: 'remove' | 'restore' | 'lock' | 'unlock' | 'retell'; readonly scene: number }
  /** A teacher says yes, or gives the book back. */
  | { readonly do: 'approve' | 'return'; readonly request: number }
  | { readonly do: 'make' | 'stop' | 'resume' | 'retry' | 'delete-by-other' | 'everything-owed' }
  /** News of the job at `at` among those owed now, or among all there ever were. */
  | { readonly do: 'work'; readonly at: number; readonly old: boolean; readonly fail?: JobFailure | undefined }
  /** Likewise among the questions for help: the last that are owed. */
  | { readonly do: 'help'; readonly at: number; readonly old: boolean; readonly fail?: JobFailure | undefined }
  | { readonly do: 'caption' | 'title'; readonly scene: number; readonly text: string }
  /** `heard` is whether the house learns that it was sent. */
  | { readonly do: 'send'; readonly heard: boolean }
  | { readonly do: 'again'; readonly at: number };

const FAILURES: readonly JobFailure[] = [
  { code: 'picture-damaged', details: { format: 'PNG' }, retryable: false },
  { code: 'store-unusable', details: { path: 'x', reason: 'busy' }, retryable: true },
  { code: 'unexpected', details: {}, retryable: false },
];

const scene = fc.nat({ max: 4 });
const by = fc.constantFrom(MINA, MINA, MINA, TEACHER, JUNO);
const number = fc.integer({ min: 1, max: 14 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      numbers: fc.array(number, { minLength: 1, maxLength: 4 }),
      by,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('upload', 'upload', 'upload', 'lose', 'withdraw'), number }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('fill' as const),
      scene,
      name: fc.constantFrom('별이', '달이', '해님'),
      by,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('write' as const), scene, text: fc.constantFrom('안녕!', '잘 자.') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), scene, to: scene }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('remove', 'restore', 'lock', 'unlock', 'retell'), scene }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('make', 'make', 'make', 'stop', 'resume', 'retry', 'delete-by-other') }),
  },
  {
    weight: 24,
    arbitrary: fc.record({
      do: fc.constant('work' as const),
      at: fc.nat({ max: 20 }),
      old: fc.nat({ max: 3 }).map((one) => one === 0),
      fail: fc.option(fc.constantFrom(...FAILURES), { nil: undefined, freq: 8 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('help' as const),
      at: fc.nat({ max: 20 }),
      old: fc.nat({ max: 3 }).map((one) => one === 0),
      fail: fc.option(fc.constantFrom(...FAILURES), { nil: undefined, freq: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('caption', 'title'),
      scene,
      text: fc.constantFrom('', '모래성', '바다'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('approve', 'return'), request: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('send' as const), heard: fc.boolean() }) },
  { weight: 6, arbitrary: fc.constant({ do: 'everything-owed' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('again' as const), at: fc.nat({ max: 60 }) }) },
) as fc.Arbitrary<Step>;

const ROOM = {
  classroom: 'class:test:c',
  label: '7번',
  rules: { revision: 1, approval: true, work: { engines: 'all', moderation: true }, roomy: false, keep: { days: 30 } },
  level: '저학년',
  format: 'square',
} as const;

type Pressed = Extract<TalkEvent, { type: 'pressed' }>;

/** A conversation with the model of what must never be lost. */
function world(inClass = false) {
  let session: Session | undefined;
  let count = 0;
  const heard: TalkEvent[] = [];
  const jobs = new Map<string, ReturnType<typeof jobsOwed>[number]>();
  /** Messages as the chat service has them: a key that comes again is the same message. */
  const thread = new Map<string, string>();
  const names = new Map<string, string>();
  const texts = new Map<string, Set<string>>();
  const captions = new Map<string, string>();
  const title: { typed?: string } = {};
  const refused = new Set<string>();
  const accepted = new Set<string>();

  const open = (): OpenSession => {
    if (session?.state !== 'open') throw new Error('the session is gone');
    return session;
  };
  const hear = (event: TalkEvent): void => {
    heard.push(event);
    session = throughJson(converse(session, event).session);
    for (const job of jobsOwed(open())) jobs.set(job.id, job);
    for (const { refusals } of open().notices) for (const { name } of refusals) refused.add(name ?? '');
    for (const { incoming, source } of open().scenes)
      for (const at of [incoming?.source, source]) if (at) accepted.add(at);
  };
  const id = (): string => `e${++count}`;
  const place = inClass ? { ...PLACE, room: ROOM } : PLACE;
  hear({ type: 'started', id: id(), actor: MINA, locale: 'ko', place });
  return { hear, id, open, heard, jobs, thread, names, texts, captions, title, refused, accepted };
}

type World = ReturnType<typeof world>;

function send(w: World, heard: boolean): void {
  const [message] = messagesOwed(w.open());
  if (!message) return;
  const { room, review, book } = w.open();
  // Nothing is handed over without a teacher's yes to that very print.
  if (message.type === 'book' && room) expect(review).toMatchObject({ job: book?.job, state: 'approved' });
  const repeated = w.thread.has(message.key);
  w.thread.set(message.key, message.type);
  const content = message.type === 'card' && !(repeated && message.ref === undefined) ? message.content : undefined;
  const ref = message.type === 'card' ? (message.ref ?? message.key) : message.key;
  if (heard) w.hear({ type: 'sent', key: message.key, ref, ...(content && { content }) });
}

function work(w: World, { do: what, at, old, fail }: Extract<Step, { do: 'work' | 'help' }>): void {
  const jobs = old ? [...w.jobs.values()] : jobsOwed(w.open());
  const all = what === 'help' ? jobs.filter(({ kind }) => isAside(kind)) : jobs;
  const job = all[at % Math.max(1, all.length)];
  if (!job) return;
  w.hear({ type: 'news', news: fail ? failedNews(job, fail) : doneNews(job) });
}

function fill(w: World, { scene: index, name, by: actor }: Extract<Step, { do: 'fill' }>): void {
  const key = w.open().scenes[index]?.key;
  if (!key) return;
  w.hear({ type: 'submitted', id: w.id(), actor, form: 'A', scene: key, values: { ...A, name } });
  if (actor !== JUNO) w.names.set(key, name);
}

/** What a person types stays, whatever is seen or suggested before or after. */
function type(w: World, { do: what, scene: index, text }: Extract<Step, { do: 'caption' | 'title' }>): void {
  const key = w.open().scenes[index]?.key;
  if (what === 'title') {
    w.hear({ type: 'submitted', id: w.id(), actor: MINA, form: 'book', values: { title: text } });
    w.title.typed = text;
  } else if (key) {
    w.hear({ type: 'submitted', id: w.id(), actor: MINA, form: 'caption', scene: key, values: { caption: text } });
    // An empty caption of a picture nobody has looked at yet is nothing said.
    if (text !== '') w.captions.set(key, text);
    else w.captions.delete(key);
  }
}

function doAllOwed(w: World): void {
  for (let round = 0, jobs = jobsOwed(w.open()); jobs.length > 0; round++, jobs = jobsOwed(w.open())) {
    if (round > 20) throw new Error('the same work is owed for ever');
    for (const job of jobs) w.hear({ type: 'news', news: doneNews(job) });
  }
  while (messagesOwed(w.open()).length > 0) send(w, true);
}

function perform(w: World, step: Step): unknown {
  const session = w.open();
  const at = 'scene' in step ? session.scenes[step.scene] : undefined;
  const press = (action: Parameters<typeof pressed>[1]): void => w.hear(pressed(w, action));
  switch (step.do) {
    case 'post':
      return w.hear({ type: 'posted', id: w.id(), actor: step.by, pictures: step.numbers.map(posted) });
    case 'upload':
      return w.hear({
        type: 'uploaded',
        source: `p${step.number}`,
        upload: { key: `uploads/u${step.number}`, mediaType: 'x', size: 1 },
      });
    case 'lose':
      return w.hear({ type: 'lost', id: w.id(), sources: [`p${step.number}`] });
    case 'withdraw':
      return w.hear({ type: 'withdrawn', id: w.id(), sources: [`p${step.number}`] });
    case 'fill':
      return fill(w, step);
    case 'write': {
      if (!at) return undefined;
      w.hear({ type: 'submitted', id: w.id(), actor: MINA, form: 'text', scene: at.key, values: { text: step.text } });
      w.texts.set(at.key, (w.texts.get(at.key) ?? new Set()).add(step.text));
      return undefined;
    }
    case 'move':
      return at && press({ type: 'move', scene: at.key, to: step.to });
    case 'restore': {
      const removed = session.removed[step.scene];
      return removed && press({ type: 'restore', scene: removed.key });
    }
    case 'retell':
      return at && press({ type: 'retell', scene: at.key, version: at.variation });
    case 'remove':
    case 'lock':
    case 'unlock':
      return at && press({ type: step.do, scene: at.key });
    case 'make':
      return press({ type: 'make', request: session.requests + 1 });
    case 'approve':
      return w.hear({ ...pressed(w, { type: 'approve', request: step.request }), actor: TEACHER });
    case 'return': {
      const values = { comment: '한 번 더 볼까요?' };
      const scene = printName(step.request);
      return w.hear({ type: 'submitted', id: w.id(), actor: TEACHER, form: 'return', scene, values });
    }
    case 'stop':
    case 'retry':
      return press({ type: step.do, request: session.requests });
    case 'resume':
      return press({ type: 'resume' });
    case 'delete-by-other':
      return w.hear({ type: 'submitted', id: w.id(), actor: JUNO, form: 'delete', values: {} });
    case 'everything-owed':
      return doAllOwed(w);
    case 'work':
    case 'help':
      return work(w, step);
    case 'caption':
    case 'title':
      return type(w, step);
    case 'send':
      return send(w, step.heard);
    case 'again': {
      const event = w.heard[step.at % w.heard.length];
      // What people said counts once, so nothing at all may happen; news may come at any time.
      const before = w.open();
      if (event) w.hear(event);
      if (event && 'id' in event) expect(w.open()).toEqual(before);
      return undefined;
    }
  }
}

const pressed = (w: World, action: Pressed['action']): Pressed => ({
  type: 'pressed',
  id: w.id(),
  actor: MINA,
  action,
});

function check(w: World): void {
  const session = w.open();
  const everywhere = [...session.scenes, ...session.removed];
  const sources = new Set(everywhere.flatMap(({ source, incoming }) => [source, incoming?.source]));
  for (const source of w.accepted) {
    expect(sources.has(source) || w.refused.has(`${source.slice(1)}.png`), `picture ${source}`).toBe(true);
  }
  for (const [key, name] of w.names) expect(everywhere.find((at) => at.key === key)?.fields.name).toBe(name);
  for (const [key, texts] of w.texts) {
    const versions = everywhere.find((at) => at.key === key)?.versions.map(({ passage }) => passage.text) ?? [];
    expect(versions).toEqual(expect.arrayContaining([...texts]));
  }
  for (const [key, text] of w.captions) expect(everywhere.find((at) => at.key === key)?.caption?.text).toBe(text);
  expect(session.title ?? '').toBe(w.title.typed ?? '');
  checkHelp(session, everywhere);
  expect(session.scenes.length).toBeLessThanOrEqual(10);
  expect(new Set(everywhere.map(({ key }) => key)).size).toBe(everywhere.length);
  const books = [...w.thread.values()].filter((type) => type === 'book').length;
  expect(books).toBeLessThanOrEqual(session.requests);
  const card = cardOf(session);
  expect(card.next).not.toBe('');
  expect(card.buttons.length).toBeGreaterThan(0);
  expect(jobsOwed(throughJson(session))).toEqual(jobsOwed(session));
  const editions = [session.proof, session.approved?.book].flatMap((book) => book?.pages ?? []);
  const used = new Set([...everywhere, ...editions].flatMap(({ picture }) => (picture ? [picture.key] : [])));
  expect(session.doomed.filter((key) => used.has(key) || session.files.includes(key))).toEqual([]);
}

/** Help is one question for a scene and one for the book, behind all that the book waits for; failing, it is no trouble. */
function checkHelp(session: OpenSession, everywhere: OpenSession['scenes']): void {
  const owed = jobsOwed(session);
  const firstHelp = owed.findIndex(({ kind }) => isAside(kind));
  if (firstHelp >= 0) expect(owed.slice(firstHelp).every(({ kind }) => isAside(kind))).toBe(true);
  expect(owed.filter(({ kind }) => kind === 'suggest').length).toBeLessThanOrEqual(session.scenes.length);
  expect(owed.filter(({ kind }) => kind === 'entitle').length).toBeLessThanOrEqual(1);
  expect(new Set(owed.map(({ id }) => id)).size).toBe(owed.length);
  expect(jobsNeeded(session).some(({ kind }) => isAside(kind))).toBe(false);
  const failed = Object.keys(session.failures).some((id) => !/^(?:suggest|entitle)-/.test(id));
  if (!failed) expect(troubleOf(session)).toBeUndefined();
  // Whoever is asked about is there, has a picture, and was looked at.
  for (const { suggestions, picture, incoming, described } of session.scenes) {
    if (suggestions?.asked) expect([picture !== undefined, incoming, described]).toEqual([true, undefined, true]);
  }
  expect(everywhere.every(({ suggestions }) => suggestions === undefined || Object.keys(suggestions).length > 0)).toBe(
    true,
  );
}

/** Three pictures described and a book asked for, so that random steps meet one in the making. */
const HALFWAY: readonly Step[] = [
  { do: 'post', numbers: [1, 2, 3], by: MINA },
  ...[1, 2, 3].map((one): Step => ({ do: 'upload', number: one })),
  ...[1, 2, 3, 4, 5, 6].map((): Step => ({ do: 'work', at: 0, old: false })),
  ...[0, 1, 2].map((at): Step => ({ do: 'fill', scene: at, name: '별이', by: MINA })),
  { do: 'make' },
];

/** What the card asks for. */
function takeStep(w: World, next: ReturnType<typeof nextStep>, turn: number): unknown {
  const request = w.open().requests;
  const pictures = [posted(100 + turn)];
  switch (next.type) {
    case 'add':
      return w.hear({ type: 'posted', id: w.id(), actor: MINA, pictures });
    case 'replace':
      return w.hear({ type: 'posted', id: w.id(), actor: MINA, pictures, into: next.scene.key });
    case 'describe':
      return w.hear({ type: 'submitted', id: w.id(), actor: MINA, form: 'A', scene: next.scene.key, values: A });
    case 'make':
    case 'remake':
    case 'returned':
      return w.hear(pressed(w, { type: 'make', request: request + 1 }));
    case 'review':
      // A later request may have been stopped: the book that waits is named by its own.
      return perform(w, { do: 'approve', request: w.open().review?.request ?? 0 });
    case 'retry':
      return w.hear(pressed(w, { type: 'retry', request }));
    default:
      return undefined;
  }
}

function uploadAwaited(w: World): void {
  for (const { incoming } of w.open().scenes) {
    if (!incoming || incoming.upload) continue;
    const upload = { key: `uploads/x${incoming.source}`, mediaType: 'x', size: 1 };
    w.hear({ type: 'uploaded', source: incoming.source, upload });
  }
}

/** Everybody does what the card asks for; then there has to be a book. */
function finish(w: World): void {
  for (let turn = 0; turn < 200; turn++) {
    doAllOwed(w);
    const next = nextStep(w.open());
    if (next.type === 'done') return;
    takeStep(w, next, turn);
    uploadAwaited(w);
  }
  throw new Error(`no book came of it: ${nextStep(w.open()).type}`);
}

describe('any conversation', () => {
  it('loses no picture and no word, makes one book for each request, and always has a next step that leads to a book', () => {
    let books = 0;
    let complete = 0;
    let answered = 0;
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.array(step, { minLength: 1, maxLength: 80, size: 'max' }),
        (halfway, inClass, steps) => {
          const w = world(inClass);
          if (halfway) for (const one of HALFWAY) perform(w, one);
          for (const one of steps) {
            perform(w, one);
            check(w);
          }
          books += [...w.thread.values()].filter((type) => type === 'book').length;
          complete += w.open().scenes.filter((at) => at.picture && missingFields(at).length === 0).length;
          const requests = w.open().requests;
          answered += w.open().scenes.filter(({ suggestions }) => suggestions?.answered).length;
          finish(w);
          check(w);
          // A request that was stopped leaves the book before it, if that is still the book as it stands.
          expect(w.open().book).toMatchObject({ delivered: true });
          // Likewise one that was given back, which is then to be made anew.
          expect(w.open().requests).toBeLessThanOrEqual(requests + (inClass ? 2 : 1));
        },
      ),
      { numRuns: 150 },
    );
    // The walk has to get somewhere for its promises to mean anything.
    expect(complete).toBeGreaterThan(50);
    expect(books).toBeGreaterThan(10);
    expect(answered).toBeGreaterThan(50);
  });

  it('ends with the same pictures in the same order, whatever the order in which they came', () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(numbers, { minLength: 7 }),
        fc.array(number, { maxLength: 10 }),
        (order, again) => {
          const w = world();
          const messages = [...order, ...again.filter((one) => one <= 7)];
          for (const one of messages) w.hear({ type: 'posted', id: w.id(), actor: MINA, pictures: [posted(one)] });
          expect(w.open().scenes.map(({ incoming }) => incoming?.source)).toEqual(numbers.map((one) => `p${one}`));
        },
      ),
    );
  });
});
