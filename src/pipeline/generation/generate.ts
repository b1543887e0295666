// Drives a model for any number of inputs at once: all pages' beams are the rows of one step; a finished page leaves
// the batch, a waiting one joins it between two steps, whoever asked for it. What a step computes is the model's
// business, which token is taken is `search.ts`'s, where keys and values lie is `cache.ts`'s.
import { TalesError, throwIfCancelled } from '../../errors.ts';
import { type Cache, createCache, type Seat } from './cache.ts';
import { checkOptions } from './options.ts';
import { type Search, type SearchOptions, startSearch } from './search.ts';
import type { GenerateCall, GeneratedSequence, GenerationOptions, SequenceModel } from './types.ts';

export interface GeneratorOptions {
  /** Most pages in one batch; more wait. Default 16. */
  readonly maxPages?: number;
}

/** One model's generations, sharing its batches. */
export interface Generator<Input> {
  /**
   * One sequence per input, in order. Calls may overlap; their pages then share steps.
   * @throws TalesError `cancelled`, or `option-invalid` for options that no search can follow.
   */
  generate(
    inputs: readonly Input[],
    options: GenerationOptions,
    call?: GenerateCall,
  ): Promise<readonly GeneratedSequence[]>;
}

interface Waiting<Input> {
  readonly input: Input;
  readonly options: SearchOptions;
  readonly signal: AbortSignal | undefined;
  readonly onStep: (length: number) => void;
  readonly resolve: (sequence: GeneratedSequence) => void;
  readonly reject: (error: unknown) => void;
}

interface Page<Input> extends Waiting<Input> {
  readonly search: Search;
  readonly seat: Seat;
  /** Tokens that it began with. */
  readonly shown: number;
}

/** All pages of one number of beams: the rows of a batch have to form a rectangle. */
interface Batch<Input> {
  readonly waiting: Waiting<Input>[];
  pages: Page<Input>[];
  readonly cache: Cache;
  running: boolean;
}

/** Rejects what nobody wants any more. @returns the others */
function withoutCancelled<T extends Waiting<unknown>>(pages: readonly T[], leave: (page: T) => void): T[] {
  return pages.filter((page) => {
    if (!page.signal?.aborted) return true;
    leave(page);
    page.reject(new TalesError('cancelled', {}, { cause: page.signal.reason }));
    return false;
  });
}

async function admit<Input>(model: SequenceModel<Input>, batch: Batch<Input>, maxPages: number): Promise<void> {
  while (batch.waiting.length > 0 && batch.pages.length < maxPages) {
    const next = batch.waiting.shift() as Waiting<Input>;
    const [wanted] = withoutCancelled([next], () => {});
    if (!wanted) continue;
    try {
      const memory = await model.show(next.input);
      const coming = Math.min(maxPages, batch.pages.length + 1 + batch.waiting.length);
      batch.cache.reserve(coming, memory.length);
      const { prompt } = memory;
      const search = startSearch({ ...next.options, ...(prompt && { prompt }) });
      batch.pages.push({ ...next, seat: batch.cache.join(memory), shown: prompt?.length ?? 1, search });
    } catch (error) {
      next.reject(error);
    }
  }
}

async function step<Input>(model: SequenceModel<Input>, batch: Batch<Input>): Promise<void> {
  const bySeat = new Map(batch.pages.map((page) => [page.seat, page.search] as const));
  await model.step(batch.cache.arrays((seat) => (bySeat.get(seat)?.running ?? []).map((tokens) => tokens.at(-1) ?? 0)));
  for (const { search, seat, shown, onStep } of batch.pages) {
    const parents = search.advance(batch.cache.scores(seat));
    if (!search.done) batch.cache.keep(seat, parents);
    onStep((search.running[0]?.length ?? shown) - shown);
  }
}

/** Those that are done leave only now: seats must not move while a step's scores are read. */
function settle<Input>(batch: Batch<Input>): void {
  batch.pages = batch.pages.filter((page) => {
    if (!page.search.done) return true;
    batch.cache.leave(page.seat);
    page.resolve(page.search.result());
    return false;
  });
}

async function run<Input>(model: SequenceModel<Input>, batch: Batch<Input>, maxPages: number): Promise<void> {
  while (batch.pages.length > 0 || batch.waiting.length > 0) {
    batch.pages = withoutCancelled(batch.pages, ({ seat }) => batch.cache.leave(seat));
    await admit(model, batch, maxPages);
    settle(batch);
    if (batch.pages.length > 0) await step(model, batch);
    settle(batch);
  }
}

/** Nothing that was asked for may stay unanswered. */
function fail<Input>(batch: Batch<Input>, error: unknown): void {
  for (const page of [...batch.pages, ...batch.waiting]) page.reject(error);
  for (const { seat } of batch.pages) batch.cache.leave(seat);
  batch.pages = [];
  batch.waiting.length = 0;
}

export function createGenerator<Input>(
  model: SequenceModel<Input>,
  { maxPages = 16 }: GeneratorOptions = {},
): Generator<Input> {
  const batches = new Map<number, Batch<Input>>();

  function batchOf(beams: number): Batch<Input> {
    let batch = batches.get(beams);
    if (!batch) {
      const wanted = beams === 1 ? 'logits' : 'logProbabilities';
      batch = { waiting: [], pages: [], cache: createCache({ model, beams, wanted }), running: false };
      batches.set(beams, batch);
    }
    return batch;
  }

  function start(batch: Batch<Input>, beams: number): void {
    if (batch.running) return;
    batch.running = true;
    run(model, batch, maxPages)
      .catch((error: unknown) => fail(batch, error))
      .finally(() => {
        batch.running = false;
        // A batch's buffers are as large as its busiest moment: an idle one is dropped.
        if (batch.waiting.length > 0) start(batch, beams);
        else batches.delete(beams);
      });
  }

  return {
    async generate(inputs, options, { signal, onSequence, onStep } = {}) {
      throwIfCancelled(signal);
      const checked = checkOptions(options, model);
      const batch = batchOf(checked.numBeams);
      const sequences = inputs.map((input, index) =>
        new Promise<GeneratedSequence>((resolve, reject) => {
          batch.waiting.push({
            input,
            options: checked,
            signal,
            onStep: (length) => onStep?.(index, length),
            resolve,
            reject,
          });
        }).then((sequence) => {
          onSequence?.(index, sequence);
          return sequence;
        }),
      );
      start(batch, checked.numBeams);
      return Promise.all(sequences);
    },
  };
}

/** One call on its own, for callers that never have two at a time. */
export function generate<Input>(
  model: SequenceModel<Input>,
  inputs: readonly Input[],
  options: GenerationOptions,
  call: GenerateCall = {},
): Promise<readonly GeneratedSequence[]> {
  return createGenerator(model).generate(inputs, options, call);
}
