// Small words that are left out in quick typing: "kick ball", "reads a book to bear", "looks at moon".
// Only where the missing article is beyond doubt; everything else stays as it is typed.
import { withArticle } from './articles.ts';
import { isBeing, isSingular } from './noun-list.ts';
import { knownVerb } from './verbs.ts';

const POINTS = /^(?:to|with|for|at|from|by|behind|beside|near|toward|towards|of)$/;
const HOLDS = /^(?:at|on|in|under|with|into|behind|inside|near|over|onto|from)$/;
const JOINS = /^(?:and|then|but|or)$/;
const MEAT = /^(?:fish|chicken|lamb|turkey|duck)$/;
const ONE_OF_A_KIND = /^(?:sun|moon|sky|wind)$/;
/** Eaten by the plate rather than by the piece: "eat cake", but "bake a cake". */
const DISH = /^(?:pizza|cake|pie|candy|watermelon|pumpkin)$/;
const EAT = /^(?:eat|share|have|taste|like|love)$/;
/** Said without an article after some word or other: "play house", "go to bed", "in class". */
const BARE =
  /^(?:school|bed|home|house|ball|train|bus|car|bike|boat|plane|school|guitar|piano|violin|drum|light|party|play|letter|surprise|secret|face|hand|foot|face|meal|snack|breakfast|plant)$/;

/** "hugs bear", "plays with friend". */
function completedBeing(word: string, after: string | undefined): string {
  if (after === undefined ? MEAT.test(word) : !POINTS.test(after)) return word;
  if (after === 'to' && knownVerb(word) !== undefined) return word;
  return /^(?:friend|classmate|neighbor|stranger)$/.test(word) ? withArticle(word) : `the ${word}`;
}

/** "kick ball", "sits on chair". */
function completedThing(word: string, after: string | undefined, verb: string): string {
  const held = after === undefined ? !/^(?:go|come|play)$/.test(verb) : HOLDS.test(after);
  const rope = word === 'rope' && /^(?:jump|skip)$/.test(verb);
  const doubtful = after === undefined ? /^(?:school|bed|home|house|light|play|party)$/ : BARE;
  const plated = after === undefined && DISH.test(word) && (EAT.test(verb) || word === 'pizza');
  if (!held || rope || plated || doubtful.test(word)) return word;
  return ONE_OF_A_KIND.test(word) ? `the ${word}` : withArticle(word);
}

/** The word with its article, or as it is. `after` is the word before it; undefined directly after the verb. */
function completed(word: string, after: string | undefined, verb: string): string {
  if (after === undefined && /^(?:|be|become|get)$/.test(verb)) return word;
  return isBeing(word) ? completedBeing(word, after) : completedThing(word, after, verb);
}

/** The words after a verb (`verb` is its base), with the articles they plainly lack. */
export function withArticles(words: readonly string[], verb: string): readonly string[] {
  return words.map((word, at) => {
    const ends = at === words.length - 1 || JOINS.test((words[at + 1] ?? '').toLowerCase());
    if (!ends || !/^[a-z]+$/.test(word) || !isSingular(word)) return word;
    return completed(word, at === 0 ? undefined : (words[at - 1] ?? '').toLowerCase(), verb);
  });
}
