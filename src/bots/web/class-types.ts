// What the class's page is told: everything that it draws, as plain data. Both the server and the page's own script know
// it by these types.
import type { ClassForm, ClassView } from '../classroom/replies.ts';
import type { Problem } from '../conversation/forms.ts';
import type { LeafView, NoticeView } from './view-types.ts';

/** A book that a teacher is to look at, with all its pages. */
export interface WaitingView {
  readonly thread: string;
  readonly label: string;
  readonly title: string;
  readonly request: number;
  readonly pdf: string;
  readonly notes: readonly string[];
  readonly leaves: readonly LeafView[];
}

export interface FileView {
  readonly name: string;
  readonly url: string;
}

export interface AnthologyView {
  readonly number: number;
  readonly title: string;
  /** Empty while it is bound. */
  readonly files: readonly FileView[];
  readonly booklets: readonly FileView[];
  /** What to do with those. */
  readonly how: readonly string[];
  readonly notes: readonly string[];
}

/** A book on the shelf, for everybody. */
export interface ShelvedView {
  readonly label: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly cover: string;
  readonly coverAlt: string;
  readonly pdf: string;
}

/** Whether there is a class, and whether books may begin in it. */
export type ClassState = 'none' | 'open' | 'closed';

export interface ClassPageView {
  readonly state: ClassState;
  /** The summary; the offer of a class where there is none. */
  readonly summary: ClassView;
  readonly waiting: readonly WaitingView[];
  readonly shelf: readonly ShelvedView[];
  readonly anthologies: readonly AnthologyView[];
  readonly notices: readonly NoticeView[];
}

/** What children may know of the class. */
export interface ClassSignView {
  readonly state: ClassState;
  readonly title: string;
  /** Whether only teachers begin books. */
  readonly isForTeachers: boolean;
  readonly shelf: readonly ShelvedView[];
}

export type ClassAnswerView =
  | { readonly type: 'notice'; readonly text: string }
  | { readonly type: 'class-view'; readonly view: ClassView }
  | { readonly type: 'class-form'; readonly form: ClassForm }
  | { readonly type: 'class-problems'; readonly form: ClassForm; readonly problems: readonly Problem[] };

/** The class as it was at some moment; the one with the higher number is the later. */
export interface ClassSeen {
  readonly at: number;
  readonly view: ClassPageView;
}

export interface ClassTold extends ClassSeen {
  readonly answers: readonly ClassAnswerView[];
}
