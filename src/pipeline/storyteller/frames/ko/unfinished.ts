// Sentences that were begun and not written to their end: 그리고 물을. What they name is all that can be told of them,
// so that no particle is ever put after another. What is finished is read by `clause.ts`.
import { NOUNS_LIKE_VERBS } from './nouns.ts';
import { particle } from './particles.ts';

const LINK = /^(?:그리고|그래서|그런데|근데|하지만|그러나|그러자|그러다가?|그러고는|또|결국|마침내)(?:,? |$)/;
/** Hardly a noun ends in these. */
const SURE = /(?<=[가-힣A-Za-z0-9])(?:에서는?|에게서?|에게는|한테서?|한테는|께서는?|으로|까지|부터|에는?)$/;
/** Nouns end in these too: they are taken off nouns that are known. */
const PAIRS = ['은/는', '이/가', '과/와', '이랑/랑'] as const;
/** A word inside that has a particle already: what is left at the end is not all. */
const MARKED = /(?:[을를]|에서|에게|한테|으로|[가-힣][이가은는에도]) /;
/** 자라는 grows and 오리는 cuts. */
const FORMS = /^(?:자라|오리|다리|구두)는$/;

const marked = (word: string, noun: string): boolean => PAIRS.some((pair) => word === noun + particle(noun, pair));

function bare(word: string): string {
  const object = word.slice(0, -1);
  const isObject = /[가-힣A-Za-z0-9]$/.test(object) && word === object + particle(object, '을/를');
  if (NOUNS_LIKE_VERBS.has(word)) return word;
  if (isObject || /[가-힣]{2}만$/.test(word)) return object;
  const noun = [object, word.slice(0, -2)].find((each) => NOUNS_LIKE_VERBS.has(each) && marked(word, each));
  return noun ?? word.replace(SURE, '');
}

/** Whether `body` cannot be a verb's form though it looks like one: 그리고, 토끼는, 놀이터에서. */
export const isUnfinished = (body: string): boolean =>
  LINK.exec(body)?.[0] === body ||
  /[가-힣]에서$/.test(body) ||
  (!/ /.test(body) &&
    !FORMS.test(body) &&
    NOUNS_LIKE_VERBS.has(body.slice(0, -1)) &&
    body.length > 2 &&
    /[은는와과]$/.test(body));

/** 그리고 서연이는: whose page it is, and no more. */
export function isLoneName(body: string, names: readonly string[]): boolean {
  const rest = body.replace(LINK, '').trim();
  return names.some((name) => marked(rest, name) || rest === name + particle(name, '을/를'));
}

/** The thing that `body`, which has no verb, is about; undefined when it names more than one can tell. */
export function namedBy(body: string): string | undefined {
  const rest = body.replace(LINK, '').trim();
  if (rest === '') return undefined;
  const cut = rest.lastIndexOf(' ') + 1;
  const [front, last] = [rest.slice(0, cut), rest.slice(cut)];
  const noun = bare(last);
  return noun !== last && MARKED.test(front) ? undefined : front + noun;
}
