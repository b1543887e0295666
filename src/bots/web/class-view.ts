// The facts of the page's class as people are told of them. Pure; drawing them is the page's own business.
import { explainNote } from '../../explain.ts';
import { fileNameFor } from '../../file-name.ts';
import type { Locale } from '../../story.ts';
import type { ClassAnthology, ClassPlace, Classroom, FoldedVolume } from '../classroom/facts.ts';
import { labelOf } from '../classroom/labels.ts';
import { offerView } from '../classroom/settings-view.ts';
import { shelfOf } from '../classroom/shelf.ts';
import { summaryView } from '../classroom/summary-view.ts';
import { WORDING } from '../classroom/wording.ts';
import { notesOf } from '../conversation/messages-owed.ts';
import { howToPrint } from '../conversation/printing.ts';
import { type OpenSession, styleOf } from '../conversation/session.ts';
import { WORDING as BOOK_WORDING } from '../conversation/wording.ts';
import type {
  AnthologyView,
  ClassPageView,
  ClassSignView,
  ClassState,
  FileView,
  ShelvedView,
  WaitingView,
} from './class-types.ts';
import { leavesOf, TEACHERS } from './view.ts';
import type { NoticeView } from './view-types.ts';

function waitingView(session: OpenSession, locale: Locale): readonly WaitingView[] {
  const { book, room, thread } = session;
  if (!book || !room) return [];
  const base = `${TEACHERS}/b/${thread}`;
  const { title, request } = book;
  const pdf = `${base}/book.pdf?of=${request}`;
  const notes = notesOf(session, book, locale);
  return [{ thread, label: room.label, title, request, pdf, notes, leaves: leavesOf(base, book) }];
}

export function shelfViews(classroom: Classroom | undefined, locale: Locale): readonly ShelvedView[] {
  if (!classroom) return [];
  return shelfOf(classroom).map(({ book, approved }) => {
    const base = `/shelf/${book.key}`;
    const { title, authors, request } = approved;
    return {
      label: labelOf(classroom, book),
      title,
      authors,
      cover: `${base}/cover.jpg?of=${request}`,
      coverAlt: WORDING[locale].coverAlt(title),
      pdf: `${base}/book.pdf?of=${request}`,
    };
  });
}

/** Of a volume's file for printers. */
export function bookletTitle({ bound }: ClassAnthology, booklet: FoldedVolume, locale: Locale): string {
  const volume = bound?.volumes.find(({ pdf }) => pdf.key === booklet.of);
  return BOOK_WORDING[locale].printNames[styleOf(booklet)](volume?.title ?? '');
}

function anthologyView(anthology: ClassAnthology, locale: Locale): AnthologyView {
  const { number, title, bound } = anthology;
  const files = (kind: string, names: readonly string[]): readonly FileView[] =>
    names.map((name, index) => {
      return { name: fileNameFor(name, '.pdf'), url: `${TEACHERS}/anthologies/${number}/${kind}-${index + 1}.pdf` };
    });
  const volumes = bound?.volumes ?? [];
  return {
    number,
    title,
    files: files(
      'volume',
      volumes.map((volume) => volume.title),
    ),
    booklets: files(
      'booklet',
      (anthology.folded?.booklets ?? []).map((booklet) => bookletTitle(anthology, booklet, locale)),
    ),
    how: [...new Set((anthology.folded?.booklets ?? []).map((booklet) => howToPrint(booklet, booklet, locale)))],
    notes: (bound?.notes ?? []).map((note) => explainNote(note, locale)),
  };
}

export interface ClassViewOptions {
  readonly place: ClassPlace;
  /** `undefined` where there is no class yet. */
  readonly classroom: Classroom | undefined;
  /** The books that a teacher is to look at. */
  readonly waiting: readonly OpenSession[];
  readonly notices: readonly NoticeView[];
  readonly locale: Locale;
}

function stateOf(classroom: Classroom | undefined): ClassState {
  if (!classroom) return 'none';
  return classroom.settings.on ? 'open' : 'closed';
}

export function classPageView({ place, classroom, waiting, notices, locale }: ClassViewOptions): ClassPageView {
  return {
    state: stateOf(classroom),
    summary: classroom ? summaryView({ classroom, locale }) : offerView(place, locale),
    waiting: waiting.flatMap((session) => waitingView(session, locale)),
    shelf: shelfViews(classroom, locale),
    anthologies: (classroom?.anthologies ?? []).map((anthology) => anthologyView(anthology, locale)),
    notices,
  };
}

export function classSignView(classroom: Classroom | undefined, locale: Locale): ClassSignView {
  const state = stateOf(classroom);
  const { title = '', starters = 'everyone' } = classroom?.settings ?? {};
  const isForTeachers = state === 'open' && starters === 'teachers';
  return { state, title, isForTeachers, shelf: shelfViews(classroom, locale) };
}
