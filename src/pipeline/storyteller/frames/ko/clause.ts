// What a person typed into a field, understood: a finished sentence, a predicate, a thing, a cause or just words.
// Composition (`lines/`) decides what to say with it.
import { analyse } from './analyse.ts';
import type { Analysis } from './analysis.ts';
import { conjugate, type EndingName } from './conjugate.ts';
import type { Shape, Tense } from './endings.ts';
import { letters } from './hangul.ts';
import { type Mood, withIntent } from './intents.ts';
import { verbOfMimetic } from './mimetics.ts';
import { isDoing, NOUN_VERBS, NOUNS_LIKE_VERBS } from './nouns.ts';
import { withParticle } from './particles.ts';
import { sentencesOf } from './sentences.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { Verb } from './verb.ts';

export interface Predicate {
  readonly kind: 'predicate';
  /** The words in front of the verb, with the blank that follows them; the subject is left out when it is the page's own name. */
  readonly before: string;
  readonly verb: Verb;
  readonly subject: Subject;
  readonly mood: Mood;
  readonly tense: Tense;
  /** Whether it was typed with an exclamation mark. */
  readonly loud: boolean;
}

export type Clause =
  | Predicate
  /** A finished sentence, word for word. */
  | { readonly kind: 'kept'; readonly text: string; readonly subject: Subject }
  /** A cause without its effect: 배가 고파서, 비 때문에. */
  | { readonly kind: 'reason'; readonly text: string }
  | { readonly kind: 'noun'; readonly text: string }
  /** Anything else: another language, signs, laughter. */
  | { readonly kind: 'words'; readonly text: string };

const LAUGH = /^[ㅋㅎ]{2,}$/;
const CRY = /^[ㅠㅜㅡ.]{2,}$/;
const TAIL = /[\s.!?~…^;:ㅋㅎㅠㅜ♥♡*]+$/u;
const EMOJI_TAIL = /(?:\p{RGI_Emoji}|\p{Extended_Pictographic}|\s)+$/v;

interface Typed {
  readonly text: string;
  readonly body: string;
  readonly word: string;
  readonly before: string;
}

/** Spellings and spacings that children use, as the analysis expects them. */
const spaced = (text: string): string =>
  text
    .replace(/재밌|재밋/g, '재미있')
    .replace(/고 ?십([다어네])/g, '고 싶$1')
    .replace(/따(?=[.!?~\sㅋㅎ]*$)/u, '다')
    .replace(/슴니다/g, '습니다')
    .replace(/조아/g, '좋아')
    .replace(/(^| )(비|배|화) (?=[오온왔와내고아난났나])/g, '$1$2가 ')
    .replace(/(^| )(눈|바람|기분|신) (?=[오온왔와내부분불좋난났나])/g, '$1$2이 ')
    .replace(/([가-힣])고싶/g, '$1고 싶')
    .replace(/([가-힣])수있/g, '$1 수 있')
    .replace(/([가-힣])수없/g, '$1 수 없');

function typed(text: string): Typed {
  let body = spaced(text);
  for (let last = ''; last !== body; ) {
    last = body;
    body = body.replace(TAIL, '').replace(EMOJI_TAIL, '');
  }
  const cut = body.lastIndexOf(' ') + 1;
  return { text, body, word: body.slice(cut), before: body.slice(0, cut) };
}

const FINISHED: readonly Shape[] = ['polite', 'plain', 'formal', 'casual', 'ask'];

/** Past sentences and those in 해요체 are the person's own when they end in a mark; in 해요체 also when they bring a subject. */
function isKept({ text, body }: Typed, tense: Tense, shape: Shape, subject: Subject): boolean {
  if (!FINISHED.includes(shape) || shape === 'casual') return false;
  const polite = /요$/.test(body);
  if (!polite && (tense !== 'past' || shape === 'ask')) return false;
  const marked = /[.!?~…]/.test(TAIL.exec(text.replace(EMOJI_TAIL, ''))?.[0] ?? '');
  return (marked || (polite && subject !== 'none')) && /[요다죠]$/.test(body);
}

const closed = (text: string): string =>
  /(?:[.!?…~”"’」』♥♡ㅋㅎㅠㅜ]|\^|\p{RGI_Emoji}|\p{Extended_Pictographic})$/v.test(text) ? text : `${text}.`;

function nominal(given: Typed): Clause {
  const { body } = given;
  const own = NOUN_VERBS.get(given.word);
  if (own !== undefined && !/[은는한던을을]$/.test(given.before.trim())) {
    const cut = own.lastIndexOf(' ') + 1;
    const front = given.before.trim() === given.word ? '' : given.before;
    return predicate(`${front}${own.slice(0, cut)}`, own.slice(cut), 'none');
  }
  if (/ 중$/.test(body))
    return { ...base('none'), before: given.before, verb: { stem: '중이', stemClass: '이다', kind: 'copula' } };
  const games = /^(.+[가-힣])하기$/.exec(body);
  if (/^([가-힣]{1,3})\1$/.test(given.word)) {
    const verb = verbOfMimetic(given.word);
    return predicate(`${body} `, `${verb}다`, 'none');
  }
  if (/!\s*$/.test(given.text)) {
    return {
      ...base('none'),
      before: `“${body}!” 하고 `,
      verb: { stem: '소리치', stemClass: 'regular', kind: 'verb' },
    };
  }
  if (games?.[1] !== undefined) return predicate(`${withParticle(games[1], '을/를')} `, '하다', 'none');
  if (isDoing(body)) return predicate(`${withParticle(body, '을/를')} `, '하다', 'none');
  return { kind: 'noun', text: body };
}

const base = (subject: Subject): Omit<Predicate, 'before' | 'verb'> => ({
  kind: 'predicate',
  subject,
  mood: 'plain',
  tense: 'present',
  loud: false,
});

function predicate(before: string, dictionary: string, subject: Subject): Clause {
  const form = analyse(dictionary, before);
  return form === undefined
    ? { kind: 'noun', text: before + dictionary }
    : { ...base(subject), before, verb: form.verb };
}

const QUOTE = /^(?:“[^”]*”|"[^"]*"|‘[^’]*’)[.!?~]*$/u;
const COMMAND = /(?:지 ?마|지 ?마라|지 ?마세요|지 ?말자|[해아어려와]라)$/;

/** What can only be said or shouted. */
const CALL =
  /^(?:안녕|안녕하세요|고마워|고마워요|미안해|미안해요|사랑해|사랑해요|잘 자|잘 가|파이팅|화이팅|야호|만세|축하해|생일 축하해|어서 와)$/;

/** What is said to somebody becomes something said. */
function speech(text: string, body: string): Clause {
  const quote = QUOTE.test(text) ? text.replace(/[.!?~]+$/u, '') : `“${body}!”`;
  return { ...base('none'), before: `${quote} 하고 `, verb: { stem: '말하', stemClass: '하', kind: 'verb' } };
}

/** What has no Hangul at its end to inflect. */
const isForeign = (body: string): boolean => !/[가-힣]$/.test(body);

function readReason({ body }: Typed, word: string, shape: Shape): Clause | undefined {
  if (/(?:때문에|때문이다|덕분에|탓에)$/.test(body))
    return { kind: 'reason', text: body.replace(/때문이다$/, '때문에') };
  if (shape !== 'reason' || /(?:에서|께서|한테서)$/.test(word)) return undefined;
  return { kind: 'reason', text: body.replace(/요$/, '') };
}

const TAKES_OBJECT =
  /^(?:하|보|읽|먹|마시|그리|만들|씻|닦|차|던지|받|타|치|쓰|입|심|따|줍|쌓|접|자르|찾|부르|듣|신|사|팔|배우|키우|돌보|굽|캐|잡|풀|열|닫|켜|끄|찍|꽂|돕|안|업|끌|밀|널|털|뽑|꾸미|가꾸|나누|굴리|(?:관찰|구경|연주|청소|정리|조사|공부|운전|색칠|소개|발견|사랑|좋아|준비|응원|칭찬|축하)하|보살피|도와주|안아주|주|들|덮|메|매|뿌리|흔들|두드리)$/;
/** Words in front of a verb that are no objects: adverbs, and whatever has a particle already. */
const NO_OBJECT =
  /(?:^|[^가-힣])(?:빨리|멀리|널리|자꾸|살짝|활짝|깜짝|몰래|그냥|계속|실컷|힘껏|마음껏|골고루|잘|안|못|더|다|또|꼭|막|참|너무|혼자|먼저|서로|매우|아주|정말|진짜|모두|다시|함께|조금|거의|자주|가끔|이제|아까|어제|오늘|내일|지금|수|것)$|(?:[을를은는이가히게서고며에로도만와과랑씩쯤께아어야지면려러던음여켜쳐져겨혀춰줘봐와워해데]|\d+ ?(?:번|개|바퀴|시간|분|번째|살|명|마리|쪽|장|초)|까지|부터|처럼|한테|하다|듯)$|(.+)\1$/;

/** Nouns that stand without a particle. */
const BARE = /^(?:혼자|오늘|내일|어제|하루|다음|처음|여기|거기|저기|아침|점심|저녁|이|그|저|다|가|와|해|봐)$/;

/** 공놀이 하기, 손 씻기: notes leave the object's particle out; a sentence has it. */
function withObject(before: string, verb: Verb): string {
  const word = before.trim().split(' ').at(-1) ?? '';
  if (!TAKES_OBJECT.test(verb.stem) || !/[가-힣A-Za-z]$/.test(word) || /[을를] /.test(before)) return before;
  if (NOUNS_LIKE_VERBS.has(word) && !BARE.test(word)) return `${withParticle(before.trimEnd(), '을/를')} `;
  if (!isDoing(word) && NO_OBJECT.test(word)) return before;
  // 알려 주다, 가 보다: a verb in front makes the second an auxiliary.
  if (!isDoing(word) && analyse(word, '')?.shape === 'casual') return before;
  return `${withParticle(before.trimEnd(), '을/를')} `;
}

/** 갈 stands before a noun that is not there; 만들기 is as good a noun as a form. */
const isNoun = ({ shape, tense, known }: Analysis, body: string): boolean =>
  (shape === 'modifier' && tense === 'future') ||
  (shape === 'noun' && (!known || (isDoing(body) && !body.includes(' '))));

function readPredicate(given: Typed, names: readonly string[]): Clause | undefined {
  const intent = withIntent(given.body);
  const word = intent?.word ?? given.word;
  const before = intent?.before ?? given.before;
  const form = analyse(word, before, intent !== undefined);
  if (form === undefined) return undefined;
  const { subject, rest } = subjectOf(before, names, form.verb);
  const { verb, tense, shape } = form;
  if (intent === undefined && isKept(given, tense, shape, subject))
    return { kind: 'kept', text: closed(given.text), subject };
  if (shape === 'reason') return readReason(given, word, shape);
  if (intent === undefined && isNoun(form, given.body)) return undefined;
  if (verb.stem.endsWith('좋') && tense === 'future')
    return { kind: 'kept', text: `${before}${verb.stem}겠어요.`, subject };
  const mood =
    intent?.mood ??
    (shape === 'ask' ? 'wonder' : shape === 'propose' ? 'propose' : tense === 'future' ? 'will' : 'plain');
  return {
    kind: 'predicate',
    before: withObject(rest, verb),
    verb,
    subject,
    mood,
    tense,
    loud: /![^가-힣]*$/u.test(given.text),
  };
}

/** 당근 먹는 토끼, on the page of 토끼, says what 토끼 does. */
function withoutName(text: string, names: readonly string[]): string {
  const name = names.find((each) => text.endsWith(` ${each}`));
  const front = name === undefined ? '' : text.slice(0, -name.length - 1);
  return /ㄴ$/.test(letters(front)) ? front : text;
}

function readSentence(typedText: string, names: readonly string[]): Clause {
  const text = withoutName(typedText, names);
  const given = typed(text);
  if (LAUGH.test(text) || CRY.test(text)) {
    return {
      ...base('none'),
      before: `${text} 하고 `,
      verb: { stem: LAUGH.test(text) ? '웃' : '울', stemClass: 'regular', kind: 'verb' },
    };
  }
  if (QUOTE.test(text) || COMMAND.test(given.body) || CALL.test(given.body)) return speech(text, given.body);
  if (given.body === '' || isForeign(given.body)) return { kind: 'words', text };
  const read = readReason(given, given.word, 'plain') ?? readPredicate(given, names) ?? nominal(given);
  return read.kind === 'predicate' && read.mood === 'propose' && read.subject === 'none'
    ? speech(text, given.body)
    : read;
}

/** The clauses of one item of a field; `names` are the page's own, as the story says them. */
export function readClauses(item: string, names: readonly string[]): readonly Clause[] {
  return sentencesOf(item).map((sentence) => readSentence(sentence, names));
}

/** The clause with an ending, its words in front. */
export const say = (clause: Pick<Predicate, 'before' | 'verb'>, ending: EndingName): string =>
  clause.before + conjugate(clause.verb, ending);
