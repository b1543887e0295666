// The figures of a class: how soon people were answered, whether anybody waited for a class mate's tenth page, and how
// much memory was held. Pure.
import type { Role, Sample } from './memory.ts';
import { DESCRIBED, type Soaked } from './soak.ts';

/** @param part from 0 to 1. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export interface Acknowledging {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

/** While the program was away and just after, nobody could answer: those are left out. */
export function acknowledging({ presses, absences, options }: Soaked, from = 0): Acknowledging {
  const killed = absences.filter(({ kills }) => kills === 'talking');
  const isAway = (at: number): boolean =>
    killed.some((absence) => at > absence.from - options.answerWithin && at < absence.to);
  const taken = presses
    .filter(({ isAnswered, at }) => isAnswered && at >= from && !isAway(at))
    .map(({ milliseconds }) => milliseconds);
  const [p50 = 0, p95 = 0, p99 = 0, most = 0] = [0.5, 0.95, 0.99, 1].map((part) => percentile(taken, part));
  return { count: taken.length, p50, p95, p99, most };
}

export interface Fairness {
  /** Of the children who posted together: whose first description came last, as the how manieth since they had posted. */
  readonly lastRank: number;
  /** The same where pictures are described in the order in which they were posted. */
  readonly plainRank: number;
  /** Seconds from posting to the first description: of the last child, and of all on average. */
  readonly last: number;
  readonly average: number;
  /** Seconds from asking for a book until the teacher has it: the last, and the mean. */
  readonly lastBook: number;
  readonly averageBook: number;
}

export function fairness({ stories, kept, described }: Pick<Soaked, 'stories' | 'kept' | 'described'>): Fairness {
  const together = stories.filter(({ plan }) => !plan.isLate).toSorted((a, b) => a.posted - b.posted);
  const questionsOf = (thread: string): readonly number[] =>
    (kept.books.find((book) => book.thread === thread)?.captions ?? []).flatMap((caption) =>
      Number(DESCRIBED.exec(caption)?.[1] ?? Number.NaN),
    );
  const askedBy = (at: number): number => described.filter((one) => one <= at).length;
  const ranks = together.map(({ thread, posted }) => Math.min(...questionsOf(thread)) - askedBy(posted));
  let before = 0;
  const plain = together.map(({ plan, posted }) => {
    const waiting = Math.max(0, before - askedBy(posted));
    before += plan.messages.flat().length;
    return 1 + waiting;
  });
  const waits = together.map(({ posted, described: seen }) => (seen - posted) / 1000);
  const books = stories.map(({ asked, reviewed }) => Math.max(0, reviewed - asked) / 1000);
  return {
    ...{ lastRank: Math.max(...ranks), plainRank: Math.max(...plain) },
    ...{ last: Math.max(...waits), average: mean(waits) },
    ...{ lastBook: Math.max(...books), averageBook: mean(books) },
  };
}

export interface Held {
  /** Means in bytes, after what nobody needs was cleared. */
  readonly second: { readonly heap: number; readonly rss: number };
  readonly last: { readonly heap: number; readonly rss: number };
  readonly mostRss: number;
  readonly samples: number;
}

/** Of the process of that role that lived last, in the second and the last quarter of the time since it was warm. */
export function held({ samples, finished }: Pick<Soaked, 'samples' | 'finished'>, role: Role): Held | undefined {
  const all = samples.filter((sample) => sample.role === role);
  const pid = all.at(-1)?.pid;
  const own = all.filter((sample) => sample.pid === pid && sample.at >= finished);
  const quarter = Math.floor(own.length / 4);
  if (quarter < 1) return undefined;
  const of = (some: readonly Sample[]) => ({
    heap: mean(some.map(({ heap }) => heap)),
    rss: mean(some.map(({ rss }) => rss)),
  });
  return {
    second: of(own.slice(quarter, 2 * quarter)),
    last: of(own.slice(-quarter)),
    mostRss: Math.max(...all.map(({ mostRss }) => mostRss)),
    samples: own.length,
  };
}
