// What the page is told of a book: everything that it draws, as plain data. Both the server and the page's own script
// know it by these types.
import type { Choice, Form, Problem } from '../conversation/forms.ts';
import type { NextStep } from '../conversation/next-step.ts';

export interface ImageView {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

export interface PageTextView {
  readonly text: string;
  readonly locked: boolean;
  /** Asked to be told again, and not yet told. */
  readonly awaited: boolean;
  /** To be named when it is to be told again. */
  readonly variation: number;
  /** All the texts it has had, where there are several. */
  readonly versions: readonly Choice[];
  readonly chosen: string;
  /** Who had a hand in its words. */
  readonly by: 'engine' | 'people' | 'both';
}

export interface SceneView {
  readonly scene: string;
  readonly number: number;
  readonly state: 'coming' | 'checking' | 'ready' | 'missing';
  /** Of a picture on its way. */
  readonly source?: string;
  readonly name?: string;
  readonly small?: ImageView;
  readonly large?: ImageView;
  readonly alt: string;
  /** Names of required fields that are still empty. */
  readonly missing: readonly string[];
  /** A, B and C. */
  readonly forms: readonly Form[];
  readonly page?: PageTextView;
  /** That its caption is in another language than the book, and what to do about it. */
  readonly foreign?: string;
  /** Whether suggestions for its fields are being looked for. */
  readonly looking: boolean;
  /** What is poorer in what is suggested for its fields. */
  readonly suggestionsNote?: string;
}

/** Where words are that may not be fit for children. */
export interface PlaceView {
  readonly text: string;
  /** Absent for what belongs to the whole book. */
  readonly scene?: string;
  /** The name of a form's field; `text` for the words of a page, whoever wrote them. */
  readonly field: string;
}

/** One sheet of the printed book. */
export interface LeafView extends ImageView {
  /** What a screen reader says of it. */
  readonly text: string;
}

export interface PrintedView {
  /** The wish that it answers; there may be later ones. */
  readonly request: number;
  readonly title: string;
  readonly fileName: string;
  /** Absent where its pages may be looked at, but the book is not handed over yet. */
  readonly pdf?: string;
  /** Whether nothing was changed since. */
  readonly upToDate: boolean;
  readonly notes: readonly string[];
  /** The file of it for printers that was made last. */
  readonly booklet?: {
    readonly url: string;
    readonly name: string;
    /** What to do with it. */
    readonly how: string;
  };
  readonly leaves: readonly LeafView[];
}

export interface ClassPartView {
  readonly label: string;
  readonly state: 'open' | 'paused' | 'closed';
  /** Whether a teacher looks at the book, has given it back, or said yes. */
  readonly review?: 'waiting' | 'approved' | 'returned';
}

export interface RemovedView {
  readonly scene: string;
  readonly alt: string;
  readonly small?: ImageView;
}

export interface NoticeView {
  readonly key: string;
  readonly text: string;
}

export interface OpenView {
  readonly state: 'open';
  readonly heading: string;
  readonly title: string;
  readonly step: NextStep['type'];
  /** The scene that the next step is about. */
  readonly stepScene?: string;
  readonly next: string;
  /** What is going on. */
  readonly status?: string;
  /** Why the making stands still. */
  readonly trouble?: string;
  /** What has to be changed before it can go on. */
  readonly places: readonly PlaceView[];
  /** Captions in another language than the book, before it is made. */
  readonly foreign?: { readonly text: string; readonly scene: string };
  /** What services had a hand in it, where they count. */
  readonly helped?: string;
  readonly titlesNote?: string;
  /** A book is asked for and not yet there; not, when only a page is told again. */
  readonly making: boolean;
  readonly stage: 'look' | 'write' | 'print' | 'deliver' | 'none';
  readonly progress?: { readonly done: number; readonly total: number };
  /** Names the next wish for a book. */
  readonly request: number;
  readonly scenes: readonly SceneView[];
  /** Sources whose bytes are still to come. */
  readonly awaited: readonly string[];
  readonly removed: readonly RemovedView[];
  readonly about: Form;
  readonly room: number;
  /** Most bytes of a file. */
  readonly largest: number;
  readonly book?: PrintedView;
  /** What the class knows the book by, and whether it rests; what only teachers can do with it. */
  readonly classroom?: ClassPartView;
  readonly notices: readonly NoticeView[];
}

export interface DeletedView {
  readonly state: 'deleted';
  readonly heading: string;
  readonly next: string;
}

export type BookView = OpenView | DeletedView;

/** What an action is answered with. */
export type AnswerView =
  | { readonly type: 'notice' | 'saved'; readonly text: string }
  | { readonly type: 'problems'; readonly problems: readonly Problem[] }
  /** Pages that have it before them already need it no more. */
  | { readonly type: 'form'; readonly form: Form };

/** A book as it was at some moment. Answers may overtake each other: the one with the higher number is the later. */
export interface Seen {
  readonly at: number;
  readonly view: BookView;
}

export interface Told extends Seen {
  readonly answers: readonly AnswerView[];
}
