// A short trial of an engine: whether it opens and answers, and how long each takes. What it says is of no interest, and
// nothing of anybody's book goes into it. Which engine is tried is left to `index.ts`.
import { loadSharp } from '../raster.ts';
import type { Fields, Locale, Note, Passage } from '../story.ts';
import type { BlipEngine } from './captioner/blip-engine.ts';
import type { Kot5Engine } from './storyteller/kot5-engine.ts';
import type { CallOptions, Captioner, KeywordSuggester, Storyteller, Translator } from './types.ts';

/** In milliseconds. */
export interface Trial {
  /** What loading the model took; absent for engines that have none here. */
  readonly opening?: number;
  readonly answering: number;
  /** It answered, but poorer than it should: why, as for a book. */
  readonly note?: Note;
}

const FIELDS: Fields = { name: '별이', i_action: '달을 본다', classification: '자연탐구' };
const FEW = 8;
const CAPTION: Passage = { text: 'a red ball', locale: 'en', source: { kind: 'person' } };

const withNote = (note: Note | undefined): Pick<Trial, 'note'> => (note ? { note } : {});
const noteIn = (passages: readonly (Passage | undefined)[]) => withNote(passages.find((one) => one?.note)?.note);

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly took: number }> {
  const from = performance.now();
  const result = await work();
  return { result, took: performance.now() - from };
}

/** A red ball on white, as small as captioners are used to. */
async function smallPicture(): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const ball =
    '<svg width="64" height="64"><rect width="64" height="64" fill="#fff"/><circle cx="32" cy="32" r="20" fill="#d33"/></svg>';
  return sharp(Buffer.from(ball)).png().toBuffer();
}

interface Closable {
  close(): Promise<void>;
}

/** Opens something large, has it do something small, and closes it again. */
async function tryOpened<E extends Closable>(
  open: () => Promise<E>,
  use: (engine: E) => Promise<unknown>,
): Promise<Trial> {
  const { result: engine, took: opening } = await timed(open);
  try {
    const { took: answering } = await timed(() => use(engine));
    return { opening, answering };
  } finally {
    await engine.close();
  }
}

export async function tryBlip(open: () => Promise<BlipEngine>, options: CallOptions): Promise<Trial> {
  const picture = await smallPicture();
  return tryOpened(open, (engine) => engine.caption([picture], { ...options, settings: { maxLength: FEW } }));
}

export const tryKot5 = (open: () => Promise<Kot5Engine>, options: CallOptions): Promise<Trial> =>
  tryOpened(open, (engine) =>
    engine.write([{ caption: '', fields: FIELDS }], { ...options, settings: { maxLength: FEW } }),
  );

export async function tryCaptioner(captioner: Captioner, options: CallOptions): Promise<Trial> {
  const bytes = await smallPicture();
  const size = { size: bytes.length, width: 64, height: 64 };
  const picture = { key: 'trial', mediaType: 'image/png', sha256: '0'.repeat(64), ...size };
  const { result, took } = await timed(() => captioner.caption([{ picture, bytes }], options));
  return { answering: took, ...noteIn(result) };
}

/** @param isLazy the model is loaded with the first text, so that the second tells what the first would have taken. */
export async function tryTranslator(translator: Translator, isLazy: boolean, options: CallOptions): Promise<Trial> {
  const translate = () => timed(() => translator.translate([CAPTION], 'ko', options));
  const { result, took: first } = await translate();
  if (!isLazy) return { answering: first, ...noteIn(result) };
  const { took: second } = await translate();
  return { opening: Math.max(0, first - second), answering: second, ...noteIn(result) };
}

export async function trySuggester(suggester: KeywordSuggester, locale: Locale, options: CallOptions): Promise<Trial> {
  const request = { locale, scene: { fields: FIELDS }, others: [] };
  const { result, took } = await timed(() => suggester.keywords(request, options));
  return { answering: took, ...withNote(result.note) };
}

export async function tryStoryteller(storyteller: Storyteller, locale: Locale, options: CallOptions): Promise<Trial> {
  const manuscript = { locale, level: '저학년', seed: 1, scenes: [{ fields: FIELDS }] } as const;
  const { result, took } = await timed(() => storyteller.tell(manuscript, [0], options));
  return { answering: took, ...noteIn(result) };
}
