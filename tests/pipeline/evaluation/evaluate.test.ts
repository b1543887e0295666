// Measuring a model on a data set, on a small checkpoint: what comes out, and what is left after it was stopped.
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/pipeline/evaluation/evaluate.ts';
import type { EvaluationNote, Stage } from '../../../src/pipeline/evaluation/request.ts';
import { startChild } from '../../support/child.ts';
import { freshFolder } from '../../support/folder.ts';
import { goldenFolder } from '../golden-models.ts';
import { requestFor, writeData } from './data.ts';
import { BERT } from './golden.ts';

const linesOf = async (path: string): Promise<number> => (await readFile(path, 'utf8')).split('\n').length - 1;

/** How many pages were there already when telling began. */
function watched() {
  const stages: [Stage, number, number][] = [];
  const notes: EvaluationNote[] = [];
  return {
    stages,
    notes,
    call: {
      onStage: (stage: Stage, total: number, done: number) => void stages.push([stage, total, done]),
      onNote: (note: EvaluationNote) => void notes.push(note),
    },
  };
}

describe('an evaluation', () => {
  test('has every page told and measured, in the order of the file', async () => {
    const folder = await freshFolder();
    const data = await writeData(folder, 12);
    const { rows, notes, settings } = await evaluate(requestFor(data, folder));
    expect(rows.map(({ number, id }) => [number, id])).toEqual(
      Array.from({ length: 12 }, (_, at) => [at + 1, `row-${at}`]),
    );
    expect(settings).toMatchObject({ numBeams: 1, maxLength: 24, repetitionPenalty: 1.5, noRepeatNgramSize: 3 });
    for (const { told, wanted, measured, people } of rows) {
      expect(people).toMatchObject({ name: 1, sentences: 2, ended: 1, repeated: 0 });
      expect(people).not.toHaveProperty('meteor');
      expect(told).toMatch(/[가-힣]/);
      expect(wanted).toContain('놀았어요');
      expect(measured).toMatchObject({
        hangul: expect.any(Number),
        name: expect.any(Number),
        action: expect.any(Number),
      });
      expect(measured.bertF1).toBeUndefined();
      expect(measured.spice).toBeUndefined();
    }
    expect(notes.filter(({ code }) => code !== 'device')).toEqual([{ code: 'no-bert' }, { code: 'no-spice' }]);
  });

  test('measures likeness too where a BERT is named, and keeps it', async () => {
    const folder = await freshFolder();
    const data = await writeData(folder, 10);
    const request = { ...requestFor(data, folder), bert: { folder: BERT, layer: 3, idf: false } };
    const first = await evaluate(request);
    expect(first.rows.every(({ measured: { bertF1 = -1 } }) => bertF1 > 0 && bertF1 <= 1)).toBe(true);
    const again = watched();
    expect((await evaluate(request, again.call)).rows).toEqual(first.rows);
    expect(again.stages).toContainEqual(['encoding', 10, 10]);
    const rare = await evaluate({ ...request, bert: { folder: BERT, layer: 3, idf: true } });
    expect(rare.rows).not.toEqual(first.rows);
  });

  test('tells a sample, and of a larger one only what is new', async () => {
    const folder = await freshFolder();
    const request = requestFor(await writeData(folder, 20), folder);
    const few = await evaluate({ ...request, sample: 5 });
    expect(few.rows).toHaveLength(5);
    const more = watched();
    const { rows } = await evaluate(request, more.call);
    expect(more.stages[0]).toEqual(['telling', 20, 5]);
    expect(more.notes).toContainEqual({ code: 'kept', pages: 5 });
    expect(rows.filter(({ id }) => few.rows.some((row) => row.id === id)).map(({ told }) => told)).toEqual(
      few.rows.map(({ told }) => told),
    );
  });

  test('tells everything anew when it is to be told otherwise', async () => {
    const folder = await freshFolder();
    const request = requestFor(await writeData(folder, 6), folder);
    await evaluate(request);
    const other = watched();
    await evaluate({ ...request, settings: { ...request.settings, maxLength: 12 } }, other.call);
    expect(other.stages[0]).toEqual(['telling', 6, 0]);
  });

  test('says which lines it passed over, and how many inputs it had to cut off', async () => {
    const folder = await freshFolder();
    const data = await writeData(folder, 3);
    await appendFile(data, `long,,,,"generate: <name> ${'별 '.repeat(300)}",끝\nblank,,,,,끝\n`);
    const { rows, notes } = await evaluate(requestFor(data, folder));
    expect(rows).toHaveLength(4);
    expect(rows[3]?.measured).not.toHaveProperty('name');
    expect(notes).toContainEqual({ code: 'blank', lines: [6] });
    expect(notes).toContainEqual({ code: 'cut', pages: 1 });
  });
});

describe('an evaluation that was stopped', () => {
  test('goes on behind the pages that were told, and comes to the same figures', async () => {
    const folder = await freshFolder();
    const data = await writeData(folder, 60);
    const stop = new AbortController();
    const stopped = evaluate(requestFor(data, folder), {
      signal: stop.signal,
      onDone: (done) => {
        if (done === 3) stop.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    const kept = await linesOf(join(folder, 'told.jsonl'));
    expect(kept).toBeGreaterThanOrEqual(3);
    expect(kept).toBeLessThan(60);
    const again = watched();
    const { rows } = await evaluate(requestFor(data, folder), again.call);
    expect(again.stages[0]).toEqual(['telling', 60, kept]);
    const fresh = await freshFolder();
    expect(rows).toEqual((await evaluate(requestFor(data, fresh))).rows);
  });

  test('loses nothing that was kept when the process is killed, whatever is left of the last line', async () => {
    const folder = await freshFolder();
    const data = await writeData(folder, 100);
    const child = startChild('support/evaluator.ts', [data, folder, '5']);
    expect((await child.ended).code).toBeNull();
    await appendFile(join(folder, 'told.jsonl'), '{"key":"half a li');
    const again = watched();
    const { rows } = await evaluate(requestFor(data, folder), again.call);
    expect(again.stages[0]?.[2]).toBeGreaterThanOrEqual(5);
    expect(again.stages[0]?.[2]).toBeLessThan(100);
    expect(rows).toHaveLength(100);
    const last = watched();
    await evaluate(requestFor(data, folder), last.call);
    expect(last.stages[0]).toEqual(['telling', 100, 100]);
  });
});

test('a sample of more rows than there are is all of them, which is noted', async () => {
  const folder = await freshFolder();
  const request = requestFor(await writeData(folder, 3), folder);
  const { rows, notes } = await evaluate({ ...request, sample: 4 });
  expect(rows).toHaveLength(3);
  expect(notes).toContainEqual({ code: 'few', asked: 4, pages: 3 });
});

describe('what cannot be evaluated is refused before anything is told', () => {
  const refused = async (change: object, wanted: object) => {
    const folder = await freshFolder();
    const request = { ...requestFor(await writeData(folder, 3), folder), ...change };
    const seen = watched();
    await expect(evaluate(request, seen.call)).rejects.toMatchObject(wanted);
    expect(seen.stages).toEqual([]);
  };

  test('a sample of no row', () => refused({ sample: 0 }, { code: 'option-invalid' }));
  test('a folder of a model that tells no stories', () =>
    refused({ model: goldenFolder('blip') }, { code: 'model-unsupported', details: { value: 'blip' } }));
  test('a folder that is no model', () => refused({ model: import.meta.dirname }, { code: 'model-file-missing' }));
  test('a layer that BERT does not have', () =>
    refused(
      { bert: { folder: BERT, layer: 9, idf: false } },
      { code: 'option-invalid', details: { option: '--bert-layer' } },
    ));
  test('a SPICE that is not there', () => refused({ spice: { jar: 'none.jar' } }, { code: 'file-missing' }));

  test('settings that nobody can follow', async () => {
    const folder = await freshFolder();
    const request = requestFor(await writeData(folder, 3), folder);
    const wrong = { ...request, settings: { numBeams: 65 } };
    await expect(evaluate(wrong)).rejects.toMatchObject({ code: 'option-invalid', details: { option: 'numBeams' } });
  });

  test('a folder for results that cannot be written to', async () => {
    const folder = await freshFolder();
    const data = await writeData(folder, 3);
    await writeFile(join(folder, 'file'), '');
    await expect(evaluate(requestFor(data, join(folder, 'file')))).rejects.toMatchObject({
      code: expect.stringMatching(/^file-/),
    });
    await rm(join(folder, 'file'));
    await expect(evaluate(requestFor(data, join(folder, 'none')))).rejects.toMatchObject({ code: 'file-unwritable' });
  });
});
