// Lines for what somebody does: the heart of a page.
import { type Predicate, say } from '../clause.ts';
import { familyOf } from '../feelings.ts';
import { withParticle } from '../particles.ts';
import type { Line } from '../teller.ts';
import type { View } from '../view.ts';

/** A predicate to be told of somebody on a page. */
export interface Doing {
  readonly view: View;
  readonly clause: Predicate;
  /** The clause in the past, its ending varied and a mimetic word put in. */
  readonly past: string;
  /** The same in a plain past, for lines with a colour of their own. */
  readonly plain: string;
  /** 숲에서, with its blank, when the place goes into the sentence itself. */
  readonly where: string;
}

const JOINED = /(?:[가-힣]고|지만,?|자|며|끝에|더니|[아어여와워해려]서) /;

/** Doings that take a while, so that they may be begun or found going on. */
const LASTING =
  /(?:달리|뛰|뛰어다니|뛰놀|뛰어놀|걷|걸어가|놀|먹|마시|자|읽|그리|칠하|만들|꾸미|부르|노래하|춤추|추|웃|울|찾|기다리|이야기하|씻|닦|쌓|심|가꾸|흔들|헤엄치|수영하|쉬|공부하|연습하|연주하|관찰하|구경하|산책하|청소하|돌보|바라보|살펴보|들여다보|지켜보|구르|날|듣|떠들|정리하|줍|모으|날아다니|돌아다니|색칠하)$/;
const GOING_ON = /(?:^|[을를에] |에서 |와 |과 |랑 |함께 |같이 |게 |히 )$/;

export function isLasting({ before, verb }: Predicate): boolean {
  if (JOINED.test(before)) return false;
  const activity =
    verb.stem === '하' &&
    /(?:놀이|운동|축구|야구|농구|수영|산책|청소|노래|공부|연습|체조|요리|관찰|구경|달리기|줄넘기|이야기|기)[을를] $/.test(
      before,
    );
  const riding = verb.stem === '타' && /[을를] $/.test(before);
  return (activity || riding || LASTING.test(verb.stem)) && GOING_ON.test(before) && !/(?:^| )[안못] $/.test(before);
}

const isAct = ({ clause }: Doing): boolean =>
  clause.verb.kind === 'verb' &&
  clause.subject !== 'inner' &&
  !/(?:않|못하|싶)$/.test(clause.verb.stem) &&
  !/(?:^| )[안못] $/.test(clause.before);
const lasting = (doing: Doing): boolean => isLasting(doing.clause) && doing.clause.subject !== 'inner';
const notSmall = ({ view }: Doing): boolean => view.level !== '유아' && !view.busy;
/** A time in front, 저녁이 되자, has to begin the sentence. */
const untimed = ({ where }: Doing): boolean => !where.includes(', ');
/** Nothing has been said of where or when. */
const bareStage = ({ view, where }: Doing): boolean => view.settings.length === 0 && where === '';
const mark = ({ clause, view }: Doing): string => (clause.loud && !view.dark ? '!' : '.');
/** The page tells of more than this doing, in the past: a line in the present would jump out of it. */
const alone = ({ view, where }: Doing): boolean => view.bare && where === '';
const isSurprising = ({ view, clause }: Doing): boolean =>
  view.feelings.some((feeling) => /^(?:surprise|wonder)$/.test(familyOf(feeling) ?? '')) ||
  /갑자기|깜짝|별안간|난데없|나타나|나타났|발견|사라지|사라졌|튀어나|솟아나|변하|변했/.test(
    clause.before + clause.verb.stem,
  );
const goingOn = ({ clause }: Doing): string => `${say(clause, 'and')} 있었어요`;

/** 토끼는 배가 고팠어요: whose hunger it is stands as the topic. */
const subject = ({ clause, view }: Doing): string => view.s(clause.subject === 'inner' ? '은/는' : '이/가');

/** A title that can be said inside a sentence. */
export const isSpeakable = (title: string | undefined): title is string =>
  title !== undefined && title.length <= 20 && !/[“”"‘’']/.test(title) && !title.endsWith('이야기');

/** 당근을 먹던 토끼는: what was done on the page before leads over to this one, when nothing else stands between. */
function led(doing: Doing): Predicate | undefined {
  const { view, clause } = doing;
  const free = notSmall(doing) && untimed(doing) && clause.subject !== 'inner' && !view.dark;
  return free && (view.settings.length === 0 || doing.where !== '') ? view.earlier : undefined;
}
function lastingBefore(doing: Doing): boolean {
  const earlier = led(doing);
  return earlier !== undefined && isLasting(earlier);
}
function leading(doing: Doing, ending: 'and' | 'remembered'): string {
  const earlier = led(doing);
  return earlier === undefined ? '' : say(earlier, ending);
}

/** On the first page of a book. */
export const OPENING_ACTIONS: readonly Line<Doing>[] = [
  { id: 'open-day', fits: bareStage, say: (d) => `어느 날, ${subject(d)} ${d.past}${mark(d)}` },
  { id: 'open-there', fits: (d) => !bareStage(d), say: (d) => `${d.where}${subject(d)} ${d.past}${mark(d)}` },
  {
    id: 'open-here',
    fits: (d) => !bareStage(d) && d.where === '',
    say: (d) => `${d.view.s('은/는')} ${d.past}${mark(d)}`,
  },
  {
    id: 'open-tell',
    fits: (d) => bareStage(d) && notSmall(d) && d.view.single,
    say: (d) => `${d.view.who} 이야기를 들려줄게요. ${subject(d)} ${d.past}${mark(d)}`,
  },
  {
    id: 'open-meet',
    fits: (d) => bareStage(d) && notSmall(d) && d.view.single,
    say: (d) => `여기 ${d.view.s('이/가')} 있어요. ${d.view.s('은/는')} ${d.past}${mark(d)}`,
  },
  {
    id: 'open-hush',
    fits: (d) => bareStage(d) && notSmall(d),
    say: (d) => `쉿, 이야기가 시작돼요. ${subject(d)} ${d.past}${mark(d)}`,
  },
  {
    id: 'open-who',
    fits: (d) => bareStage(d) && d.view.single && notSmall(d),
    say: (d) => `누구일까요? 바로 ${d.view.s('이에요/예요')}! ${d.view.s('은/는')} ${d.past}${mark(d)}`,
  },
  {
    id: 'open-title',
    fits: (d) => bareStage(d) && notSmall(d) && isSpeakable(d.view.title),
    say: (d) => `‘${d.view.title}’ 이야기가 시작돼요. ${subject(d)} ${d.past}${mark(d)}`,
  },
];

/** Anywhere after the first page. */
export const ACTIONS: readonly Line<Doing>[] = [
  { id: 'act-is', say: (d) => `${d.where}${subject(d)} ${d.past}${mark(d)}` },
  { id: 'act-topic', fits: untimed, say: (d) => `${d.view.s('은/는')} ${d.where}${d.past}${mark(d)}` },
  {
    id: 'act-this-time',
    fits: (d) => untimed(d) && d.view.sameWho && d.clause.subject !== 'inner',
    say: (d) => `이번에는 ${d.where}${subject(d)} ${d.past}${mark(d)}`,
  },
  {
    id: 'act-then',
    fits: (d) => untimed(d) && d.view.sameWho && notSmall(d),
    say: (d) => `그다음에 ${d.view.s('은/는')} ${d.where}${d.past}${mark(d)}`,
  },
  {
    id: 'act-soon',
    fits: (d) => untimed(d) && d.view.sameWho,
    say: (d) => `조금 뒤, ${d.view.s('은/는')} ${d.where}${d.past}${mark(d)}`,
  },
  {
    id: 'act-ask',
    fits: (d) => untimed(d) && isAct(d) && notSmall(d) && !d.view.dark && !JOINED.test(d.clause.before),
    say: (d) => `${d.view.s('은/는')} 무엇을 했을까요? ${d.where}${d.past}${mark(d)}`,
  },
  {
    id: 'act-found',
    fits: (d) => untimed(d) && lasting(d) && notSmall(d) && !d.view.firstPerson,
    say: (d) => `가만히 보니 ${d.where}${subject(d)} ${goingOn(d)}${mark(d)}`,
  },
  {
    id: 'act-look',
    fits: (d) => alone(d) && notSmall(d) && !d.view.firstPerson && !d.view.dark,
    say: (d) => `이것 좀 보세요. ${d.where}${subject(d)} ${say(d.clause, 'present')}!`,
  },
  {
    id: 'act-begin',
    fits: (d) => untimed(d) && lasting(d),
    say: (d) => `${d.view.s('은/는')} ${d.where}${say(d.clause, 'nominal')} 시작했어요${mark(d)}`,
  },
  {
    id: 'act-after',
    fits: (d) => led(d) !== undefined,
    say: (d) => `${leading(d, 'and')} 나서 ${d.view.s('은/는')} ${d.where}${d.past}${mark(d)}`,
  },
  {
    id: 'act-from',
    fits: (d) => lastingBefore(d),
    say: (d) => `${leading(d, 'remembered')} ${d.view.s('은/는')} 이제 ${d.where}${d.past}${mark(d)}`,
  },
  { id: 'act-now', fits: untimed, say: (d) => `이제 ${d.where}${subject(d)} ${d.past}${mark(d)}` },
  {
    id: 'act-already',
    fits: (d) => untimed(d) && d.view.sameWho && isAct(d),
    say: (d) => `어느새 ${d.view.s('은/는')} ${d.where}${d.past}${mark(d)}`,
  },
  {
    id: 'act-wow',
    fits: (d) => alone(d) && !d.view.firstPerson && !d.view.dark && isAct(d) && notSmall(d),
    say: (d) => `와, ${d.where}${subject(d)} ${say(d.clause, 'seen')}!`,
  },
  {
    id: 'act-oh',
    fits: (d) => untimed(d) && !d.view.firstPerson && !d.view.dark && isSurprising(d),
    say: (d) => `어머, ${d.where}${subject(d)} ${d.plain}!`,
  },
  {
    id: 'act-who',
    fits: (d) =>
      untimed(d) && !d.view.sameWho && !d.view.returningWho && d.view.single && !d.view.busy && d.clause.before !== '',
    say: (d) => `이번에는 누구일까요? 바로 ${d.view.s('이에요/예요')}! ${d.where}${d.past}${mark(d)}`,
  },
  {
    id: 'act-meanwhile',
    fits: (d) => untimed(d) && !d.view.sameWho && notSmall(d),
    say: (d) => `그때 ${d.where}${subject(d)} ${d.past}${mark(d)}`,
  },
  {
    id: 'act-again',
    fits: (d) => untimed(d) && !d.view.sameWho && d.view.returningWho && d.view.single && !d.view.busy,
    say: (d) => `이번에는 ${d.view.who} 이야기예요. ${d.view.s('은/는')} ${d.where}${d.past}${mark(d)}`,
  },
  {
    id: 'act-next',
    fits: (d) => alone(d) && lasting(d) && d.view.sameWho && notSmall(d) && d.view.theme.lively === true,
    say: (d) => `다음 장에서도 ${d.view.s('은/는')} 바빠요. ${d.where}${say(d.clause, 'and')} 있었거든요.`,
  },
];

/** Something grave, told as it is. */
export const QUIET: readonly Line<Doing>[] = [
  { id: 'quiet-is', say: (d) => `${d.where}${subject(d)} ${d.plain}.` },
  { id: 'quiet-topic', fits: untimed, say: (d) => `${d.view.s('은/는')} ${d.where}${d.plain}.` },
  { id: 'quiet-day', fits: (d) => d.view.first && bareStage(d), say: (d) => `어느 날, ${subject(d)} ${d.plain}.` },
];

/** One doing that another's follows in the same sentence: the first one's subject takes 이/가. */
export const TURNING: readonly Line<Doing>[] = [
  { id: 'turning-is', say: (d) => `${d.where}${subject(d)} ${d.plain}.` },
  {
    id: 'turning-then',
    fits: (d) => untimed(d) && !d.view.first,
    say: (d) => `이제 ${d.where}${subject(d)} ${d.plain}.`,
  },
  { id: 'turning-day', fits: (d) => d.view.first && bareStage(d), say: (d) => `어느 날, ${subject(d)} ${d.plain}.` },
];

/** What else is done: the subject is known by now. */
export const MORE: readonly Line<{ readonly past: string }>[] = [
  { id: 'more-and', say: ({ past }) => `그리고 ${past}.` },
  { id: 'more-then', say: ({ past }) => `그러고는 ${past}.` },
  { id: 'more-also', say: ({ past }) => `또 ${past}.` },
  { id: 'more-next', say: ({ past }) => `그다음에는 ${past}.` },
];

/** Clauses that bring a subject of their own, when the page's name is not among their words. */
export const ABOUT: readonly Line<View>[] = [
  {
    id: 'about-happened',
    say: (view) =>
      `${view.who === '나' ? '내' : view.who === '저' ? '제' : view.who}${/^[나저]$/.test(view.who) ? '게' : '에게'} 이런 일이 있었어요.`,
  },
  {
    id: 'about-watched',
    fits: (view) => !view.firstPerson && !view.grave,
    say: (view) => `${view.s('이/가')} 곁에서 지켜보았어요.`,
  },
  {
    id: 'about-story',
    fits: (view) => !view.firstPerson && !view.grave,
    say: (view) => `${view.sameWho ? '이번에도' : view.first ? '오늘은' : '이번에는'} ${view.who} 이야기예요.`,
  },
];

interface Thing {
  readonly view: View;
  readonly thing: string;
}

/** A thing instead of a doing. */
export const THINGS: readonly Line<Thing & { readonly isThing: string }>[] = [
  {
    id: 'thing-near',
    say: ({ view, isThing }) => `${view.firstPerson ? view.of : view.who} 곁에는 ${isThing} 있었어요.`,
  },
  { id: 'thing-story', say: ({ view, thing }) => `오늘은 ${view.s('과/와')} ${thing} 이야기예요.` },
  {
    id: 'thing-look',
    say: ({ view, thing }) =>
      `${view.firstPerson ? view.of : view.who} 옆을 보세요. 바로 ${withParticle(thing, '이에요/예요')}!`,
  },
];

/** Words no grammar can inflect, shown as they are. */
export const WORDS: readonly Line<Thing>[] = [
  { id: 'words-story', say: ({ view, thing }) => `${view.s('이/가')} 들려주는 ‘${thing}’ 이야기예요.` },
  { id: 'words-heart', say: ({ view, thing }) => `${view.of} 마음속에 ‘${thing}’ 하고 떠올랐어요.` },
  { id: 'words-page', say: ({ view, thing }) => `‘${thing}’, 바로 ${view.of} 이야기예요.` },
];
