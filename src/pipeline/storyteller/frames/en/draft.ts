// A page in the making: the lines so far, whom it is about, and how much room is left.
import type { Choice, PagePlan } from '../types.ts';
import type { Cast, Names } from './cast.ts';
import type { Deck, Pattern } from './deck.ts';
import type { Figure } from './figures.ts';
import type { Measure } from './levels.ts';
import type { Mood, Scene } from './patterns/context.ts';
import type { Readers } from './reading.ts';
import { type Subject, sceneOf } from './subject.ts';
import { mentions } from './text.ts';

export interface Line {
  readonly text: string;
  /** Absent when the sentence is the person's own. */
  readonly pattern?: string;
  /** Its place among the sentences of that pattern: some say two. */
  readonly part: number;
}

/** What the pages of a book share. */
export interface Shared {
  readonly cast: Cast;
  readonly deck: Deck;
  readonly choice: Choice;
  readonly names: Names;
  readonly measure: Measure;
  /** Everybody the book names. */
  readonly everyone: readonly Figure[];
}

export interface Draft {
  readonly page: PagePlan;
  readonly subject: Subject;
  readonly others: readonly Figure[];
  readonly readers: Readers;
  readonly mood: Mood;
  /** Death, illness, blows: nothing is added and nothing called out. */
  readonly grave: boolean;
  readonly shared: Shared;
  readonly lines: () => readonly Line[];
  /** The subject as the next sentence should call it. */
  readonly scene: () => Scene;
  /** Sentences that may be added beyond what the fields still owe. */
  readonly spare: () => number;
  /** One field less to come. */
  readonly settle: () => void;
  /** Tells by one of `patterns`; false when none of them is right. */
  readonly tell: <C>(patterns: readonly Pattern<C>[], context: C) => boolean;
  /** The person's own sentence, word for word. */
  readonly own: (text: string) => void;
}

export interface DraftOptions {
  readonly page: PagePlan;
  readonly subject: Subject;
  readonly others: readonly Figure[];
  readonly readers: Readers;
  readonly mood: Mood;
  readonly grave: boolean;
  readonly shared: Shared;
  /** Sentences that the fields will need at least. */
  readonly owed: number;
}

/** The pattern without its calls. */
const quietly = <C>({ id, write }: Pattern<C>): Pattern<C> => ({
  id,
  write: (context) => write(context)?.map((sentence) => sentence.replace(/(?<=[\p{L}\p{N}])!$/u, '.')),
});

export function createDraft(options: DraftOptions): Draft {
  const { owed: first, ...given } = options;
  const { page, subject, shared, mood } = given;
  const { cast, deck, measure } = shared;
  const lines: Line[] = [];
  let owed = first;

  /** Who is named in the line is known from now on. */
  const add = (line: Line): void => {
    lines.push(line);
    cast.meet(shared.everyone.filter((figure) => !cast.has(figure) && mentions(line.text, figure.key)));
  };
  const spare = (): number => measure.most - lines.length - owed;
  return {
    ...given,
    lines: () => lines,
    scene: () => {
      const name = cast.call(subject.figures);
      const named = lines.some((line) => mentions(line.text, name));
      return sceneOf(page, subject, cast, mood, named);
    },
    spare,
    settle: () => {
      owed = Math.max(0, owed - 1);
    },
    tell: (patterns, context) => {
      const calm = given.grave ? patterns.map(quietly) : patterns;
      const dealt = deck.deal(calm, context, { words: measure.words, room: Math.max(1, spare() + 1) });
      dealt?.sentences.forEach((text, part) => {
        add({ text, pattern: dealt.pattern, part });
      });
      return dealt !== undefined;
    },
    own: (text) => {
      add({ text, part: 0 });
      deck.note(text);
    },
  };
}
