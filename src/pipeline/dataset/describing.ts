// Describes the pictures of a data set in batches and puts what is said into Korean. What is known already is not asked
// again; a picture that cannot be described is reported and passed over; a service that fails stops it all.
import { isTalesError, type TalesError, throwIfCancelled } from '../../errors.ts';
import type { Passage } from '../../story.ts';
import type { Captioner, LoadedPicture, Translator } from '../types.ts';
import type { Journal, JournalEntry } from './journal.ts';
import type { Fault } from './report.ts';

/** A picture that is to be described. */
export interface Wanted {
  readonly id: string;
  /** As it is shown in tables. */
  readonly path: string;
  /** @throws TalesError `picture-…` when it cannot be used; anything else stops the work. */
  readonly load: () => Promise<LoadedPicture>;
}

export interface DescribeAllOptions {
  readonly captioner: Captioner;
  /** Whether one call with many pictures is better than many with one: a model here, rather than a service. */
  readonly together: boolean;
  readonly translator: Translator;
  readonly journal: Journal;
  readonly batch: number;
  readonly signal?: AbortSignal;
  /** Called with how many are done, those that were done before among them. */
  readonly onDone?: (done: number) => void;
}

interface Loaded extends Wanted {
  readonly picture: LoadedPicture;
}

/** The fault is that of one picture, not of whoever describes them. */
const isAboutPicture = (error: unknown): error is TalesError =>
  isTalesError(error) && (error.code.startsWith('picture-') || error.code === 'answer-unusable');

const faultOf = ({ id, path }: Wanted, { code }: TalesError): Fault => ({
  kind: 'refused-picture',
  id,
  path,
  detail: code,
});

const entryOf = (id: string, said: Passage | undefined): JournalEntry => {
  const text = said?.text.trim();
  return text ? { id, text, locale: said?.locale ?? 'en', final: said?.locale === 'ko' } : NOTHING(id);
};
const NOTHING = (id: string): JournalEntry => ({ id, text: null, locale: 'ko', final: true });

type Call = Pick<DescribeAllOptions, 'captioner' | 'journal'> & { readonly signal?: AbortSignal };

/** @returns the fault of the picture where it has one. */
async function describeOne(one: Loaded, { captioner, journal, signal }: Call): Promise<readonly Fault[]> {
  try {
    const [said] = await captioner.caption([one.picture], { locale: 'ko', ...(signal && { signal }) });
    await journal.add([entryOf(one.id, said)]);
    return [];
  } catch (error) {
    if (!isAboutPicture(error)) throw error;
    return [faultOf(one, error)];
  }
}

/** What others said before one of them failed is kept. */
async function describeApart(batch: readonly Loaded[], call: Call): Promise<readonly Fault[]> {
  const stop = new AbortController();
  const signal = call.signal ? AbortSignal.any([call.signal, stop.signal]) : stop.signal;
  const failures: unknown[] = [];
  const faults = await Promise.all(
    batch.map((one) =>
      describeOne(one, { ...call, signal }).catch((error: unknown) => {
        failures.push(error);
        stop.abort();
        return [];
      }),
    ),
  );
  if (failures.length > 0) throw failures[0];
  return faults.flat();
}

async function describeTogether(batch: readonly Loaded[], call: Call): Promise<readonly Fault[]> {
  const { captioner, journal, signal } = call;
  try {
    const pictures = batch.map(({ picture }) => picture);
    const said = await captioner.caption(pictures, { locale: 'ko', ...(signal && { signal }) });
    await journal.add(batch.map(({ id }, index) => entryOf(id, said[index])));
    return [];
  } catch (error) {
    if (!isAboutPicture(error)) throw error;
  }
  const faults: Fault[] = [];
  for (const one of batch) faults.push(...(await describeOne(one, call)));
  return faults;
}

async function loadAll(batch: readonly Wanted[]): Promise<{ readonly loaded: Loaded[]; readonly faults: Fault[] }> {
  const loaded: Loaded[] = [];
  const faults: Fault[] = [];
  // One after the other: a decoded photograph takes more memory than all that is sent.
  for (const one of batch) {
    try {
      loaded.push({ ...one, picture: await one.load() });
    } catch (error) {
      if (!isAboutPicture(error)) throw error;
      faults.push(faultOf(one, error));
    }
  }
  return { loaded, faults };
}

/** What the translator cannot do stays as it was said. */
async function translateKnown(ids: readonly string[], options: DescribeAllOptions): Promise<void> {
  const { journal, translator, signal } = options;
  const open = ids.flatMap((id) => {
    const known = journal.get(id);
    return known !== undefined && !known.final && known.text !== null ? { ...known, text: known.text } : [];
  });
  if (open.length === 0) return;
  const passages = open.map(
    ({ text, locale }): Passage => ({ text, locale, source: { kind: 'model', engine: options.captioner.name } }),
  );
  const made = await translator.translate(passages, 'ko', { ...(signal && { signal }) });
  await journal.add(
    open.map(({ id, text, locale }, index) => ({
      id,
      text: made[index]?.text.trim() || text,
      locale: made[index]?.locale ?? locale,
      final: true,
    })),
  );
}

/** @returns what is wrong with single pictures. @throws TalesError of the engine or the service; all that was said stays. */
export async function describeAll(wanted: readonly Wanted[], options: DescribeAllOptions): Promise<readonly Fault[]> {
  const { journal, batch, signal, together, onDone } = options;
  const known = wanted.filter(({ id }) => journal.get(id) !== undefined);
  const fresh = wanted.filter(({ id }) => journal.get(id) === undefined);
  const faults: Fault[] = [];
  let done = known.length;
  onDone?.(done);
  for (let first = 0; first < known.length; first += batch) {
    throwIfCancelled(signal);
    await translateKnown(
      known.slice(first, first + batch).map(({ id }) => id),
      options,
    );
  }
  for (let first = 0; first < fresh.length; first += batch) {
    throwIfCancelled(signal);
    const some = fresh.slice(first, first + batch);
    const { loaded, faults: refused } = await loadAll(some);
    const described = await (together ? describeTogether : describeApart)(loaded, options);
    await translateKnown(
      some.map(({ id }) => id),
      options,
    );
    faults.push(...refused, ...described);
    done += some.length;
    onDone?.(done);
  }
  return faults;
}
