// Feelings into sentences: shown in a face or a step where their family is known, named where it is not.
import { type Clause, type Predicate, readClauses, say } from './clause.ts';
import { type Family, familyOf, feltForm, isDark, SIGNS } from './feelings.ts';
import { FELT, FELT_NOUNS, FELT_WORDS } from './lines/inner.ts';
import { joined } from './people.ts';
import { mend } from './spelling.ts';
import type { Teller, Told } from './teller.ts';
import { own } from './told.ts';
import type { View } from './view.ts';

/** 기쁨 and 두근두근 as what is felt; everything else as typed. */
function readFeeling(typed: string, names: readonly string[]): readonly Clause[] {
  const item = mend(typed).replace(/[\s.!?~…]+$/u, '');
  const felt = bothFelt(item, names) ?? feltForm(item) ?? feltAtEnd(item);
  return readClauses(felt ?? typed, names).map((clause) => (clause.kind === 'predicate' ? ofOthers(clause) : clause));
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

/** 불쌍하다 says how somebody else is: what is felt is 불쌍한 마음. */
function ofOthers(clause: Predicate): Predicate {
  if (!/(?:불쌍하|안쓰럽|가엾|가엽|안타깝)$/.test(clause.verb.stem)) return clause;
  return {
    ...clause,
    before: `${say(clause, 'modifier')} 마음이 `,
    verb: { stem: '들', stemClass: 'regular', kind: 'verb' },
  };
}

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

const isFelt = (clause: Clause): clause is Predicate => clause.kind === 'predicate' && clause.subject !== 'own';

function tellFelt(clauses: readonly Predicate[], view: View, teller: Teller): Told | undefined {
  const clause = together(clauses);
  const last = clauses.at(-1);
  if (clause === undefined || last === undefined) return undefined;
  const family = shownBy(last);
  const signs = family === undefined ? [] : SIGNS[family];
  // A sign that repeats the feeling's own words says nothing: 가슴이 두근두근해서 가슴이 뛰었어요.
  const fresh = signs.filter((sign) => last.before === '' || !sign.startsWith(last.before.split(' ')[0] ?? ''));
  const mixed = new Set(clauses.map((each) => isDark(shownBy(each)))).size > 1;
  const sign = fresh.length === 0 || mixed ? undefined : teller.word(fresh);
  return teller.tell(FELT, { view, clause, ...(sign === undefined ? {} : { sign }) });
}

/** Every feeling of a page. */
export function tellFeelings(view: View, teller: Teller): readonly (Told | undefined)[] {
  const clauses = view.feelings.flatMap((item) => readFeeling(item, view.names));
  const nouns = clauses.flatMap((clause) => (clause.kind === 'noun' ? [clause.text] : []));
  return [
    tellFelt(clauses.filter(isFelt), view, teller),
    ...(nouns.length === 0 ? [] : [teller.tell(FELT_NOUNS, { view, text: joined(nouns) })]),
    ...clauses.map((clause) => {
      if (clause.kind === 'predicate') return isFelt(clause) ? undefined : own(`${say(clause, 'past')}.`);
      if (clause.kind === 'kept')
        return own(clause.subject === 'none' ? `${view.s('은/는')} ${clause.text}` : clause.text);
      if (clause.kind === 'reason') return own(`${clause.text} 그랬어요.`);
      return clause.kind === 'words' ? teller.tell(FELT_WORDS, { view, text: clause.text }) : undefined;
    }),
  ];
}
