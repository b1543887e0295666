// A whole class on the fake Discord with the program as it is shipped, in a process of its own with a worker below it:
// children, a teacher, mishaps, and afterwards what was kept. What is made of it is left to `verdict.ts` and `figures.ts`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/start.ts';
import { type FakeOpenAi, startOpenAi } from '../../fakes/openai/server.ts';
import { makeBook, type Story } from './child.ts';
import { type Hands, handsOf, type Pressed, plain } from './hands.ts';
import { type Kept, readKept } from './kept.ts';
import { INSPECTED, type Sample, scalesFor } from './memory.ts';
import { type Absence, type Life, liveThrough, type Mishap } from './mishaps.ts';
import { chances, type Plan, plansFor, type Size } from './plans.ts';
import { hasBook, type Posting, recordPostings } from './room.ts';
import { linger } from './steady.ts';
import { type Decision, openClass, type Teacher } from './teacher.ts';
import { type Watch, watchDiscord } from './watch.ts';

export interface SoakOptions extends Size {
  readonly seed: number;
  readonly deaths: readonly Mishap['kills'][];
  /** How long the service that describes pictures thinks about each, in milliseconds, and about how many at once. */
  readonly thinking: number;
  readonly beside: number;
  /** How long the class goes on when all books are there, in milliseconds. */
  readonly linger: number;
  /** How long the first answer to an interaction may take, in milliseconds. */
  readonly answerWithin: number;
  /** Is told how far the class is. */
  readonly tell?: (line: string) => void;
}

export interface Soaked {
  readonly options: SoakOptions;
  readonly plans: readonly Plan[];
  readonly stories: readonly Story[];
  readonly decisions: readonly Decision[];
  readonly postings: readonly Posting[];
  readonly presses: readonly Pressed[];
  readonly absences: readonly Absence[];
  readonly samples: readonly Sample[];
  /** When each description was asked for, in the order of their numbers; `performance.now()`. */
  readonly described: readonly number[];
  readonly kept: Kept;
  readonly channelId: string;
  readonly desk: string;
  /** What was said of it. */
  readonly anthology: string;
  /** When the books were all there, and when the class ended; `performance.now()`. */
  readonly finished: number;
  readonly ended: number;
  readonly seconds: number;
  /** Requests that Discord refused, and what the program logged as errors. */
  readonly refusals: readonly string[];
  readonly errors: string;
  readonly exitCode: number | null;
}

/** `아이 12명이 꽃밭에 서 있다.`: the number of the question stays in the caption. */
export const DESCRIBED = /아이 (\d+)명이 꽃밭에/;

const thinker = (options: SoakOptions, described: number[]): Promise<FakeOpenAi> =>
  startOpenAi({
    answer: ({ number }) => {
      described.push(performance.now());
      return { sentence: `아이 ${number}명이 꽃밭에 서 있다.` };
    },
    moderate: () => [],
    thinking: options.thinking,
  });

const environmentOf = (folder: string, discord: FakeDiscord, openai: FakeOpenAi, role: string, beside: number) => ({
  DATA_DIR: join(folder, 'data'),
  WEB: 'off',
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.url,
  DISCORD_TEACHER_ROLES: role,
  DOWNLOAD_HOSTS: new URL(discord.url).host,
  OPENAI_BASE_URL: openai.url,
  OPENAI_API_KEY: 'any',
  OPENAI_MODEL: 'gpt-test',
  OPENAI_CONCURRENCY: String(beside),
  CAPTIONER: 'openai',
  TRANSLATOR: 'none',
  KEYWORDS: 'local',
  STORYTELLER: 'frames',
});

interface Progress {
  readonly openai: FakeOpenAi;
  readonly teacher: () => Teacher | undefined;
}

/** Each death at a moment of its own: while pictures are described, while books are read, while they are published. */
function mishapsOf(options: SoakOptions, plans: readonly Plan[], { openai, teacher }: Progress): Mishap[] {
  const { deaths, children, seed } = options;
  const chance = chances(seed + 1);
  const pictures = plans.reduce((sum, plan) => sum + plan.pictures.length, 0);
  return deaths.map((kills, index) => {
    const part = (index + 0.3 + 0.5 * chance()) / deaths.length;
    const asked = (): boolean => openai.asked.length >= pictures * part;
    const read = (): boolean => (teacher()?.decisions.length ?? 0) >= Math.floor(children * part);
    return { kills, when: index === 0 ? asked : read };
  });
}

interface Cast {
  readonly discord: FakeDiscord;
  readonly watch: Watch;
  readonly hands: (name: string, isTeacher?: boolean) => Hands;
  /** Everything that goes wrong has gone wrong. */
  readonly mishapsOver: Promise<void>;
  readonly weigh: () => Promise<void>;
  readonly postings: readonly Posting[];
}

async function attend(options: SoakOptions, plans: readonly Plan[], cast: Cast, teacher: Teacher) {
  const { discord, watch, hands, postings, mishapsOver } = cast;
  const { tell = () => {} } = options;
  const now = Promise.withResolvers<void>();
  const prompt = plans.filter(({ isLate }) => !isLate);
  const tools = (plan: Plan) => ({
    ...{ discord, watch, teacher, now: now.promise },
    hands: hands(plan.label),
    heir: hands(`${plan.label} 다음`),
  });
  const making = plans.map((plan) => makeBook(plan, tools(plan)));
  const all = Promise.all(making);
  const threads = () => discord.threads(discord.channelId).length;
  // The teachers' room is one of them.
  await Promise.race([watch.until(() => threads() > prompt.length, 'a book each', 300_000), all]);
  now.resolve();
  tell('all who are there have begun');
  let isOver = false;
  const working = all.finally(() => {
    isOver = true;
  });
  const [stories] = await Promise.all([working, teacher.watchOver(() => isOver)]);
  await mishapsOver;
  const finished = performance.now();
  tell('all books are there');
  await linger({ milliseconds: options.linger, chance: chances(options.seed + 2), stories, teacher, ...cast });
  const approved = () => teacher.decisions.filter(({ type }) => type === 'approved').length;
  const published = () => postings.filter(hasBook).length >= 2 * approved() + teacher.decisions.length;
  // Where it never comes, the verdict says what is missing.
  await watch.until(published, 'what was approved', 60_000).catch(() => {});
  return { stories, finished };
}

async function soakIn(folder: string, options: SoakOptions, close: (() => unknown)[]): Promise<Soaked> {
  const plans = await plansFor(options, options.seed);
  const discord = await startDiscord({ answerWithin: options.answerWithin });
  close.push(() => discord.close());
  const described: number[] = [];
  const openai = await thinker(options, described);
  close.push(() => openai.close());
  const watch = watchDiscord(discord);
  close.push(() => watch.close());
  const postings = recordPostings(discord);
  const presses: Pressed[] = [];
  const role = discord.role('선생님');
  const hands = (name: string, isTeacher = false): Hands => {
    const more = isTeacher ? { roles: [role], permissions: ['MANAGE_THREADS' as const] } : {};
    return handsOf(discord.person({ name, ...more }), watch, (press) => presses.push(press));
  };
  const environment = environmentOf(folder, discord, openai, role, options.beside);
  let teacher: Teacher | undefined;
  const mishaps = mishapsOf(options, plans, { openai, teacher: () => teacher });
  const begun = performance.now();
  const life: Life = await liveThrough({ environment: { ...environment, ...INSPECTED }, folder, watch, mishaps });
  close.push(() => life.program().kill());
  const scales = scalesFor(life.program);
  close.push(() => scales.close());
  const isReturned = (label: string): boolean => plans.some((plan) => plan.label === label && plan.isReturned);
  teacher = await openClass({ discord, watch, hands: hands('선생님', true), isReturned });
  const { stories, finished } = await attend(
    options,
    plans,
    { discord, watch, hands, postings, mishapsOver: life.over, weigh: scales.weigh },
    teacher,
  );
  options.tell?.('the anthology is to be bound');
  const bound = await teacher.bind();
  const ended = performance.now();
  options.tell?.('the anthology is there');
  // A process that is being asked waits for whoever asks it.
  scales.close();
  const exitCode = await life.program().stop();
  return {
    ...{ options, plans, stories, postings, presses, finished, ended, exitCode },
    ...{ decisions: teacher.decisions, absences: life.absences, samples: scales.samples, described },
    ...{
      channelId: discord.channelId,
      desk: teacher.desk,
      anthology: plain(bound),
    },
    kept: await readKept(environment, discord.channelId),
    seconds: (ended - begun) / 1000,
    refusals: discord.refusals().map(({ method, path, status, code }) => `${method} ${path} ${status} ${code ?? ''}`),
    errors: life.program().errors(),
  };
}

export async function soakClass(options: SoakOptions): Promise<Soaked> {
  const folder = await mkdtemp(join(tmpdir(), 'talesrunner-'));
  const close: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    return await soakIn(folder, options, close);
  } finally {
    for (const step of close.reverse()) await step();
  }
}
