// The words of the house: what a picture, a scene, a page and a book are.
// Plain data that survives JSON.
import { itemsIn } from './items.ts';

/** Language of a text or a book. */
export type Locale = 'ko' | 'en';
export const LOCALES = ['ko', 'en'] as const satisfies readonly Locale[];

/** The five areas of the Nuri curriculum, spelled as the tokens the fine-tuned KoT5 knows. */
export const CLASSIFICATIONS = ['의사소통', '자연탐구', '사회관계', '예술경험', '신체운동_건강'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** Reading levels, youngest first: kindergarten, grades 1–2, grades 3–6. */
export const READING_LEVELS = ['유아', '저학년', '고학년'] as const;
export type ReadingLevel = (typeof READING_LEVELS)[number];

/** Sheets a book can be printed on; their measures are in `render/formats.ts`. */
export const PAGE_FORMATS = ['square', 'a5', 'b5', '46', 'a4'] as const;
export type PageFormat = (typeof PAGE_FORMATS)[number];

/** The optional fields, in the order in which the original lists them. */
export const OPTIONAL_FIELDS = [
  'character',
  'setting',
  'action',
  'feeling',
  'causalRelationship',
  'outcomeResolution',
  'prediction',
] as const;
export type OptionalField = (typeof OPTIONAL_FIELDS)[number];

/** A book holds at most this many pictures, as the original's page promised. */
export const MAX_PICTURES = 10;

/** Most authors that a book names. */
export const MAX_AUTHORS = 40;

/** Longest texts, in characters. */
export const TEXT_LIMITS = {
  title: 200,
  author: 60,
  name: 100,
  field: 500,
  caption: 500,
  text: 5000,
  notice: 200,
} as const;

/** Bytes held elsewhere, by key. */
export interface BlobRef {
  readonly key: string;
  readonly mediaType: string;
  /** Length in bytes. */
  readonly size: number;
}

/** A page of a printed book as an image for screens. */
export interface PageImage extends BlobRef {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What a screen reader says of the page: what its picture shows, then its words. */
  readonly text: string;
}

/** Every page of the file, cover first. */
export type PageImages = readonly [cover: PageImage, ...others: PageImage[]];

/** A picture that has passed the intake: upright, sRGB, without metadata. */
export interface Picture extends BlobRef {
  /** Pixels, after turning upright. */
  readonly width: number;
  readonly height: number;
  /** SHA-256 in hex of the bytes as they were received: printed in the colophon, so that a page can be traced to its upload. */
  readonly sha256: string;
  /** The name it was received under, for people to recognise it by. Never trusted. */
  readonly name?: string;
}

/** Where the small image of a picture is kept. */
export const thumbnailKey = (pictureKey: string): string => pictureKey.replace(/^[^/]+/, 'thumbnails');

/**
 * Who made a text. `rules` is our own grammar without any learned model; `model` is a neural network,
 * and a book whose words came from one carries the AI notice.
 */
export type Source =
  /** Without a role: one of those who make the book. */
  | { readonly kind: 'person'; readonly role?: 'teacher' }
  | { readonly kind: 'rules'; readonly engine: string }
  | { readonly kind: 'model'; readonly engine: string };

/** A text, its language and who made it. Paragraphs are separated by a line feed. */
export interface Passage {
  readonly text: string;
  readonly locale: Locale;
  readonly source: Source;
  /** Set when the text is poorer than what was asked for; shown to the user. */
  readonly note?: Note;
  /**
   * Present where several had a hand in it, if only in how an engine's lines stand: in order, they make up `text` to the
   * character. Then `source` is the only author of its words or, of several, the last; see `authorship.ts`.
   */
  readonly sentences?: readonly Sentence[];
}

/** A part of a text that has one author, with the space that follows it. */
export interface Sentence {
  readonly text: string;
  readonly source: Source;
}

/** Why a result is poorer than asked. Worded for people in `explain.ts`. */
export type Note =
  /** The text is in another language than the book's, because no translator is there. */
  | { readonly code: 'untranslated'; readonly locale: Locale }
  /** The engine asked for could not be used; another, poorer one did the work. */
  | { readonly code: 'instead'; readonly wanted: string; readonly used: string }
  /** What was said of a scene is more than its storyteller can read; these were read only in part, or not at all. */
  | { readonly code: 'left-out'; readonly fields: readonly ('caption' | keyof Fields)[] }
  /** Characters no font can draw were left out of the printed book. */
  | { readonly code: 'undrawable'; readonly characters: readonly string[] }
  /** Pictures were encoded smaller than usual to keep the file under its limit. */
  | { readonly code: 'reduced-pictures'; readonly longSide: number }
  /** The service that looks for words that are not fit for children could not be asked: this program's own list did alone. */
  | { readonly code: 'moderated-by-list' }
  /** Pictures have so few pixels that they look blurred or small in print. */
  | { readonly code: 'coarse-pictures'; readonly pictures: readonly CoarsePicture[] };

/** A picture of the book, how finely its pixels lie in print, and the name of its file if that is known. */
export interface CoarsePicture {
  /** Counted from 1. */
  readonly number: number;
  /** Dots per inch. */
  readonly dpi: number;
  readonly name?: string;
}

/** What the person says about a scene. Optional fields may hold several items, separated by commas. */
export interface Fields {
  /** Who the scene is about. */
  readonly name: string;
  /** What they do. */
  readonly i_action: string;
  readonly classification: Classification;
  readonly character?: string;
  readonly setting?: string;
  readonly action?: string;
  readonly feeling?: string;
  readonly causalRelationship?: string;
  readonly outcomeResolution?: string;
  readonly prediction?: string;
}

/** One picture with what is known of it. */
export interface Scene {
  readonly caption?: Passage;
  readonly fields: Fields;
  /** The page's text as its author wants it, word for word. No engine touches it. */
  readonly text?: string;
  /**
   * What the page says so far. Where it is not to be told, the pages that are told keep to it. Where it is, somebody has
   * asked for another telling: the page is to come out differently.
   */
  readonly told?: string;
}

/** What may be tapped instead of typed, best first. */
export interface Keywords {
  readonly setting: readonly string[];
  readonly action: readonly string[];
  readonly feeling: readonly string[];
}
export const KEYWORD_KINDS = ['setting', 'action', 'feeling'] as const satisfies readonly (keyof Keywords)[];

/** All that a storyteller may know of a book before its text exists. */
export interface Manuscript {
  readonly title?: string;
  readonly locale: Locale;
  readonly level: ReadingLevel;
  /** The same manuscript and seed give the same text. */
  readonly seed: number;
  readonly scenes: readonly Scene[];
}

/** A scene with its picture and its told text: one page of the book. */
export interface Page {
  readonly picture: Picture;
  readonly scene: Scene;
  readonly told: Passage;
}

/** A finished book, ready to be printed. */
export interface Book {
  readonly title: string;
  readonly locale: Locale;
  readonly level: ReadingLevel;
  readonly authors: readonly string[];
  readonly pages: readonly Page[];
  /** Larger letters, set wider and further apart, for those who read with effort. */
  readonly roomy?: true;
  /** What is said, in its place, where the book would say that an AI helped; at most `TEXT_LIMITS.notice`. Never left out. */
  readonly notice?: string;
}

/** Finished books of many, to be bound into one. */
export interface Anthology {
  readonly title: string;
  /** Language of what the anthology says itself; each book keeps its own. */
  readonly locale: Locale;
  /** Who made it together, such as 3학년 2반. */
  readonly className?: string;
  /** In the order of their chapters. Its own pages are set larger where every book is. */
  readonly books: readonly Book[];
}

/** The title of a book: the given one, else one made from whoever the first scene is about. */
export function titleFor({ title, locale, scenes }: Pick<Manuscript, 'title' | 'locale' | 'scenes'>): string {
  const given = title?.trim();
  if (given) return given;
  const hero = itemsIn(scenes[0]?.fields.name ?? '')[0];
  if (locale === 'ko') return hero ? `${hero}의 이야기` : '우리들의 이야기';
  return hero ? `The Story of ${hero}` : 'Our Story';
}
