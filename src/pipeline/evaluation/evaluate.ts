// Measures a model on a data set: has its pages told, and compares each with what people wrote.
// How each thing is measured is left to `measures/`; files for people and what they read of it are the command's.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { TalesError, throwIfCancelled } from '../../errors.ts';
import type { Measured, MeasuredRow } from './columns.ts';
import { checkEncoder, likenesses } from './likeness.ts';
import type { BertScore } from './measures/bert-score.ts';
import { makeCider } from './measures/cider.ts';
import { formMeasures } from './measures/form.ts';
import { meteor } from './measures/meteor.ts';
import { requiredMeasures } from './measures/required.ts';
import { bareWords, spaced, words } from './measures/tokens.ts';
import type { Evaluation, EvaluationCall, EvaluationNote, EvaluationRequest } from './request.ts';
import { type DataRow, drawRows, readRows, surveyRows } from './rows.ts';
import { spiceScores } from './spice.ts';
import { tellPages } from './telling.ts';

interface ToldRow {
  readonly row: DataRow;
  readonly told: string;
}

/** All told rows, and how many inputs were cut off. */
async function toldRows(request: EvaluationRequest, places: readonly number[], call: EvaluationCall) {
  const telling = await tellPages(request, places, call);
  try {
    const rows: ToldRow[] = [];
    let cut = 0;
    for await (const row of readRows(request.data, places, call)) {
      const page = telling.pageOf(row);
      if (!page) throw new RangeError(`no page was told of row ${row.number}`);
      rows.push({ row, told: page.text });
      if (page.cut) cut += 1;
    }
    return { rows, cut, settings: telling.settings };
  } finally {
    await telling.close();
  }
}

const pairsOf = (rows: readonly ToldRow[]) => rows.map(({ row, told }) => ({ told, wanted: row.outputText }));

async function spiceOf(rows: readonly ToldRow[], { spice, out }: EvaluationRequest, call: EvaluationCall) {
  if (!spice) return { note: { code: 'no-spice' } as const };
  call.onStage?.('spice', 1, 0);
  const cases = rows.map(({ row, told }) => ({ key: row.number, told, wanted: row.outputText }));
  const program = { jar: spice.jar, folder: join(out, 'spice'), ...(call.signal && { signal: call.signal }) };
  const outcome = await spiceScores(cases, program);
  call.onDone?.(1);
  if ('failed' in outcome) return { note: { code: 'no-spice', reason: outcome.failed } as const };
  return { scores: outcome.scores };
}

const ofAnyText = (text: string, row: DataRow): Measured => ({
  ...requiredMeasures(text, row),
  ...formMeasures(text, row.inputText),
});

interface Found {
  readonly bert: BertScore | undefined;
  readonly spice: number | undefined;
}

/** Everything that is computed here and now, in the order of the rows. */
function measureRows(rows: readonly ToldRow[], request: EvaluationRequest, foundOf: (row: number) => Found) {
  const cut = request.ciderWords === 'spaces' ? spaced : bareWords;
  const making = makeCider();
  for (const { row } of rows) making.add(cut(row.outputText));
  const cider = making.finish();
  return rows.map(({ row, told }, index): MeasuredRow => {
    const { bert, spice } = foundOf(index);
    const { cider: clipped, plain } = cider.score(cut(told), cut(row.outputText));
    const measured: Measured = {
      ...(bert && { bertF1: bert.f1, bertPrecision: bert.precision, bertRecall: bert.recall }),
      meteor: meteor(words(told), words(row.outputText)),
      cider: clipped,
      ciderPlain: plain,
      ...(spice !== undefined && { spice }),
      ...ofAnyText(told, row),
    };
    const people = ofAnyText(row.outputText, row);
    return { number: row.number, id: row.id, told, wanted: row.outputText, measured, people };
  });
}

/** What is named has to be there before hours of work rely on it. */
async function checkNamed({ bert, spice }: EvaluationRequest): Promise<void> {
  if (bert) await checkEncoder(bert);
  if (!spice) return;
  await access(spice.jar).catch((cause: unknown) => {
    throw new TalesError('file-missing', { path: spice.jar }, { cause });
  });
}

/**
 * @throws TalesError `data-unusable`, `file-…`, `option-invalid`, `model-…`, `cancelled`. Called again with the same request,
 * it goes on where it was stopped.
 */
export async function evaluate(request: EvaluationRequest, call: EvaluationCall = {}): Promise<Evaluation> {
  const notes: EvaluationNote[] = [];
  const note = (each: EvaluationNote): void => {
    notes.push(each);
    call.onNote?.(each);
  };
  await checkNamed(request);
  const survey = await surveyRows(request.data, call);
  const places = drawRows(survey, request);
  if (survey.blank.length > 0) note({ code: 'blank', lines: survey.blank });
  const { sample: asked = 0 } = request;
  if (asked > places.length) note({ code: 'few', asked, pages: places.length });
  const { rows, cut, settings } = await toldRows(request, places, { ...call, onNote: note });
  if (cut > 0) note({ code: 'cut', pages: cut });
  if (!request.bert) note({ code: 'no-bert' });
  const bert = request.bert ? await likenesses(pairsOf(rows), request.bert, { request, call }) : [];
  const spice = await spiceOf(rows, request, call);
  if (spice.note) note(spice.note);
  throwIfCancelled(call.signal);
  call.onStage?.('measuring', rows.length, 0);
  const foundOf = (index: number): Found => {
    return { bert: bert[index], spice: spice.scores?.get(rows[index]?.row.number ?? 0) };
  };
  const measured = measureRows(rows, request, foundOf);
  call.onDone?.(measured.length);
  return { settings, rows: measured, notes };
}
