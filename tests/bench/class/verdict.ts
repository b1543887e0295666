// What has to hold of a class whatever went wrong in it: every book once, nothing without a yes, no picture lost. Each
// breach is a sentence.

import type { Story } from './child.ts';
import type { KeptBook } from './kept.ts';
import type { Drawing } from './plans.ts';
import { hasBook, type Posting } from './room.ts';
import type { Soaked } from './soak.ts';

const ANNOUNCED = /새 그림책이 나왔어요! (\S+) – /;

const sorted = (texts: readonly string[]): string => [...texts].sort().join();

const hashes = ({ posted, kept }: Drawing): string => `${posted} ${kept}`;

/** The times when each edition was posted against the times when it was approved. */
function timely(what: string, postings: readonly Posting[], approvals: readonly number[]): readonly string[] {
  const counts =
    postings.length === approvals.length
      ? []
      : [`${what}: ${postings.length} times for ${approvals.length} approved editions`];
  const early = postings.filter(({ at }, index) => at < (approvals[index] ?? Number.POSITIVE_INFINITY));
  return [...counts, ...early.map(() => `${what}: before the teacher had said yes`)];
}

function publishing(soaked: Soaked, { plan, thread }: Story): readonly string[] {
  const { label } = plan;
  const approvals = soaked.decisions
    .filter((decision) => decision.label === label && decision.type === 'approved')
    .map(({ at }) => at);
  const files = soaked.postings.filter(hasBook);
  const inThread = files.filter(({ channelId }) => channelId === thread);
  const announced = files.filter(
    ({ channelId, text }) => channelId === soaked.channelId && ANNOUNCED.exec(text)?.[1] === label,
  );
  return [
    ...(approvals.length > 0 ? [] : [`${label}: no book was approved`]),
    ...timely(`${label}: delivered to its thread`, inThread, approvals),
    ...timely(`${label}: announced in the class`, announced, approvals),
  ];
}

function keeping(soaked: Soaked, { plan, thread }: Story, kept: KeptBook | undefined): readonly string[] {
  const { label, pictures } = plan;
  if (!kept) return [`${label}: its session is gone`];
  return [
    ...(sorted(kept.pictures.map(hashes)) === sorted(pictures.map(hashes))
      ? []
      : [`${label}: ${kept.pictures.length} pictures are kept, ${pictures.length} were posted, or others`]),
    ...(kept.hasFile ? [] : [`${label}: the file of its approved book is gone`]),
    ...(kept.approvedPages === pictures.length
      ? []
      : [`${label}: the approved book has ${kept.approvedPages} pages, not ${pictures.length}`]),
    ...(soaked.kept.shelf.includes(thread) ? [] : [`${label}: not on the shelf`]),
  ];
}

/** The first edition of those whose book was to go back. */
function returning({ plans, decisions }: Soaked): readonly string[] {
  const back = plans.filter(({ isReturned }) => isReturned).map(({ label }) => label);
  const returned = decisions.filter(({ type }) => type === 'returned').map(({ label }) => label);
  return sorted(back) === sorted(returned) ? [] : [`returned were ${sorted(returned)}, not ${sorted(back)}`];
}

/** An interaction that nobody answered while the program was there to answer. */
export function unanswered({ presses, absences, options }: Soaked): number {
  const killed = absences.filter(({ kills }) => kills === 'talking');
  return presses.filter(
    ({ isAnswered, at }) =>
      !isAnswered && !killed.some(({ from, to }) => at > from - options.answerWithin && at < to + options.answerWithin),
  ).length;
}

export function breaches(soaked: Soaked): readonly string[] {
  const { stories, kept, options, absences, exitCode, errors } = soaked;
  const late = unanswered(soaked);
  const strays = kept.books.filter(
    ({ thread, pictures }) => !stories.some((one) => one.thread === thread) && pictures.length > 0,
  );
  const [anthology] = kept.anthologies;
  const isBound = anthology?.books === options.children && anthology.pages > 0;
  const isTold = soaked.anthology.includes(`책 ${options.children}권을 묶었어요`);
  const logged = errors.split('\n').filter((line) => line.includes('"level":'));
  return [
    ...stories.flatMap((story) => [
      ...publishing(soaked, story),
      ...keeping(
        soaked,
        story,
        kept.books.find(({ thread }) => thread === story.thread),
      ),
    ]),
    ...returning(soaked),
    ...strays.map(({ thread }) => `pictures went into a book that nobody made: ${thread}`),
    ...(kept.shelf.length === options.children ? [] : [`${kept.shelf.length} books are on the shelf`]),
    ...(isBound && isTold ? [] : [`the anthology has ${anthology?.books} books`]),
    ...(absences.length === options.deaths.length ? [] : [`only ${absences.length} processes were killed`]),
    ...(late === 0 ? [] : [`${late} interactions were never answered`]),
    ...(exitCode === 0 ? [] : [`the program ended with ${exitCode}`]),
    ...logged.map((line) => `an error was logged: ${line.slice(0, 400)}`),
  ];
}
