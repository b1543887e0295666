// Feelings into sentences: shown in a face or a step where their family is known, named where it is not.
// What only things are, 맛있다 or 무겁다, is told as what it is.
import { type Clause, type Predicate, readClauses, say } from './clause.ts';
import { type Family, familyOf, feltForm, isDark, SIGNS } from './feelings.ts';
import { FELT, FELT_NOUNS, FELT_WORDS, QUALITIES } from './lines/feeling.ts';
import { joined } from './people.ts';
import { mend } from './spelling.ts';
import type { Teller, Told } from './teller.ts';
import { own } from './told.ts';
import type { View } from './view.ts';

/** 기쁨 and 두근두근 as what is felt; everything else as typed. */
export function readFeeling(typed: string, names: readonly string[]): readonly Clause[] {
  const item = mend(typed).replace(/[\s.!?~…]+$/u, '');
  const felt = bothFelt(item, names) ?? feltForm(item) ?? feltAtEnd(item);
  return readClauses(felt ?? typed, names).map((clause) => (clause.kind === 'predicate' ? asFelt(clause) : clause));
}

/** 기쁨과 슬픔: 기쁘기도 하고 슬프기도 하다. */
function bothFelt(item: string, names: readonly string[]): string | undefined {
  const [, one = '', other = ''] = /^(\S+?)(?:과|와|이랑|랑|하고|,? 그리고) ?(\S+)$/u.exec(item) ?? [];
  const stems = [feltForm(one), feltForm(other)].map((felt) => {
    const [clause] = felt === undefined ? [] : readClauses(felt, names);
    return clause?.kind === 'predicate' ? say(clause, 'nominal') : undefined;
  });
  const [first, second] = stems;
  return first === undefined || second === undefined ? undefined : `${first}도 하고 ${second}도 하다`;
}

/** 외롭고 심심, 너무 기쁨: a feeling as a noun after words that lead to a verb. */
function feltAtEnd(item: string): string | undefined {
  const [, front = '', last = ''] = /^(.*(?:고|너무|정말|진짜|엄청|아주|많이|조금|매우|더) )(\S+)$/u.exec(item) ?? [];
  const felt = feltForm(last);
  return felt === undefined ? undefined : front + felt;
}

/** 불쌍하다 says how somebody else is: what is felt is 불쌍한 마음. What is lucky sets the heart at rest. */
function asFelt(clause: Predicate): Predicate {
  if (/다행(?:스럽|하|이)$/.test(clause.before + clause.verb.stem))
    return { ...clause, before: '마음이 ', verb: { stem: '놓이', stemClass: 'regular', kind: 'verb' } };
  if (!/(?:불쌍하|안쓰럽|가엾|가엽|안타깝)$/.test(clause.verb.stem)) return clause;
  return {
    ...clause,
    before: `${say(clause, 'modifier')} 마음이 `,
    verb: { stem: '들', stemClass: 'regular', kind: 'verb' },
  };
}

const QUALITY =
  /(?:맛있|맛없|멋있|멋지|예쁘|아름답|귀엽|(?:^|커다랗|[^가-힣])(?:크|작|높|낮|길|짧|많|적|달|쓰|맵|짜|시|쉽|밝|맑|얇|넓|좁|깊|얕)|달콤하|고소하|새콤하|촉촉하|축축하|무겁|뜨겁|차갑|두껍|단단하|딱딱하|부드럽|말랑하|말랑말랑하|미끄럽|거칠|빠르|느리|어둡|푸르|깨끗하|더럽|반짝반짝하|향기롭|시끄럽|어렵|싱싱하|대단하|굉장하|특별하|튼튼하)$/;

/** What a thing is, whoever looks at it. */
const isQuality = ({ before, subject, verb }: Predicate): boolean =>
  subject !== 'own' &&
  verb.kind !== 'verb' &&
  (verb.stemClass === 'ㅎ' || QUALITY.test(verb.stem)) &&
  !/마음|기분|가슴/.test(before);

/** Several feelings in one breath: 기쁘고 뿌듯했어요. */
function together(clauses: readonly Predicate[]): Predicate | undefined {
  const last = clauses.at(-1);
  if (last === undefined) return undefined;
  const before = clauses.slice(0, -1).map((clause) => `${say(clause, 'and')} `);
  return { ...last, before: before.join('') + last.before };
}

/** What is felt not at all, or along with its opposite, shows in no face. */
const shownBy = ({ before, verb }: Predicate): Family | undefined =>
  /(?:^| )(?:안|못|그저) $|기도 하고 |별로 /.test(before) || /(?:않|못하)$/.test(verb.stem)
    ? undefined
    : familyOf(before + verb.stem);

export const isFelt = (clause: Clause): clause is Predicate =>
  clause.kind === 'predicate' && clause.subject !== 'own' && !isQuality(clause);

function tellFelt(clauses: readonly Predicate[], named: boolean, view: View, teller: Teller): Told | undefined {
  const clause = together(clauses);
  const last = clauses.at(-1);
  if (clause === undefined || last === undefined) return undefined;
  const family = shownBy(last);
  const signs = family === undefined ? [] : SIGNS[family];
  // A sign that repeats the feeling's own words says nothing: 가슴이 두근두근해서 가슴이 뛰었어요.
  const fresh = signs.filter((sign) => last.before === '' || !sign.startsWith(last.before.split(' ')[0] ?? ''));
  const mixed = new Set(clauses.map((each) => isDark(shownBy(each)))).size > 1;
  const sign = fresh.length === 0 || mixed ? undefined : teller.word(fresh);
  return teller.tell(FELT, { view, clause, named, ...(sign === undefined ? {} : { sign }) });
}

function tellRest(clause: Clause, view: View, teller: Teller): Told | undefined {
  switch (clause.kind) {
    case 'predicate':
      if (isFelt(clause)) return undefined;
      return isQuality(clause) ? teller.tell(QUALITIES, { clause }) : own(`${say(clause, 'past')}.`);
    case 'kept':
      return own(clause.subject === 'none' ? `${view.s('은/는')} ${clause.text}` : clause.text);
    case 'reason':
      return own(`${clause.text} 그랬어요.`);
    case 'words':
      return teller.tell(FELT_WORDS, { view, text: clause.text });
    case 'noun':
      return undefined;
  }
}

/** Every feeling of a page; `named` says whose, somebody else having been spoken of last. */
export function tellFeelings(view: View, named: boolean, teller: Teller): readonly (Told | undefined)[] {
  const clauses = view.feelings.flatMap((item) => readFeeling(item, view.names));
  const nouns = clauses.flatMap((clause) => (clause.kind === 'noun' ? [clause.text] : []));
  return [
    tellFelt(clauses.filter(isFelt), named, view, teller),
    ...(nouns.length === 0 ? [] : [teller.tell(FELT_NOUNS, { view, text: joined(nouns) })]),
    ...clauses.map((clause) => tellRest(clause, view, teller)),
  ];
}
