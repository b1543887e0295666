// A JSON of AI-Hub's fairy-tale illustrations → rows, or what is wrong with it. `null` means absent. Pure.
import { z } from 'zod';
import { CLASSIFICATIONS } from '../../story.ts';
import { strip } from './python-text.ts';
import type { Annotated } from './rows.ts';
import { bookOfStem } from './split.ts';

/** Why an annotation, or one of its entries, gives no row. */
export type AnnotationFault =
  | { readonly kind: 'broken-json' }
  | { readonly kind: 'wrong-shape'; readonly detail: string }
  | { readonly kind: 'missing-field'; readonly detail: string };

/** A row of an annotation that can be used. */
export interface AnnotatedRow {
  readonly row: Annotated;
  /** The book's number, or whatever else stands for it. */
  readonly book: string;
  /** How people described the picture; empty where they did not. */
  readonly described: string;
}

export type ReadEntry = AnnotatedRow | { readonly id: string; readonly fault: AnnotationFault };

/** Numbers where texts are meant, and lists where commas are, are understood. A lone surrogate is no character. */
const text = z
  .union([z.string(), z.number().transform(String), z.array(z.string()).transform((items) => items.join(','))])
  .nullish()
  .transform((value) => (value ?? '').replaceAll('\0', '').toWellFormed());

const entity = z.object({ name: text, i_action: text });
const entry = z.object({
  srcText: text,
  srcImageFile: text,
  character: text,
  setting: text,
  action: text,
  feeling: text,
  causalRelationship: text,
  outcomeResolution: text,
  prediction: text,
  entity: z.array(entity).nullish(),
  imageCaptionInfo: z.object({ classification: text, imageCaption: text }).nullish(),
});
type Entry = z.infer<typeof entry>;

const schema = z.object({ isbn: text, imageInfo: z.array(entry).min(1) });

const REQUIRED = ['srcText', 'name', 'i_action', 'classification'] as const;

/** `신체운동·건강` and the like are what the original's data calls `신체운동_건강`. */
function classificationOf(said: string): string {
  const plain = strip(said).normalize('NFC');
  return CLASSIFICATIONS.find((known) => known === plain.replace(/[\s·ㆍ‧/-]+/gu, '_')) ?? said;
}

const stemOfFile = (file: string): string => (file.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '');

function rowOf(read: Entry, id: string): Annotated {
  const [first] = read.entity ?? [];
  return {
    id,
    srcText: read.srcText,
    name: first?.name ?? '',
    i_action: first?.i_action ?? '',
    classification: classificationOf(read.imageCaptionInfo?.classification ?? ''),
    character: read.character,
    setting: read.setting,
    action: read.action,
    feeling: read.feeling,
    causalRelationship: read.causalRelationship,
    outcomeResolution: read.outcomeResolution,
    prediction: read.prediction,
  };
}

function readEntry(read: Entry, id: string, isbn: string): ReadEntry {
  const row = rowOf(read, id);
  const missing = REQUIRED.filter((field) => strip(row[field]) === '');
  if (missing.length > 0) return { id, fault: { kind: 'missing-field', detail: missing.join(' ') } };
  if (!CLASSIFICATIONS.some((known) => known === row.classification))
    return { id, fault: { kind: 'wrong-shape', detail: 'classification' } };
  return { row, book: strip(isbn) || bookOfStem(id), described: read.imageCaptionInfo?.imageCaption ?? '' };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * One entry for each picture that the JSON tells of.
 * @param stem the name of the JSON without its ending: the id of its row. Where it tells of several pictures, each is
 * known by the name of its own file.
 */
export function readAnnotation(bytes: Uint8Array, stem: string): readonly ReadEntry[] {
  const value = parsed(bytes);
  if (value === undefined) return [{ id: stem, fault: { kind: 'broken-json' } }];
  const read = schema.safeParse(value);
  if (!read.success) {
    const detail = read.error.issues[0]?.path.join('.') ?? '';
    return [{ id: stem, fault: { kind: 'wrong-shape', detail: detail || '{}' } }];
  }
  const { imageInfo: entries, isbn } = read.data;
  return entries.map((each) => {
    const own = entries.length > 1 ? stemOfFile(each.srcImageFile).normalize('NFC') : '';
    return readEntry(each, own || stem, isbn);
  });
}
