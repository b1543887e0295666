// Forms that belong to several verbs: which one is meant is told by the words in front.
import type { Analysis } from './analysis.ts';
import { lastSyllable } from './hangul.ts';

interface Rule {
  /** The stem chosen when the words in front match. */
  readonly stem: string;
  readonly over: string;
  readonly when: RegExp;
}

const OBJECT = /[을를] *$/;
/** The first rule that knows both stems and matches wins; else the first candidate. */
const RULES: readonly Rule[] = [
  {
    stem: '들',
    over: '듣',
    when: /(?:손|팔|가방|물건|상자|깃발|컵|꽃|우산|것|짐|바구니|풍선|잠|마음에|정|힘|[가-힣]+ ?개)[을를이가에] *$|(?:들어|높이|번쩍|무겁게) *$/,
  },
  { stem: '듣', over: '들', when: /.?/ },
  {
    stem: '걸',
    over: '걷',
    when: /(?:옷|전화|말|그림|액자|모자|시계|간판|장난|목|목걸이|빨래|기대|[에]|싸움)[을를에]? *$/,
  },
  { stem: '걷', over: '걸', when: /.?/ },
  { stem: '묻', over: '물', when: /(?:에게|한테|께|길을|이름을|이유를|고|왜|["”’]) *$/ },
  { stem: '물', over: '묻', when: /.?/ },
  { stem: '끄', over: '끌', when: /(?:불|등|촛불|전등|컴퓨터|티비|TV|텔레비전|전원|휴대폰|스위치)[을를]? *$/ },
  { stem: '끌', over: '끄', when: /.?/ },
  { stem: '부르', over: '불', when: /(?:노래|이름|친구|엄마|배|동생)[을를가] *$|^$/ },
  { stem: '불', over: '붇', when: /.?/ },
  { stem: '긷', over: '길', when: OBJECT },
  { stem: '길', over: '긷', when: /.?/ },
  { stem: '푸', over: '풀', when: /(?:물|밥|국|흙|쌀|모래)[을를] *$/ },
  { stem: '풀', over: '푸', when: /.?/ },
  { stem: '파', over: '팔', when: /(?:땅|굴|흙|구덩이|모래|구멍|우물)[을를] *$/ },
  { stem: '팔', over: '파', when: /.?/ },
  { stem: '사', over: '살', when: OBJECT },
  { stem: '살', over: '사', when: /.?/ },
  {
    stem: '나',
    over: '날',
    when: /(?:신|화|눈물|겁|소리|냄새|싹|열|땀|힘|짜증|생각|병|불|구멍|용기|빛|맛|고장|탈|기억|혼|피|연기|콧물|잎|이|뿔|김)[이가] *$/,
  },
  { stem: '날', over: '나', when: /.?/ },
  { stem: '안', over: '알', when: /.?/ },
  { stem: '펴', over: '피', when: OBJECT },
  { stem: '피', over: '펴', when: /.?/ },
  { stem: '낫', over: '나', when: /.?/ },
];

/** How finished a reading is: a whole sentence before a clause that leads on. */
const RANK: Readonly<Record<string, number>> = {
  polite: 0,
  formal: 0,
  plain: 1,
  ask: 1,
  note: 2,
  reason: 2,
  noun: 3,
  honorific: 3,
  promise: 1,
  resolve: 1,
  propose: 3,
  link: 4,
  modifier: 5,
  casual: 6,
};

/** 묻다 asks when somebody or something asked is named; else it buries or sticks. */
const ASKED = /(?:에게|한테|께|길을|이름을|이유를|까닭을|안부를|고|까|왜|["”’]) *$/;

/** 이르다 arrives where a place or an end is named (이르렀다), else tells on somebody or is early (일렀다). */
const ARRIVED = /(?<!께|에게|한테)에 *$/;

const settled = (form: Analysis, before: string): boolean =>
  !(form.verb.kind === 'adjective' && OBJECT.test(before)) &&
  (form.verb.stem !== '이르' || (form.verb.stemClass === '러') === ARRIVED.test(before)) &&
  (form.verb.stem !== '묻' || (form.verb.stemClass === 'ㄷ') === ASKED.test(before));

/** The likeliest of several readings. */
/** 끔 and 팜 are 끄다 and 파다: 끌다 is spelt 끎. Only 살다 is typed 삼 as often as 사다. */
function spelt(forms: readonly Analysis[]): readonly Analysis[] {
  const isRight = ({ shape, verb }: Analysis): boolean =>
    shape !== 'note' || verb.stem === '살' || lastSyllable(verb.stem)?.final !== 'ㄹ';
  return forms.some((form) => form.shape === 'note' && isRight(form)) ? forms.filter(isRight) : forms;
}

export function preferred(forms: readonly Analysis[], before: string): Analysis | undefined {
  const ranked = spelt(forms)
    .filter((form) => settled(form, before))
    .sort((one, other) => (RANK[one.shape] ?? 9) - (RANK[other.shape] ?? 9));
  const stems = new Map(ranked.map((form) => [form.verb.stem, form]));
  for (const { stem, over, when } of RULES) {
    const chosen = stems.get(stem);
    if (chosen !== undefined && stem !== over && stems.has(over) && when.test(before)) return chosen;
  }
  return ranked[0];
}
