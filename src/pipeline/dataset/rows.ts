// The tables of a data set: their columns, in the original's order, and their rows.
import type { Fields } from '../../story.ts';

/** Where a row belongs. */
export const PARTS = ['train', 'val'] as const;
export type Part = (typeof PARTS)[number];

/** What people said of a picture. Texts are as they were given; empty where nothing was. */
export type Annotated = Readonly<Record<'id' | 'srcText' | keyof Fields, string>>;

export const ANNOTATION_COLUMNS = [
  'id',
  'srcText',
  'name',
  'i_action',
  'classification',
  'character',
  'setting',
  'action',
  'feeling',
  'causalRelationship',
  'outcomeResolution',
  'prediction',
] as const satisfies readonly (keyof Annotated)[];

export const CAPTION_COLUMNS = ['id', 'img_path', 'caption'] as const;

export const DATASET_COLUMNS = [
  ...CAPTION_COLUMNS,
  ...ANNOTATION_COLUMNS.slice(1),
  'input_text',
  'output_text',
] as const;

/** The files of a data set, below its folder. */
export const fileOf = (table: 'captions' | 'annotations' | 'dataset', part: Part): string => `${table}_${part}.csv`;
