// The endings people type, as letters, with the base they attach to and what they mean.
// Read backwards by `analyse.ts`; the endings the storyteller writes are in `conjugate.ts`.
import { letters } from './hangul.ts';

/** The stem itself; the stem without a falling ㄹ; the stem with 으, with and without its ㄹ; the stem with 아/어. */
export type Base = 'stem' | 'dropped' | 'eu' | 'euDropped' | 'infinitive';

export type Tense = 'present' | 'past' | 'future';
/**
 * `plain` (뛴다, 뛰다), `polite` (뛰어요), `formal` (뜁니다), `casual` (뛰어) are finished; `note` is -음, `noun` -기,
 * `modifier` stands before a noun, `link` leads on, `reason` gives a cause, `ask` wonders, `propose` is -자,
 * `promise` -ㄹ게 and -ㄹ래, `resolve` -아야겠다, `honorific` has a 시 in it.
 */
export type Shape =
  | 'plain'
  | 'polite'
  | 'formal'
  | 'casual'
  | 'note'
  | 'noun'
  | 'modifier'
  | 'link'
  | 'reason'
  | 'ask'
  | 'propose'
  | 'promise'
  | 'resolve'
  | 'honorific';

export interface TypedEnding {
  readonly letters: string;
  readonly base: Base;
  readonly tense: Tense;
  readonly shape: Shape;
  /** Only verbs take it: -ㄴ다, -는. */
  readonly verbsOnly: boolean;
}

type Row = readonly [base: Base, tense: Tense, shape: Shape, endings: string];

/** `*` marks endings that only verbs take. */
const ROWS: readonly Row[] = [
  ['stem', 'present', 'plain', '다 *는다 구나 군요 더라 더라고요'],
  ['stem', 'present', 'formal', '습니다'],
  ['stem', 'present', 'polite', '지요 죠 거든요 네요 답니다 대요'],
  ['stem', 'present', 'casual', '지 네 거든'],
  ['dropped', 'present', 'polite', '네요 *는답니다'],
  ['dropped', 'present', 'plain', '네 *는구나 *는군'],
  ['stem', 'present', 'noun', '*기'],
  ['stem', 'present', 'link', '고 고서 다가 지만 고는 자마자'],
  ['stem', 'present', 'reason', '도록 길래'],
  ['dropped', 'present', 'reason', '*느라 *느라고'],
  ['dropped', 'present', 'link', '*는데'],
  ['stem', 'present', 'propose', '*자 *자고'],
  ['dropped', 'present', 'modifier', '*는'],
  ['stem', 'past', 'modifier', '던'],
  ['stem', 'future', 'plain', '겠다 겠어 겠지 겠네'],
  ['stem', 'future', 'polite', '겠어요 겠지요 겠죠 겠네요 겠습니다'],
  ['euDropped', 'present', 'plain', '*ㄴ다'],
  ['euDropped', 'present', 'formal', 'ㅂ니다'],
  ['euDropped', 'present', 'polite', '*ㄴ답니다 *ㄴ대요 *ㄴ다고요'],
  ['euDropped', 'present', 'modifier', 'ㄴ'],
  ['euDropped', 'future', 'modifier', 'ㄹ'],
  ['euDropped', 'future', 'promise', '*ㄹ게요 *ㄹ께요 *ㄹ래요 *ㄹ게 *ㄹ께 *ㄹ래'],
  ['euDropped', 'future', 'ask', 'ㄹ까 ㄹ까요'],
  ['euDropped', 'present', 'reason', '니까 니까요'],
  ['euDropped', 'present', 'link', '니 ㄴ데'],
  ['euDropped', 'present', 'honorific', '세요 셔요 심 신다 십니다'],
  ['euDropped', 'past', 'honorific', '셨다 셨어요 셨어 셨음 셨습니다 셨지요 셨네요'],
  ['eu', 'present', 'link', '며 면서 면 러'],
  ['eu', 'present', 'reason', '*려고 *려고요 *고자 *래서'],
  ['eu', 'present', 'note', 'ㅁ'],
  ['euDropped', 'present', 'note', 'ㅁ'],
  ['infinitive', 'present', 'polite', '요'],
  ['infinitive', 'present', 'casual', '-'],
  ['infinitive', 'present', 'reason', '서 서요'],
  ['infinitive', 'future', 'resolve', '야겠다 야겠어 야겠어요 야겠습니다 야겠음 야지 야지요 야죠'],
  ['infinitive', 'past', 'plain', 'ㅆ다 ㅆ구나 ㅆ네 ㅆ더라 ㅆ단다'],
  ['infinitive', 'past', 'polite', 'ㅆ어요 ㅆ지요 ㅆ죠 ㅆ대요 ㅆ답니다 ㅆ네요 ㅆ거든요 ㅆ데요 ㅆ군요'],
  ['infinitive', 'past', 'formal', 'ㅆ습니다 ㅆ읍니다'],
  ['infinitive', 'past', 'casual', 'ㅆ어 ㅆ지 ㅆ대 ㅆ거든'],
  ['infinitive', 'past', 'note', 'ㅆ음 ㅆ슴'],
  ['infinitive', 'past', 'link', 'ㅆ고 ㅆ는데 ㅆ지만 ㅆ다가 ㅆ더니'],
  ['infinitive', 'past', 'reason', 'ㅆ으니까 ㅆ으니까요 ㅆ기때문에'],
  ['infinitive', 'past', 'modifier', 'ㅆ던'],
  ['infinitive', 'past', 'ask', 'ㅆ을까 ㅆ을까요'],
];

const toEndings = ([base, tense, shape, endings]: Row): TypedEnding[] =>
  endings.split(' ').map((typed) => ({
    letters: letters(typed.replace(/[*-]/g, '')),
    base,
    tense,
    shape,
    verbsOnly: typed.startsWith('*'),
  }));

/** Longest first, so that the first that fits says most. */
export const TYPED_ENDINGS: readonly TypedEnding[] = ROWS.flatMap(toEndings).sort(
  (one, other) => other.letters.length - one.letters.length,
);
