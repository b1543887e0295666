// Has all pages of a sample told, as far as they were not before: each is kept as soon as it is there.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { throwIfCancelled } from '../../errors.ts';
import type { GenerationOptions } from '../generation/types.ts';
import { openCheckpoint, type WeightsStamp } from '../onnx/checkpoint.ts';
import { bounded } from './bounded.ts';
import { type Journal, openJournal } from './journal.ts';
import type { EvaluationCall, EvaluationRequest } from './request.ts';
import { type DataRow, readRows } from './rows.ts';
import { type Teller, tellerKind } from './teller.ts';

const toldSchema = z.object({ text: z.string(), cut: z.boolean() });
export type KeptPage = z.infer<typeof toldSchema>;

/** Pages begun at a time: twice what a model tells in one batch, so that the batch never waits. */
const AT_ONCE = 32;

/** The same for the same things, wherever the folder lies. */
export const keyOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

export const stampsOf = (files: readonly WeightsStamp[]): readonly unknown[] =>
  files.map(({ size, modified }) => [size, modified]);

export interface Telling {
  readonly settings: GenerationOptions;
  /** The page of a row. */
  pageOf(row: DataRow): KeptPage | undefined;
  readonly kept: number;
  close(): Promise<void>;
}

interface Work {
  readonly request: EvaluationRequest;
  readonly places: readonly number[];
  readonly call: EvaluationCall;
  readonly journal: Journal<KeptPage>;
  readonly keyFor: (row: DataRow) => string;
}

async function tellAll(
  teller: Teller,
  { request, places, call, journal, keyFor }: Work,
  before: number,
): Promise<void> {
  const { signal, onDone } = call;
  const options = { settings: request.settings, ...(signal && { signal }) };
  let done = before;
  await bounded(readRows(request.data, places, call), AT_ONCE, async (row) => {
    const key = keyFor(row);
    if (journal.get(key)) return;
    const [page] = await teller.tell([row.inputText], options);
    if (!page) throw new RangeError('a page was not told');
    await journal.put(key, { text: page.text, cut: page.cut });
    done += 1;
    onDone?.(done);
  });
}

async function countKept({ request, places, call, journal, keyFor }: Work): Promise<number> {
  let kept = 0;
  for await (const row of readRows(request.data, places, call)) if (journal.get(keyFor(row))) kept += 1;
  return kept;
}

/**
 * All pages told. The model is opened only when there is something to tell.
 * @throws TalesError `model-…`, `option-invalid`, `file-unwritable`, `cancelled`; what was told until then is kept.
 */
export async function tellPages(
  request: EvaluationRequest,
  places: readonly number[],
  call: EvaluationCall,
): Promise<Telling> {
  const { model, settings, load, out, shared } = request;
  const kind = await tellerKind(model);
  const all: GenerationOptions = { ...kind.settings, ...settings };
  const { files } = await openCheckpoint(model);
  const journal = await openJournal(join(out, 'told.jsonl'), toldSchema);
  const precision = load.precision ?? 'fp32';
  // Which device computes makes no difference that is worth telling everything again.
  const keyFor = (row: DataRow): string => keyOf(stampsOf(files), Object.entries(all).sort(), precision, row.inputText);
  const work: Work = { request, places, call, journal, keyFor };
  try {
    const kept = await countKept(work);
    if (kept > 0) call.onNote?.({ code: 'kept', pages: kept });
    call.onStage?.('telling', places.length, kept);
    if (kept < places.length) {
      throwIfCancelled(call.signal);
      const open = () => kind.load(model, { ...load, ...(call.signal && { signal: call.signal }) });
      const teller = shared ? await shared.teller(open) : await open();
      call.onNote?.({ code: 'device', device: teller.device });
      await tellAll(teller, work, kept).finally(() => teller.close());
    }
    return { settings: all, kept, pageOf: (row) => journal.get(keyFor(row)), close: () => journal.close() };
  } catch (error) {
    await journal.close();
    throw error;
  }
}
