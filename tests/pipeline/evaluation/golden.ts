// What the reference implementations made of the recorded pairs of texts; see tests/golden/evaluation/README.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const GOLDEN = join(import.meta.dirname, '../../golden/evaluation');
const read = <T>(name: string): T => JSON.parse(readFileSync(join(GOLDEN, 'values', name), 'utf8')) as T;

export const BERT = join(GOLDEN, 'checkpoints/bert');

export interface TextCase {
  readonly told: string;
  readonly wanted: string;
  readonly toldWords: readonly string[];
  readonly wantedWords: readonly string[];
  readonly meteor: number;
  readonly meteorSpaced: number;
  readonly cider: number;
  readonly ciderPlain: number;
}

export const TEXTS = read<{ stems: readonly (readonly [string, string])[]; cases: readonly TextCase[] }>('texts.json');

type Triple = readonly [precision: number, recall: number, f1: number];
export interface BertCase {
  readonly told: string;
  readonly wanted: string;
  readonly toldIds: readonly number[];
  readonly wantedIds: readonly number[];
  readonly layers: Readonly<Record<string, { readonly even: Triple; readonly idf: Triple }>>;
}

export const BERT_CASES = read<{ cases: readonly BertCase[] }>('bert.json').cases;
