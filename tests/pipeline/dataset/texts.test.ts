// Texts and fields of training rows, against what Python made of them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trainingInput } from '../../../src/pipeline/dataset/input-text.ts';
import { outputText, strip } from '../../../src/pipeline/dataset/python-text.ts';
import type { Annotated } from '../../../src/pipeline/dataset/rows.ts';

type Ranges = readonly (readonly [first: number, last: number])[];

function golden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../golden/dataset/${name}`, import.meta.url), 'utf8'));
}

const characters = golden<Readonly<Record<'kept' | 'blank' | 'stripped' | 'unassigned', Ranges>>>('characters.json');

/** One flag per code point. */
function flags(ranges: Ranges): Uint8Array {
  const all = new Uint8Array(0x110000);
  for (const [first, last] of ranges) all.fill(1, first, last + 1);
  return all;
}

/** Code points for which `ours` is not what Python said; those that its Unicode did not know yet are left out. */
function differences(ranges: Ranges, ours: (mark: string) => boolean): string[] {
  const [theirs, unknown] = [flags(ranges), flags(characters.unassigned)];
  const found: string[] = [];
  for (let point = 0; point < 0x110000; point += 1) {
    if (unknown[point] || (point >= 0xd800 && point <= 0xdfff)) continue;
    if (ours(String.fromCodePoint(point)) !== (theirs[point] === 1)) found.push(point.toString(16));
  }
  return found;
}

describe('output_text', () => {
  it('keeps the characters that Python keeps, and no others', () => {
    expect(differences(characters.kept, (mark) => outputText(`a${mark}a`) !== 'aa')).toEqual([]);
  });

  it('takes for blank what Python does', () => {
    expect(differences(characters.blank, (mark) => outputText(`a${mark}a`) === 'a a')).toEqual([]);
    expect(differences(characters.stripped, (mark) => strip(`${mark}a${mark}`) === 'a')).toEqual([]);
  });

  it.each(golden<{ cases: { story: string; output: string }[] }>('texts.json').cases)(
    'is as recorded: $output',
    ({ story, output }) => expect(outputText(story)).toBe(output),
  );
});

describe('input_text', () => {
  it.each(golden<{ cases: { row: Record<string, string | null>; input: string }[] }>('rows.json').cases)(
    'is as recorded for $row.id',
    ({ row, input }) => {
      const given = Object.fromEntries(Object.entries(row).map(([field, value]) => [field, value ?? '']));
      expect(trainingInput(given['caption'] ?? '', given as Annotated)).toBe(input);
    },
  );
});
