// How a book begins, how a page takes it up again, and how it comes to rest.
import type { Pattern } from '../deck.ts';
import { ANY, GLAD, lines, type Scene, say } from './context.ts';

export interface Intro extends Scene {
  /** The subject as first met: "a rabbit", "Mia". */
  readonly first: string;
  readonly proper: boolean;
  /** "in the forest", when the page has a place that may be told here. */
  readonly at?: string;
}

export const INTRO: readonly Pattern<Intro>[] = [
  say('intro.once', (c) => !c.proper && c.at === undefined && `once upon a time, there ${c.was} ${c.first}`),
  say('intro.once-at', (c) => !c.proper && c.at !== undefined && `once upon a time, there ${c.was} ${c.first} ${c.at}`),
  say('intro.begins-at', (c) => c.at !== undefined && `our story begins ${c.at}`),
  say('intro.story-of', (c) => c.outside && `this is the story of ${c.first}`),
  say('intro.meet', (c) => c.outside && c.proper && `meet ${c.first}!`),
  say('intro.hello', (c) => c.outside && c.proper && `say hello to ${c.first}!`),
  say('intro.here', (c) => c.outside && c.proper && (c.plural ? `here come ${c.first}!` : `here comes ${c.first}!`)),
  say('intro.begins-with', (c) => c.outside && `our story begins with ${c.first}`),
  say('intro.once-in', (c) => c.at !== undefined && c.outside && `there ${c.was} ${c.first}, ${c.at}`),
];

/** Before the main sentence of a middle page. */
export const LEAD: readonly Pattern<Scene>[] = [
  ...lines<Scene>('lead', ANY, [
    'and the story went on',
    'turn the page and see!',
    'but that was not all',
    'there was more to come',
    'wait until you hear this',
    'and there is more to tell',
    'one thing leads to another',
    'can you guess what comes now?',
    'keep your eyes open for this part',
  ]),
  say('lead.new-face', (c) => !c.met && c.outside && 'and who was this?'),
];

/** The last words of a book that has no tomorrow of its own. */
export const CLOSING: readonly Pattern<Scene>[] = [
  ...lines<Scene>('closing', GLAD, [
    'what a day it had been!',
    'and that was the end of a very good day',
    'it was a day to keep forever',
  ]),
  ...lines<Scene>('closing', ['quiet'], ['and then all was still', 'shh, let us close the book softly']),
  ...lines<Scene>(
    'closing',
    ['blue'],
    ['and tomorrow would be a new day', 'even a hard day has an end, and a new one comes'],
  ),
  ...lines<Scene>('closing', ANY, [
    'and there our story rests, until the next time',
    'the book can close now, but the story will wait',
    'and that is how it was',
  ]),
  say('closing.story-of', (c) => c.outside && `and that is the story of ${c.name}`),
  say('closing.talk', (c) => c.classification === '의사소통' && '“Read it again,” says somebody'),
  say('closing.nature', (c) => c.classification === '자연탐구' && 'and there was still so much to wonder about'),
  say('closing.social', (c) => c.classification === '사회관계' && 'a story is best when it is shared'),
  say('closing.art', (c) => c.classification === '예술경험' && 'and the colors of that day never faded'),
  say('closing.body', (c) => c.classification === '신체운동_건강' && 'breathe in, breathe out, and rest'),
];
