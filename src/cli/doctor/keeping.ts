// What the doctor finds of what is kept: the data folder and its disk, the books and pictures in it, whether the program
// is running, and where models are fetched to. Nothing is made or changed.
import { access, readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { blobFolderOf, type Config } from '../../config.ts';
import { isTalesError } from '../../errors.ts';
import { type Finding, probe } from '../../finding.ts';
import { withRememberedModels } from '../../pipeline/index.ts';
import { holdLock } from '../../running-lock.ts';
import { openStores } from '../../store.ts';
import type { Locale } from '../../story.ts';
import { assertWritable } from '../output.ts';
import { gibibytes, sizeOf } from './sizes.ts';
import { DOCTOR_WORDING } from './wording.ts';

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The folder itself or the closest one above it that is there: where it would be made. */
async function nearestExisting(folder: string): Promise<string> {
  return (await isThere(folder)) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}

/** Whether another process holds the data folder. Without the file of the lock, none does. */
export async function isRunning({ dataDir }: Config): Promise<boolean> {
  const path = join(dataDir, 'running.lock');
  if (!(await isThere(path))) return false;
  try {
    (await holdLock(path)).release();
    return false;
  } catch (error) {
    if (isTalesError(error) && error.code === 'already-running') return true;
    throw error;
  }
}

/** Bytes of all files below a folder; what vanishes meanwhile counts nothing. */
async function bytesBelow(folder: string): Promise<number> {
  if (!(await isThere(folder))) return 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  let sum = 0;
  for (const file of files) sum += (await stat(file).catch(() => undefined))?.size ?? 0;
  return sum;
}

async function countBooks({ storeFile }: Config): Promise<number> {
  const stores = await openStores({ path: storeFile });
  try {
    let count = 0;
    for await (const _ of stores.open({ namespace: 'sessions' }).keys()) count += 1;
    return count;
  } finally {
    await stores.close();
  }
}

/** Where books are kept, when that is not on this computer's own disk. */
async function redisFindings(config: Config, locale: Locale): Promise<readonly Finding[]> {
  if (!config.redis) return [];
  const words = DOCTOR_WORDING[locale];
  const finding = await probe('keeping.redis', words.redis, locale, async () => {
    const { examineRedis } = await import('../../redis-report.ts');
    const report = await examineRedis(config);
    if (!report) throw new Error('a Redis server is named and was not looked at');
    const { address, version, memory, workers, lasting, forgetful } = report;
    const advice = forgetful ? words.redisForgetful : lasting ? undefined : words.redisFleeting;
    return { detail: words.redisAnswers(address, version, sizeOf(memory.used), workers), ...(advice && { advice }) };
  });
  return [finding];
}

export async function keepingFindings(config: Config, locale: Locale): Promise<readonly Finding[]> {
  const words = DOCTOR_WORDING[locale];
  const { dataDir, storeFile, hub } = config;
  const folder = probe('keeping.folder', words.dataFolder, locale, async () => {
    const existing = await nearestExisting(dataDir);
    await assertWritable(join(existing, 'probe'));
    const { bavail, bsize } = await statfs(existing);
    return { detail: words.free(dataDir, gibibytes(bavail * bsize)) };
  });
  const kept = probe('keeping.books', words.kept, locale, async () => {
    if (!(await isThere(storeFile))) return { detail: words.keptNothing };
    const [books, bytes] = await Promise.all([countBooks(config), bytesBelow(blobFolderOf(config))]);
    return { detail: words.keptBooks(books, sizeOf(bytes), config.retentionDays) };
  });
  const running = probe('keeping.running', words.running, locale, async () => ({
    detail: (await isRunning(config)) ? words.isRunning : words.isNotRunning,
  }));
  const models = probe('keeping.models', words.models, locale, async () => {
    const cache = join(hub.home, 'hub');
    // What is remembered of models is read for its faults alone.
    await withRememberedModels(config);
    return { detail: (await isThere(cache)) ? words.modelsFolder(cache) : words.modelsNone(cache) };
  });
  const local = config.redis ? [folder] : [folder, kept, running];
  return [...(await Promise.all(local)), ...(await redisFindings(config, locale)), await models];
}
