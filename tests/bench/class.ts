// `npm run bench -- --class [children]`: a class at work on the fake Discord with the program as it is shipped: thirty
// children, a teacher, late arrivals, two deaths of the worker and one of the talking process. Prints a table; the process
// fails where anything was lost, doubled or shown without a yes, or where a target is missed.
import { availableParallelism, loadavg } from 'node:os';
import { acknowledging, fairness, type Held, held } from './class/figures.ts';
import { type Soaked, type SoakOptions, soakClass } from './class/soak.ts';
import { breaches } from './class/verdict.ts';

const TARGET_MS = 250;
/** Of the heap, from the second to the last quarter: what a measurement wavers by, and what caches of the client take. */
const MOST_GROWTH = { share: 1.1, bytes: 6 * 2 ** 20 } as const;
/** How many descriptions a child may see go by before its own first, for each child of the class. */
const MOST_ROUNDS = 2;

const OPTIONS: Omit<SoakOptions, 'children'> = {
  pictures: 10,
  seed: 30,
  deaths: ['worker', 'talking', 'worker'],
  thinking: 400,
  beside: 4,
  linger: 60_000,
  answerWithin: 3000,
};

const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const seconds = (value: number): string => `${value.toFixed(1)} s`;
const ms = (value: number): string => `${value.toFixed(0)} ms`;
const line = (name: string, ...figures: readonly string[]): void =>
  console.log(`${name.padEnd(34)} ${figures.join('   ')}`);
const load = (): string =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');

function printClass(soaked: Soaked): void {
  const { plans, stories, decisions, postings, presses, absences, refusals } = soaked;
  const pictures = plans.reduce((sum, plan) => sum + plan.pictures.length, 0);
  const of = (type: 'approved' | 'returned'): number => decisions.filter((one) => one.type === type).length;
  line('books', `${stories.length} made, ${of('approved')} editions approved, ${of('returned')} returned`);
  line(
    'pictures',
    `${pictures} posted, ${soaked.kept.books.reduce((sum, book) => sum + book.pictures.length, 0)} kept`,
  );
  line('postings with files', `${postings.length}`);
  line('anthology', JSON.stringify(soaked.kept.anthologies));
  line('deaths', ...absences.map(({ kills, from, to }) => `${kills} (back after ${seconds((to - from) / 1000)})`));
  line('interactions', `${presses.length}`, `refused by Discord: ${refusals.length}`);
  line('in all', seconds(soaked.seconds));
}

const growth = ({ second, last }: Held): string =>
  `heap ${mebibytes(second.heap)} → ${mebibytes(last.heap)}, RSS ${mebibytes(second.rss)} → ${mebibytes(last.rss)}`;

const isFlat = ({ second, last }: Held): boolean => last.heap <= second.heap * MOST_GROWTH.share + MOST_GROWTH.bytes;

/** Prints the targets with what they were met by; those that were missed. */
function printTargets(soaked: Soaked): readonly string[] {
  const all = acknowledging(soaked);
  const after = acknowledging(soaked, soaked.finished);
  for (const [name, { count, p50, p95, p99, most }] of [
    ['acknowledged, in all', all],
    ['acknowledged, books there', after],
  ] as const)
    line(name, `${count}`, `p50 ${ms(p50)}`, `p95 ${ms(p95)}`, `p99 ${ms(p99)}`, `most ${ms(most)}`);
  const fair = fairness(soaked);
  const children = soaked.options.children;
  line(
    'first description, last child',
    `the ${fair.lastRank}th since it posted`,
    `plain queue: the ${fair.plainRank}th`,
  );
  line('  after', `last ${seconds(fair.last)}, mean ${seconds(fair.average)}`);
  line('book at the teacher after', `last ${seconds(fair.lastBook)}`, `mean ${seconds(fair.averageBook)}`);
  const missed: string[] = [];
  for (const role of ['talking', 'worker'] as const) {
    const found = held(soaked, role);
    line(
      `memory, ${role}`,
      found ? `${growth(found)}, most RSS ${mebibytes(found.mostRss)} (${found.samples} samples)` : 'too few samples',
    );
    if (!found || !isFlat(found)) missed.push(`the memory of the ${role} process grows, or was not seen`);
  }
  if (!(all.p99 < TARGET_MS))
    missed.push(`99 of 100 interactions were acknowledged within ${ms(all.p99)}, not ${TARGET_MS}`);
  if (fair.lastRank > MOST_ROUNDS * children) missed.push(`a child waited for ${fair.lastRank} descriptions of others`);
  return missed;
}

export async function benchClass([children = '30']: readonly string[]): Promise<void> {
  console.log(`Node ${process.versions.node}, ${availableParallelism()} CPU, load ${load()}`);
  const begun = performance.now();
  const tell = (said: string): void => console.log(`${seconds((performance.now() - begun) / 1000)}: ${said}`);
  const soaked = await soakClass({ ...OPTIONS, children: Number(children), tell });
  printClass(soaked);
  const faults = [...breaches(soaked), ...printTargets(soaked)];
  line('load at the end', load());
  for (const fault of faults) console.log(`✗ ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('✓ every book once, nothing without a yes, no picture lost; every target met');
}
