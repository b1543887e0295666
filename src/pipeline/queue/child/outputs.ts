// What comes back from a worker, by kind of job, as schemas. A worker has decoded strangers' pictures with native code:
// what it says is looked at before it is believed. The types see to it that nothing of `story.ts` is forgotten here.
import { z } from 'zod';
import type { JobKind, JobOutput, Usage } from '../../../jobs.ts';
import {
  type BlobRef,
  type Keywords,
  LOCALES,
  type Note,
  OPTIONAL_FIELDS,
  type PageImage,
  type PageImages,
  type Passage,
  type Picture,
  type Source,
} from '../../../story.ts';

const LOCALE = z.enum(LOCALES);

const FIELDS = ['caption', 'name', 'i_action', 'classification', ...OPTIONAL_FIELDS] as const;

const NOTES = {
  untranslated: z.object({ code: z.literal('untranslated'), locale: LOCALE }),
  instead: z.object({ code: z.literal('instead'), wanted: z.string(), used: z.string() }),
  'left-out': z.object({ code: z.literal('left-out'), fields: z.array(z.enum(FIELDS)) }),
  undrawable: z.object({ code: z.literal('undrawable'), characters: z.array(z.string()) }),
  'reduced-pictures': z.object({ code: z.literal('reduced-pictures'), longSide: z.number() }),
  'moderated-by-list': z.object({ code: z.literal('moderated-by-list') }),
  'coarse-pictures': z.object({
    code: z.literal('coarse-pictures'),
    pictures: z.array(z.object({ number: z.number(), dpi: z.number(), name: z.string().exactOptional() })),
  }),
} satisfies { readonly [C in Note['code']]: z.ZodType<Extract<Note, { readonly code: C }>> };

const NOTE: z.ZodType<Note> = z.union(Object.values(NOTES));

const SOURCE: z.ZodType<Source> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), role: z.literal('teacher').exactOptional() }),
  z.object({ kind: z.enum(['rules', 'model']), engine: z.string() }),
]);

const PASSAGE: z.ZodType<Passage> = z.object({
  text: z.string(),
  locale: LOCALE,
  source: SOURCE,
  note: NOTE.exactOptional(),
  sentences: z.array(z.object({ text: z.string(), source: SOURCE })).exactOptional(),
});

const WORDS = z.array(z.string());
const KEYWORDS: z.ZodType<Keywords> = z.object({ setting: WORDS, action: WORDS, feeling: WORDS });

const USAGE: z.ZodType<Usage> = z.object({
  calls: z.number(),
  input: z.number(),
  output: z.number(),
  services: z.array(z.string()).exactOptional(),
});

const BLOB: z.ZodType<BlobRef> = z.object({ key: z.string(), mediaType: z.string(), size: z.number() });

const PAGE: z.ZodType<PageImage> = z.object({
  key: z.string(),
  mediaType: z.string(),
  size: z.number(),
  width: z.number(),
  height: z.number(),
  text: z.string(),
});

const PAGES: z.ZodType<PageImages> = z.tuple([PAGE], PAGE);

const PICTURE: z.ZodType<Picture> = z.object({
  key: z.string(),
  mediaType: z.string(),
  size: z.number(),
  width: z.number(),
  height: z.number(),
  sha256: z.string(),
  name: z.string().exactOptional(),
});

export const OUTPUTS: { readonly [K in JobKind]: z.ZodType<JobOutput<K>> } = {
  receive: z.object({ picture: PICTURE, thumbnail: BLOB }),
  describe: z.object({
    caption: PASSAGE.exactOptional(),
    withheld: z.literal(true).exactOptional(),
    note: NOTE.exactOptional(),
    used: USAGE.exactOptional(),
  }),
  suggest: z.object({ keywords: KEYWORDS, note: NOTE.exactOptional(), used: USAGE.exactOptional() }),
  entitle: z.object({ titles: WORDS, note: NOTE.exactOptional(), used: USAGE.exactOptional() }),
  write: z.object({ told: z.array(PASSAGE), used: USAGE.exactOptional() }),
  print: z.object({ pdf: BLOB, pages: PAGES, notes: z.array(NOTE), used: USAGE.exactOptional() }),
  bind: z.object({
    volumes: z.array(z.object({ title: z.string(), pdf: BLOB, pageCount: z.number() })),
    cover: PAGE,
    notes: z.array(NOTE),
    used: USAGE.exactOptional(),
  }),
  fold: z.object({ pdf: BLOB, paper: z.string().exactOptional(), sheets: z.number().exactOptional() }),
};
