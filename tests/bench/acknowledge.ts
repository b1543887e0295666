// `npm run bench -- --acknowledge`: how long a chat service waits for this process to acknowledge an interaction while
// workers keep every core busy: one prints books of photographs, the other computes as models do, on two threads.
// The program is the one that is shipped, with the real client of Discord, in a process of its own; the service and the
// people who press things 500 times are in this one, which measures from the press until the answer has come.
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openBlobFolder } from '../../src/blob-folder.ts';
import { blobFolderOf } from '../../src/config.ts';
import type { Job, JobQueue } from '../../src/jobs.ts';
import { receivePicture } from '../../src/pipeline/image/receive.ts';
import { createChildQueue } from '../../src/pipeline/queue/child.ts';
import type { Book, Page } from '../../src/story.ts';
import { startDiscord } from '../fakes/discord/start.ts';
import { noisyPhoto } from '../fakes/photos.ts';
import { startProgram } from '../support/program.ts';

const INTERACTIONS = 500;
const MEAN_GAP_MS = 20;
const TARGET_MS = 150;
const PHOTOGRAPHS = 4;
const LIMITS = { bytes: 200 * 2 ** 20, pixels: 60e6, frames: 1 };

const fields = { name: '별이', i_action: '달을 바라본다', classification: '자연탐구' } as const;
const log = { warn: console.error, error: console.error };

async function photographs(dataDir: string): Promise<readonly Page[]> {
  const blobs = await openBlobFolder({ folder: blobFolderOf({ dataDir }) });
  const pages: Page[] = [];
  for (let seed = 1; seed <= PHOTOGRAPHS; seed += 1) {
    const photo = await noisyPhoto({ width: 2400, height: 1800, seed, format: 'jpeg' });
    const { picture, bytes } = await receivePicture(photo, { limits: LIMITS });
    await blobs.put(picture.key, bytes);
    const told = { text: '별이가 달을 바라봐요.', locale: 'ko', source: { kind: 'rules', engine: 'frames' } } as const;
    pages.push({ picture, scene: { fields }, told });
  }
  return pages;
}

/** Resolves when the queue has told anything, which it does when its worker is at work. */
const atWork = (queue: JobQueue): Promise<void> => new Promise((resolve) => queue.listen(() => resolve()));

interface Workers {
  /** How many books were printed meanwhile. */
  printed(): number;
  close(): Promise<void>;
}

async function startWorkers(dataDir: string, pages: readonly Page[], niceness: number): Promise<Workers> {
  const module = (path: string): URL => new URL(path, import.meta.url);
  const env = { ...process.env, DATA_DIR: dataDir };
  const printing = createChildQueue({ module: module('../../src/worker.ts'), env, log, niceness });
  const computing = createChildQueue({ module: module('./acknowledge/busy-worker.ts'), env, log, niceness });
  let printed = 0;
  let isOver = false;
  const print = (): Promise<void> => {
    const book: Book = { title: `${printed}`, locale: 'ko', level: '저학년', authors: [], pages };
    return printing.add({ id: `${printed}`, book: 'b', kind: 'print', input: { book, format: 'square' } });
  };
  printing.listen((news) => {
    if (news.type === 'failed') throw new Error(`printing failed: ${news.failure.code}`);
    if (news.type === 'done') printed += 1;
    return news.type === 'done' && !isOver ? print() : undefined;
  });
  const manuscript = { locale: 'ko', level: '저학년', seed: 1, scenes: [{ fields }] } as const;
  const write: Job = { id: 'w', book: 'b', kind: 'write', input: { manuscript, wanted: [0] } };
  await Promise.all([print(), computing.add(write), atWork(printing), atWork(computing)]);
  return {
    printed: () => printed,
    close: async () => {
      isOver = true;
      await Promise.all([printing.close(), computing.close()]);
    },
  };
}

/** Milliseconds that every core has spent: in all, and idle. */
function coreTimes(): { readonly all: number; readonly idle: number } {
  const times = cpus().map((core) => core.times);
  const all = times.flatMap((core) => Object.values(core)).reduce((sum, time) => sum + time, 0);
  return { all, idle: times.reduce((sum, { idle }) => sum + idle, 0) };
}

/** The program as it is shipped, talking on a fake Discord of this process, and somebody who has a book there. */
async function startTalk(folder: string) {
  const discord = await startDiscord();
  const program = await startProgram(
    {
      DATA_DIR: join(folder, 'talk'),
      WEB: 'off',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      DOWNLOAD_HOSTS: new URL(discord.url).host,
    },
    folder,
  );
  const person = discord.person({ name: '하늘', locale: 'ko' });
  await (await person.command('/storybook start', { title: '달빛 소풍' })).settled();
  const card = await discord.until(() => discord.latestCard(person.threads()[0]?.id ?? ''), 'the card');
  const press = (label: string) => person.click(card, label);
  return {
    press,
    close: async () => {
      await program.kill();
      await discord.close();
    },
  };
}

type Talk = Awaited<ReturnType<typeof startTalk>>;

/** Presses at random moments, as people do: every second one opens a form, the others ask for help. */
async function measure({ press }: Talk): Promise<{ readonly taken: readonly number[]; readonly busy: number }> {
  const before = coreTimes();
  const timed = async (label: string): Promise<number> => {
    const begun = performance.now();
    await press(label);
    return performance.now() - begun;
  };
  const presses: Promise<number>[] = [];
  for (let index = 0; index < INTERACTIONS; index += 1) {
    await pause(-MEAN_GAP_MS * Math.log(1 - Math.random()));
    presses.push(timed(index % 2 === 0 ? '도움말' : '제목과 지은이'));
  }
  const taken = await Promise.all(presses);
  const after = coreTimes();
  return { taken: taken.sort((a, b) => a - b), busy: 1 - (after.idle - before.idle) / (after.all - before.all) };
}

/** @param part from 0 to 1. @param sorted upwards. */
const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;

function report(name: string, { taken, busy }: Awaited<ReturnType<typeof measure>>, printed = 0): number {
  const [half, most, last] = [0.5, 0.99, 1].map((part) => percentile(taken, part));
  const figures = [half, most, last].map((value) => `${value?.toFixed(1)} ms`.padStart(9));
  const cores = `cores ${(100 * busy).toFixed(0)} % busy`;
  console.log(
    `${name.padEnd(34)} p50 ${figures[0]}  p99 ${figures[1]}  most ${figures[2]}  ${cores}, ${printed} books`,
  );
  return most ?? Number.NaN;
}

/** Prints the figures; the process fails when they miss the target. */
export async function benchAcknowledge(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
  const talk = await startTalk(dataDir);
  try {
    console.log(`Node ${process.versions.node}, ${availableParallelism()} CPU; ${INTERACTIONS} interactions each`);
    const pages = await photographs(dataDir);
    report('no worker', await measure(talk));
    const busy = async (name: string, niceness: number): Promise<number> => {
      const workers = await startWorkers(dataDir, pages, niceness);
      const before = workers.printed();
      const measured = await measure(talk);
      const most = report(name, measured, workers.printed() - before);
      await workers.close();
      return most;
    };
    await busy('busy workers of the same priority', 0);
    const most = await busy('busy workers, as they are shipped', 10);
    console.log(`p99 ${most.toFixed(1)} ms, target under ${TARGET_MS} ms: ${most < TARGET_MS ? 'met' : 'MISSED'}`);
    if (!(most < TARGET_MS)) process.exitCode = 1;
  } finally {
    await talk.close();
    await rm(dataDir, { recursive: true });
  }
}
