// Clauses of a page that belong in one sentence: two short doings, a feeling that makes somebody act,
// and for older children what came of it. Which line says the sentence is left to `told.ts`.
import { type Clause, type Predicate, say } from './clause.ts';
import { isFelt, readFeeling } from './emotion.ts';
import { isDenied, isReached, isSad, isThwarted } from './lines/inner.ts';
import type { Teller } from './teller.ts';
import { isChain, OPENED, WHEN } from './told.ts';
import type { View } from './view.ts';

/** 어절 a sentence may have, by reading level. */
export const LONG = { 유아: 5, 저학년: 8, 고학년: 14 } as const;

export const wordsIn = (text: string): number => text.trim().split(' ').length;
export const plainly = (clause: Clause | undefined): clause is Predicate =>
  clause?.kind === 'predicate' && clause.mood === 'plain' && (clause.subject === 'none' || clause.subject === 'name');
const isDoing = (clause: Clause | undefined): clause is Predicate => plainly(clause) && clause.verb.kind === 'verb';

/** 먹고 그리고 says it twice. */
const AND = /^(?:그리고|그러고는|또|그다음에는?),? /;
const led = (clause: Predicate): string => clause.before.replace(AND, '');

/** `second` behind `lead` in one sentence. */
const behind = (lead: string, second: Predicate, loud: boolean): Predicate => ({
  ...second,
  before: `${lead} ${led(second)}`,
  subject: 'none',
  loud: loud || second.loud,
});

/** 졸려서 잤다, 배가 고파서 먹었다: the feeling comes before what it makes somebody do. */
const MOTIVES: readonly (readonly [feeling: RegExp, doing: RegExp])[] = [
  [/졸리|피곤|지치|힘들/, /(?:^| )(?:자|눕|쉬|잠들|잠자|주무시)$|잠들|쉬$/],
  [/고프/, /먹|간식|식사/],
  [/목이? ?마르/, /마시/],
  [/무섭|두렵|겁/, /도망|숨$|울$|달아나/],
  [/슬프|속상|서럽|아프/, /(?:^| )울$|울음/],
];

/** The page without such a feeling, and the feeling as what makes the first doing be done. */
function motivated(view: View): { readonly view: View; readonly motive: string } {
  const calm = { view, motive: '' };
  const [first] = view.main;
  const felt = view.feelings.flatMap((item) => readFeeling(item, view.names));
  const [feeling] = felt;
  if (!isDoing(first) || feeling === undefined || felt.length !== 1 || !isFelt(feeling)) return calm;
  if (feeling.mood !== 'plain' || OPENED.test(first.before) || WHEN.test(first.before) || /서 /.test(first.before))
    return calm;
  const feels = feeling.before + feeling.verb.stem;
  const does = first.before + first.verb.stem;
  if (!MOTIVES.some(([of, to]) => of.test(feels) && to.test(does))) return calm;
  return { view: { ...view, feelings: [] }, motive: `${say(feeling, 'because')} ` };
}

/** 꽃이 피었다 because 해가 비춰 주어서 꽃이 피었다: the effect is what is told already. */
function withoutEcho(view: View): View {
  const [first] = view.main;
  const causes = view.causes.map((cause): Clause => {
    const same = first?.kind === 'predicate' && cause.kind === 'predicate' && cause.verb.stem === first.verb.stem;
    const reason = same && first.verb.stem !== '하' ? /^(.*[가-힣](?<!에)서) /.exec(cause.before)?.[1] : undefined;
    return reason === undefined ? cause : { kind: 'reason', text: reason };
  });
  return { ...view, causes };
}

/** What shows in a face or a voice goes on beside the rest: 떡을 먹으며 웃었어요. */
const BESIDE = /(?:웃|울|노래하|부르|말하|흔들|소리치|외치|인사하)$/;

function joinedDoings(first: Predicate, second: Predicate, view: View): Predicate | undefined {
  if (/[가-힣](?:고|며|면서) /.test(first.before) || OPENED.test(led(second))) return undefined;
  const beside = view.level === '고학년' && BESIDE.test(second.verb.stem) && !/며 /.test(second.before);
  const both = behind(say(first, beside ? 'while' : 'and'), second, first.loud);
  const most = LONG[view.level] + (view.level === '유아' ? 1 : 0);
  return wordsIn(say(both, 'past')) + wordsIn(view.who) <= most ? both : undefined;
}

/** Words in front that say with whom, where or how, and nothing that is done. */
const BESIDES = /^(?:[가-힣]+(?:에서|[와과랑]|하고|[게히]) )*$/;

/** 놀았다 and 뛰어 놀기 are one doing: the fuller of the two says both. */
function asOne(first: Clause | undefined, second: Clause | undefined): Predicate | undefined {
  if (!isDoing(first) || !isDoing(second) || first.verb.stem !== second.verb.stem) return undefined;
  const [one, other] = [first.before, led(second)];
  if (OPENED.test(one) || /(?:^| )[안못] $/.test(one + other) || first.verb.stem === '하') return undefined;
  if (one === '') return { ...second, before: other };
  if (other === '' || one === other) return first;
  const joins = BESIDES.test(one) && !/(?:[을를]|에서|[와과랑]) /.test(other);
  return joins ? { ...second, before: one + other } : undefined;
}

/** Doings that follow each other and are one, told once. */
function withoutRepeats(view: View): View {
  const [first, ...others] = view.main;
  const [next, ...more] = others.length > 0 ? others : view.more;
  const one = asOne(first, next);
  if (one === undefined) return view;
  return others.length > 0 ? { ...view, main: [one, ...more] } : { ...view, main: [one], more };
}

/** Two short doings in one sentence: 당근을 먹고 물을 마셨어요. */
function merged(view: View, teller: Teller): View {
  const { main, more } = view;
  const [first] = main;
  const second = main.length > 1 ? main[1] : more[0];
  if (!isDoing(first) || !isDoing(second)) return view;
  const both = joinedDoings(first, second, view);
  if (both === undefined || (view.level === '저학년' && !teller.maybe(0.6))) return view;
  return main.length > 1 ? { ...view, main: [both, ...main.slice(2)] } : { ...view, main: [both], more: more.slice(1) };
}

/** The second and third thing done besides, for older children. */
function mergedMore(view: View): View {
  const [first, second, ...rest] = view.more;
  if (view.level !== '고학년' || !isDoing(first) || !isDoing(second)) return view;
  const both = joinedDoings(first, second, view);
  return both === undefined ? view : { ...view, more: [both, ...rest] };
}

/** What takes its time does not follow at once. */
const SLOW = /(?:자라|피|크|열리|되|지)$/;
const isFree = (clause: Predicate): boolean => clause.mood === 'plain' && !OPENED.test(clause.before);

export interface Woven {
  readonly view: View;
  /** The first clause goes on to somebody else's doing. */
  readonly turning: boolean;
  /** 졸려서, with its blank: the feeling behind the first clause. */
  readonly motive: string;
}

/** 달을 바라보았지만 손이 닿지 않았어요; 두드리자 곰이 깼어요; 당긴 끝에 이겼어요. */
function withOutcome(view: View): Omit<Woven, 'motive'> {
  const [first, ...others] = view.main;
  const plain = { view, turning: false };
  if (view.level !== '고학년' || !isDoing(first) || others.length + view.more.length > 0) return plain;
  const [cause, ...causes] = view.causes;
  if (cause?.kind === 'predicate' && causes.length === 0 && isFree(cause) && isChain(cause) && isThwarted(cause)) {
    return { view: { ...view, main: [behind(`${say(first, 'though')},`, cause, false)], causes: [] }, turning: true };
  }
  const [outcome, ...outcomes] = view.outcomes;
  if (outcome?.kind !== 'predicate' || view.causes.length + view.feelings.length + outcomes.length > 0) return plain;
  if (!isFree(outcome) || outcome.verb.kind !== 'verb') return plain;
  if (outcome.subject === 'own' && !SLOW.test(outcome.verb.stem) && !isDenied(first) && !isSad(outcome)) {
    return { view: { ...view, main: [behind(say(first, 'upon'), outcome, false)], outcomes: [] }, turning: true };
  }
  const strove = isReached(outcome) && plainly(outcome) && !view.grave;
  if (!strove || isReached(first)) return plain;
  const told = behind(`${say(first, 'pastModifier')} 끝에 마침내`, outcome, false);
  return { view: { ...view, main: [told], outcomes: [] }, turning: false };
}

/** The page with its clauses joined as its level likes it. */
export function woven(given: View, teller: Teller): Woven {
  const { view, motive } = motivated(withoutEcho(withoutRepeats(given)));
  return { ...withOutcome(merged(mergedMore(view), teller)), motive };
}
