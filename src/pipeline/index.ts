// The table of engines, and which of them a configuration chooses. A new backend is one file and one line here.
import type { Config } from '../config.ts';
import { TalesError } from '../errors.ts';
import type { Captioner, Storyteller } from './types.ts';

export { describePictures } from './describe.ts';
export { MOST_FRAMES, receivePicture } from './image/receive.ts';
export { sniff } from './image/sniff.ts';
export type { Captioner, LoadedPicture, Storyteller } from './types.ts';
export { writeBook } from './write.ts';

/** How each engine comes to be, by the name people choose it with. Engines load when they are chosen. */
type Table<Engine> = Readonly<Record<string, (config: Config) => Promise<Engine>>>;

const CAPTIONERS: Table<Captioner> = {
  none: async () => (await import('./captioner/none.ts')).createNoCaptioner(),
};
const STORYTELLERS: Table<Storyteller> = {
  frames: async () => (await import('./storyteller/frames.ts')).createFrames(),
};

export type Seam = 'captioner' | 'storyteller';

/** What `auto` picks: the first that the configuration makes possible. */
const AUTOMATIC: Readonly<Record<Seam, string>> = { captioner: 'none', storyteller: 'frames' };

export const CAPTIONER_NAMES: readonly string[] = Object.keys(CAPTIONERS);
export const STORYTELLER_NAMES: readonly string[] = Object.keys(STORYTELLERS);

async function choose<Engine>(seam: Seam, table: Table<Engine>, wanted: string, config: Config): Promise<Engine> {
  const name = wanted === 'auto' ? AUTOMATIC[seam] : wanted;
  const create = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!create) throw new TalesError('engine-unknown', { seam, engine: wanted, known: ['auto', ...Object.keys(table)] });
  return create(config);
}

/** @throws TalesError `engine-unknown` when no captioner has that name. */
export const chooseCaptioner = (wanted: string, config: Config): Promise<Captioner> =>
  choose('captioner', CAPTIONERS, wanted, config);

/** @throws TalesError `engine-unknown` when no storyteller has that name. */
export const chooseStoryteller = (wanted: string, config: Config): Promise<Storyteller> =>
  choose('storyteller', STORYTELLERS, wanted, config);

/** An engine that `auto` chooses. */
export interface ChosenEngine {
  readonly seam: Seam;
  readonly name: string;
  /** All that could be chosen by name. */
  readonly known: readonly string[];
}

/** What `auto` stands for, seam by seam. */
export const enginesOf = (): readonly ChosenEngine[] => [
  { seam: 'captioner', name: AUTOMATIC.captioner, known: CAPTIONER_NAMES },
  { seam: 'storyteller', name: AUTOMATIC.storyteller, known: STORYTELLER_NAMES },
];
