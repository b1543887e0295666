// What a person typed into a field, understood: a finished sentence, a predicate, a thing, a cause or just words.
// Composition (`lines/`) decides what to say with it.
import { analyse } from './analyse.ts';
import type { Analysis } from './analysis.ts';
import { conjugate, type EndingName, infinitive } from './conjugate.ts';
import type { Shape, Tense } from './endings.ts';
import { letters } from './hangul.ts';
import { type Mood, withIntent } from './intents.ts';
import { LEXICON } from './lexicon.ts';
import { isTelling, verbOfMimetic } from './mimetics.ts';
import { isDoing, isPlace, NOUN_VERBS } from './nouns.ts';
import { apart, withGoal, withHappening, withObject } from './objects.ts';
import { withParticle } from './particles.ts';
import { sentencesOf } from './sentences.ts';
import { mend } from './spelling.ts';
import { type Subject, subjectOf } from './subject.ts';
import { marksOf, type Typed, typed } from './typed.ts';
import { isLoneName, isUnfinished, namedBy } from './unfinished.ts';
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
const FINISHED: readonly Shape[] = ['polite', 'plain', 'formal', 'casual', 'ask'];

/** Whether a sentence is the person's own: past and closed by a mark, or in 해요체 and complete. */
function isKept({ text, body }: Typed, tense: Tense, shape: Shape, subject: Subject): boolean {
  if (!FINISHED.includes(shape) || shape === 'casual' || !/[요다죠]$/.test(body)) return false;
  const marked = /[.!?~…]/.test(marksOf(text));
  if (!/요$/.test(body)) return marked && tense === 'past' && shape !== 'ask';
  if (tense !== 'present') return marked || subject !== 'none';
  return marked && (subject === 'none' || !CRIED.test(marksOf(text)));
}

/** Marks that colour a sentence rather than close it. */
const CRIED = /[!~]/;

/** A sentence of one's own, word for word; cried in plain style it is told, with one mark: 이겼다!!! is 이겼어요! */
function kept({ text, body, before }: Typed, verb: Verb, subject: Subject): Clause {
  const own =
    CRIED.test(marksOf(text)) && !/요$/.test(body)
      ? `${before}${conjugate(verb, 'past')}!`
      : closed(text.replace(/\s*[ㅋㅎㅠㅜ]+$/u, ''));
  return { kind: 'kept', text: own.replace(/~+$/u, '!'), subject };
}

const closed = (text: string): string =>
  /(?:[.!?…~”"’」』♥♡ㅋㅎㅠㅜ]|\^|\p{RGI_Emoji}|\p{Extended_Pictographic})$/v.test(text) ? text : `${text}.`;

/** 나무 심는 중 leaves out its particle. */
function ongoing(before: string): string {
  const cut = before.trimEnd().lastIndexOf(' ') + 1;
  const form = analyse(before.slice(cut).trim(), before.slice(0, cut), true);
  return form === undefined
    ? before
    : withGoal(withObject(before.slice(0, cut), form.verb), form.verb) + before.slice(cut);
}

/** 쿨쿨, 강아지가 멍멍, 가슴이 두근두근: the verb that a sound or look stands for. */
function mimed({ body, word, before }: Typed): Clause {
  const { subject } = subjectOf(before, []);
  const verb = /(?:가슴|심장|마음)이 $/.test(before) ? '뛰' : verbOfMimetic(word);
  return predicate(`${body} `, `${subject === 'own' && word === '흔들흔들' ? '흔들리' : verb}다`, subject);
}

/** 심심, 행복: adjectives in 하다 without it. */
const FELT_ROOTS = new Set(
  LEXICON.filter(({ kind, stem }) => kind === 'adjective' && /..하$/.test(stem)).map(({ stem }) => stem.slice(0, -1)),
);

/** 빨간 사과 is no apology, and 친구의 도움 is what somebody else does. */
const NO_DOING = /[간란큰은는운한] 사과$|[가-힣](?<!(?:^| )[회주강논동합거정예])의 [가-힣]+$/;

/** 그리고 물을: a sentence not written to its end names a thing, or is no more than its words. */
function thing(body: string): Clause {
  const text = namedBy(body);
  return text === undefined ? { kind: 'words', text: body } : { kind: 'noun', text };
}

function nominal(given: Typed): Clause {
  const { body } = given;
  const own = NOUN_VERBS.get(given.word);
  if (own !== undefined && !/[은는한던을의]$/.test(given.before.trim())) {
    const cut = own.lastIndexOf(' ') + 1;
    const front = given.before.trim().endsWith(given.word) ? '' : given.before;
    const longer = NOUN_VERBS.get(given.before.trim());
    if (front === '' && longer !== undefined)
      return predicate(longer.replace(/\S+$/, ''), longer.replace(/^.* /, ''), 'none');
    return predicate(`${front}${own.slice(0, cut)}`, own.slice(cut), 'none');
  }
  if (/ 중$/.test(body))
    return {
      ...base('none'),
      before: ongoing(given.before),
      verb: { stem: '중이', stemClass: '이다', kind: 'copula' },
    };
  if (FELT_ROOTS.has(given.word) && !/^(..+)\1$/.test(given.word))
    return predicate(given.before, `${given.word}하다`, 'none');
  const games = /^(.+[가-힣])하기$/.exec(body);
  if (isTelling(given.word)) return mimed(given);
  if (/!\s*$/.test(given.text)) {
    return {
      ...base('none'),
      before: `“${body}!” 하고 `,
      verb: { stem: '소리치', stemClass: 'regular', kind: 'verb' },
    };
  }
  if (games?.[1] !== undefined) return predicate(`${withParticle(games[1], '을/를')} `, '하다', 'none');
  const arrival = /^(.+) (도착|출발)$/.exec(body);
  if (arrival?.[1] !== undefined && isPlace(arrival[1]))
    return predicate(`${arrival[1]}${arrival[2] === '도착' ? '에' : '에서'} `, `${arrival[2]}하다`, 'none');
  if (isDoing(body) && !NO_DOING.test(body)) return predicate(`${withParticle(body, '을/를')} `, '하다', 'none');
  return thing(body);
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

const DO: Verb = { stem: '하', stemClass: '하', kind: 'verb' };

const QUOTE = /^(?:“[^”]*”|"[^"]*"|‘[^’]*’)[.!?~]*$/u;
const COMMAND = /(?:지 ?마|지 ?마라|지 ?마세요|지 ?말자|[해아어려와]라)$/;

/** 도와줘! 어디 갈래? Said to somebody. */
const REQUEST = /(?:(?:[가-힣]줘|그만해|비켜|이리 와|빨리 와|주세요)!+|(?:니|냐|[가-힣]래|자)\?+)$/;

/** What can only be said or shouted. */
const CALL =
  /^(?:안녕|안녕하세요|고마워|고마워요|미안해|미안해요|사랑해|사랑해요|잘 자|잘 가|파이팅|화이팅|야호|만세|축하해|생일 축하해|어서 와|우와|와아*|헐|대박|아싸|앗싸|오예|이얏호|메롱|으악|아이고|으앙)$/;

/** What is said to somebody becomes something said. */
function speech(text: string, body: string): Clause {
  const mark = text.endsWith('?') ? '?' : '!';
  const quote = QUOTE.test(text) ? text.replace(/[.!?~]+$/u, '') : `“${body}${mark}”`;
  return { ...base('none'), before: `${quote} 하고 `, verb: { stem: '말하', stemClass: '하', kind: 'verb' } };
}

/** What has no Hangul at its end to inflect. */
const isForeign = (body: string): boolean => !/[가-힣]$/.test(body);

/** What answers a why all by itself. */
const SIMPLY = /^(?:그냥|왠지|우연히|저절로|어쩌다가?)$/;

function readReason({ body }: Typed, word: string, shape: Shape): Clause | undefined {
  if (/(?:때문|덕분|탓)(?:에|이다|이에요|임)?$/.test(body) && body.includes(' '))
    return { kind: 'reason', text: body.replace(/(?:에|이다|이에요|임)?$/, '에') };
  if (SIMPLY.test(body) || /기 위해서?$/.test(body)) return { kind: 'reason', text: body };
  if (shape === 'link' && /[가-힣]러$/.test(word)) return { kind: 'reason', text: body.replace(/러$/, '려고') };
  if (shape !== 'reason' || /(?:에서|께서|한테서)$/.test(word)) return undefined;
  return { kind: 'reason', text: body.replace(/요$/, '') };
}

/** 갈 stands before a noun that is not there; 만들기 is as good a noun as a form. */
const isNoun = ({ shape, tense, known }: Analysis, body: string): boolean =>
  (shape === 'modifier' && tense === 'future') ||
  (shape === 'noun' && (!known || (isDoing(body) && !body.includes(' '))));

/** 먹을게 is a promise, 먹어야겠다 a resolve: neither has happened. */
function readIntention(form: Analysis, before: string, subject: Subject): Clause | undefined {
  const { verb, shape, tense } = form;
  if (shape === 'resolve') return { kind: 'kept', text: `${before}${infinitive(verb)}야겠어요.`, subject };
  if (verb.stem.endsWith('좋') && tense === 'future')
    return { kind: 'kept', text: `${before}${verb.stem}겠어요.`, subject };
  if (shape !== 'promise') return undefined;
  return { ...base(subject), before: `${before}${conjugate(verb, 'nominal')}로 `, verb: DO };
}

/** 모르겠다 and 알겠다 speak of now. */
const isNow = ({ verb }: Analysis, word: string): boolean => /^(?:모르|알)$/.test(verb.stem) && word.includes('겠');

function moodOf({ shape, tense }: Analysis): Mood {
  if (shape === 'ask') return 'wonder';
  if (shape === 'propose') return 'propose';
  return tense === 'future' ? 'will' : 'plain';
}

function readPredicate(given: Typed, names: readonly string[]): Clause | undefined {
  if (isUnfinished(given.body)) return undefined;
  const intent = withIntent(given.body);
  const word = intent?.word ?? given.word;
  const form = analyse(word, intent?.before ?? given.before, intent !== undefined);
  if (form === undefined) return undefined;
  const { before, verb } = apart(intent?.before ?? given.before, form.verb);
  const { subject, rest } = subjectOf(before, names, verb);
  const { tense, shape } = form;
  if (intent === undefined && isKept(given, tense, shape, subject)) return kept(given, verb, subject);
  if (shape === 'reason' || (shape === 'link' && word.endsWith('러'))) return readReason(given, word, shape);
  if (intent === undefined && isNoun(form, given.body)) return undefined;
  const front = verb.stem === '중이' ? ongoing(rest) : withGoal(withHappening(withObject(rest, verb), verb), verb);
  const now = isNow(form, word);
  return (
    readIntention({ ...form, verb }, front, subject) ?? {
      kind: 'predicate',
      before: front,
      verb,
      subject,
      mood: intent?.mood ?? (now ? 'plain' : moodOf(form)),
      tense: now ? 'present' : tense,
      loud: /![^가-힣]*$/u.test(given.text),
    }
  );
}

/** 당근 먹는 토끼, on the page of 토끼, says what 토끼 does. */
function withoutName(text: string, names: readonly string[]): string {
  const name = names.find((each) => text.endsWith(` ${each}`));
  const front = name === undefined ? '' : text.slice(0, -name.length - 1);
  return /ㄴ$/.test(letters(front)) ? front : text;
}

function readSentence(typedText: string, names: readonly string[]): Clause {
  const given = typed(withoutName(mend(typedText), names));
  const { text } = given;
  if (LAUGH.test(text) || CRY.test(text)) {
    return {
      ...base('none'),
      before: `${text} 하고 `,
      verb: { stem: LAUGH.test(text) ? '웃' : '울', stemClass: 'regular', kind: 'verb' },
    };
  }
  if (QUOTE.test(text) || REQUEST.test(text) || COMMAND.test(given.body) || CALL.test(given.body))
    return speech(text, given.body);
  if (given.body === '' || isForeign(given.body)) return { kind: 'words', text };
  if (isLoneName(given.body, names)) return { kind: 'words', text: given.body };
  const read = readReason(given, given.word, 'plain') ?? readPredicate(given, names) ?? nominal(given);
  return read.kind === 'predicate' && read.mood === 'propose' && read.subject === 'none'
    ? speech(text, given.body)
    : read;
}

/** Words that begin a sentence of their own: 넘어졌다 그리고 울었다. */
const JOINED =
  / (?=(?:그리고|그래서|그런데|근데|하지만|그러나|그러자|그러다가?|그리고 나서|그러고는|그 다음에?|그다음에?|결국|마침내) )/u;

/** A sentence apart at its joining words, where what stands before them is finished. */
function partsOf(sentence: string): readonly string[] {
  if (/[“”"‘’「」『』]/u.test(sentence)) return [sentence];
  const parts: string[] = [];
  for (const piece of sentence.split(JOINED)) {
    const last = parts.at(-1);
    if (last === undefined || isFinished(last)) parts.push(piece);
    else parts[parts.length - 1] = `${last} ${piece}`;
  }
  return parts;
}

function isFinished(text: string): boolean {
  const { word, before } = typed(mend(text));
  const shape = analyse(word, before)?.shape;
  return shape !== undefined && (shape === 'note' || (shape !== 'ask' && FINISHED.includes(shape)));
}

/** The clauses of one item of a field; `names` are the page's own, as the story says them. */
export function readClauses(item: string, names: readonly string[]): readonly Clause[] {
  return sentencesOf(item)
    .flatMap(partsOf)
    .map((sentence) => readSentence(sentence, names));
}

/** The clause with an ending, its words in front. */
export const say = (clause: Pick<Predicate, 'before' | 'verb'>, ending: EndingName): string =>
  clause.before + conjugate(clause.verb, ending);
