// What is said of anthologies: that one is bound, with its volumes; its booklets; and the same for the whole class.
import { explainNote } from '../../explain.ts';
import { fileNameFor } from '../../file-name.ts';
import { shortKey } from '../conversation/content-hash.ts';
import { styleOf } from '../conversation/session.ts';
import { WORDING as BOOK_WORDING } from '../conversation/wording.ts';
import type { ClassAnthology, Classroom } from './facts.ts';
import { foldedOf, unfolded } from './jobs-owed.ts';
import { fixed, type Owed } from './owed.ts';
import type { AnthologyMessage, ClassButton } from './replies.ts';
import { classButton } from './views.ts';
import { WORDING } from './wording.ts';

export type Part = 'bound' | 'folded' | 'shown';

function isOwed(anthology: ClassAnthology, part: Part): boolean {
  const { bound, folded, shown } = anthology;
  if (!bound || anthology.undelivered) return false;
  if (part === 'bound') return !bound.delivered;
  if (part === 'shown') return shown?.delivered === false;
  return folded?.delivered === false && unfolded(anthology).length === 0;
}

function boundMessage(
  classroom: Classroom,
  anthology: ClassAnthology,
  part: 'bound' | 'shown',
): AnthologyMessage | undefined {
  const { bound, title, books, by, number } = anthology;
  if (!bound) return undefined;
  const { locale } = classroom.settings;
  const words = WORDING[locale];
  const { volumes, cover, notes } = bound;
  const buttons: readonly ClassButton[] = [
    classButton(classroom, { type: 'show', anthology: number }, words.show, 'primary'),
    classButton(classroom, { type: 'fold', anthology: number }, words.fold),
  ];
  const text = part === 'bound' ? words.bound(title, books.length) : words.shown(title);
  return {
    text: volumes.length > 1 ? `${text} ${words.inVolumes(volumes.length)}` : text,
    ...(part === 'bound' && { mention: by }),
    files: volumes.map((volume) => ({ fileName: fileNameFor(volume.title, '.pdf'), pdf: volume.pdf })),
    cover,
    coverAlt: words.coverAlt(title),
    notes: part === 'bound' ? [...new Set(notes.map((note) => explainNote(note, locale)))] : [],
    buttons: part === 'bound' ? buttons : [],
  };
}

function foldedMessage({ settings }: Classroom, anthology: ClassAnthology): AnthologyMessage | undefined {
  const { title, bound, folded = {}, by } = anthology;
  const style = styleOf(folded);
  const pairs = (bound?.volumes ?? []).flatMap((volume) => {
    const booklet = foldedOf(anthology, volume);
    return booklet ? [{ volume, booklet }] : [];
  });
  const paper = [...new Set(pairs.flatMap(({ booklet }) => booklet.paper ?? []))].join(', ');
  if (pairs.length === 0) return undefined;
  const name = BOOK_WORDING[settings.locale].printNames[style];
  return {
    text: WORDING[settings.locale].folded[style](title, paper),
    mention: by,
    files: pairs.map(({ volume, booklet }) => ({
      fileName: fileNameFor(name(volume.title), '.pdf'),
      pdf: booklet.pdf,
    })),
    notes: [],
    buttons: [],
  };
}

const KEYS: Readonly<Record<Part, string>> = { bound: 'bind', folded: 'fold', shown: 'all' };

export function anthologyMessages(classroom: Classroom, place: string, parts: readonly Part[]): readonly Owed[] {
  return classroom.anthologies.flatMap((anthology) =>
    parts
      .filter((part) => isOwed(anthology, part))
      .flatMap((part): readonly Owed[] => {
        const { number, folded } = anthology;
        const drawn =
          part === 'folded' ? foldedMessage(classroom, anthology) : boundMessage(classroom, anthology, part);
        if (!drawn) return [];
        const key = shortKey(KEYS[part], [classroom.id, number, part === 'folded' ? folded?.times : 0]);
        const message = { to: 'class', type: 'anthology', key, anthology: drawn } as const;
        return [fixed(key, place, { type: 'anthology', number, part }, message)];
      }),
  );
}
