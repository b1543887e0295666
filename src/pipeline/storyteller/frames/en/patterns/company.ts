// Those who are in the scene besides its subject, and what else the subject does.
import type { Pattern } from '../deck.ts';
import { type Scene, say } from './context.ts';

export interface Company extends Scene {
  /** "a bear and a bird", or "the bear and the bird" once met. */
  readonly others: string;
  readonly many: boolean;
  /** All of them stood on an earlier page. */
  readonly back: boolean;
  /** All are called by names, so they can be greeted. */
  readonly allNamed: boolean;
}

const were = (c: Company): string => (c.many ? 'were' : 'was');

export const COMPANY: readonly Pattern<Company>[] = [
  say('company.too', (c) => `${c.others} ${were(c)} there, too`),
  say('company.with', (c) => `${c.others} ${were(c)} with ${c.them}`),
  say('company.beside', (c) => `right beside ${c.them} ${were(c)} ${c.others}`),
  say('company.company', (c) => c.mood !== 'blue' && `${c.others} kept ${c.them} company`),
  say(
    'company.not-alone',
    (c) =>
      c.outside && !c.plural && c.mood !== 'bright' && `${c.s} ${c.was} not alone, for ${c.others} ${were(c)} there`,
  ),
  say('company.again', (c) => c.back && `${c.others} ${were(c)} there again`),
];

export interface More extends Scene {
  readonly past: string;
  readonly ing?: string;
  readonly still: boolean;
}

export const MORE: readonly Pattern<More>[] = [
  say('more.then', (c) => `then ${c.s} ${c.past}`),
  say('more.after', (c) => `after that, ${c.s} ${c.past}`),
  say('more.next', (c) => `next, ${c.s} ${c.past}`),
  say('more.and-then', (c) => `and then ${c.s} ${c.past}`),
  say('more.a-little-later', (c) => `a little later, ${c.s} ${c.past}`),
];

/** A clause with its own subject, where a phrase was expected. */
export interface Told extends Scene {
  readonly clause: string;
}

export const MEANWHILE: readonly Pattern<Told>[] = [
  say('meanwhile.plain', (c) => c.clause),
  say('meanwhile.and', (c) => `and ${c.clause}`),
  say('meanwhile.at-the-same-time', (c) => `at the same time, ${c.clause}`),
  say('meanwhile.there', (c) => `just then, ${c.clause}`),
];

/** Where a scene plays, when its main sentence cannot hold it. */
export interface Where extends Scene {
  readonly at: string;
}

export const WHERE: readonly Pattern<Where>[] = [
  say('where.happened', (c) => `it happened ${c.at}`),
  say('where.all-this', (c) => `all this was ${c.at}`),
  say('where.there', (c) =>
    `there they were, ${c.at}`.replace('there they were', c.plural ? 'there they were' : `there ${c.was} ${c.full}`),
  ),
];

export interface Loose extends Scene {
  readonly text: string;
}

/** Settings and characters that could not be read. */
export const LOOSE: readonly Pattern<Loose>[] = [
  say('loose.where', (c) => `this is where it was: ${c.text}`),
  say('loose.here', (c) => `it was here: ${c.text}`),
];
