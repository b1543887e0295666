// Lines for feelings, causes, outcomes and what is to come.
import { type Predicate, say } from '../clause.ts';
import { conjugate } from '../conjugate.ts';
import { withParticle } from '../particles.ts';
import type { Line } from '../teller.ts';
import type { View } from '../view.ts';

export interface Felt {
  readonly view: View;
  readonly clause: Predicate;
  /** How it shows; absent when no family of feelings is known. */
  readonly sign?: string;
}

const shown = ({ sign, view }: Felt): boolean => sign !== undefined && view.level !== '유아';
/** Only what lasts in one's heart: 기뻐서, not 웃어서. */
const causes = (felt: Felt): boolean =>
  shown(felt) && felt.clause.mood === 'plain' && !/(?:있|싶)$/.test(felt.clause.verb.stem);
const howMuch = (clause: Predicate): string => `${say(clause, 'pastBut').replace(/데$/, '지')}`;
/** What is felt of a thing is not what somebody is: 맛있었어요, not 토끼는 맛있었어요. */
const OF_THINGS =
  /(?:맛있|무섭|재미있|멋있|신기하|예쁘|따뜻하|시원하|아름답|귀엽|불쌍하|좋|크|작|높|멋지|달콤하|고소하)$/;
const ofThings = ({ clause }: Felt): boolean => clause.before === '' && OF_THINGS.test(clause.verb.stem);

function very({ before, verb }: Predicate): string {
  if (before !== '') return '';
  if (verb.stem === '놀라') return '깜짝 ';
  return verb.kind === 'adjective' || /(?:재미있|맛있|멋있|[대정장]되|설레)$/.test(verb.stem) ? '참 ' : '';
}

/** Signs that are somebody's: 토끼의 어깨가, but not 토끼의 자꾸만. */
const OWNED = /^(?!자꾸|“|발을|한숨|웃음|콧노래|눈물)/;

export const FELT: readonly Line<Felt>[] = [
  {
    id: 'felt-so',
    fits: (felt) => causes(felt) && !ofThings(felt),
    say: ({ view, clause, sign }) => `${view.s('은/는')} ${say(clause, 'because')} ${sign}.`,
  },
  {
    id: 'felt-how',
    fits: (felt) =>
      causes(felt) && !/(?:최고로|너무|정말|아주|매우|조금|진짜|엄청|많이|참|제일) $/.test(felt.clause.before),
    say: ({ clause, sign }) => `얼마나 ${howMuch(clause)} ${sign}.`,
  },
  {
    id: 'felt-sign',
    fits: (felt) => shown(felt) && !felt.view.busy && OWNED.test(felt.sign ?? ''),
    say: ({ view, clause, sign }) => `${view.of} ${sign}. ${very(clause)}${say(clause, 'past')}.`,
  },
  {
    id: 'felt-plain',
    fits: (felt) => (!shown(felt) || !causes(felt)) && !ofThings(felt),
    say: ({ view, clause }) => `${view.s('은/는')} ${very(clause)}${say(clause, 'past')}.`,
  },
  {
    id: 'felt-known',
    fits: (felt) => !shown(felt) || !causes(felt),
    say: ({ clause }) => `${very(clause)}${say(clause, 'pastKnown')}.`,
  },
  {
    id: 'felt-ask',
    fits: ({ view }) => view.level !== '유아' && !view.busy && !view.firstPerson,
    say: ({ view, clause }) => `${view.who}의 마음은 어땠을까요? ${very(clause)}${say(clause, 'past')}.`,
  },
];

export interface Named {
  readonly view: View;
  readonly text: string;
}

export const FELT_NOUNS: readonly Line<Named>[] = [
  {
    id: 'feltnoun-came',
    fits: ({ text }) => /(?:마음|느낌|생각|기분)$/.test(text),
    say: ({ text }) => `${withParticle(text, '이/가')} 들었어요.`,
  },
  {
    id: 'feltnoun-full',
    fits: ({ text }) => !/(?:마음|느낌|생각|기분)$/.test(text),
    say: ({ text }) => `마음속이 ${withParticle(text, '으로/로')} 가득 찼어요.`,
  },
];
export const FELT_WORDS: readonly Line<Named>[] = [
  { id: 'feltwords-sound', say: ({ text }) => `마음속에서 ‘${text}’ 하는 소리가 났어요.` },
  { id: 'feltwords-written', say: ({ view, text }) => `${view.of} 마음에는 ‘${text}’ 하고 적혀 있었어요.` },
];

export interface Told {
  readonly view: View;
  readonly clause: Predicate;
}
const grown = ({ view }: { readonly view: View }): boolean => view.level !== '유아' && !view.busy;

export const CAUSES: readonly Line<Told>[] = [
  { id: 'cause-why', fits: grown, say: ({ clause }) => `왜 그랬을까요? ${say(clause, 'pastReason')}.` },
  { id: 'cause-for', say: ({ clause }) => `${say(clause, 'pastReason')}.` },
  { id: 'cause-reason', fits: grown, say: ({ clause }) => `다 까닭이 있었어요. ${say(clause, 'pastReason')}.` },
  { id: 'cause-because', say: ({ clause }) => `왜냐하면 ${say(clause, 'pastReason')}.` },
];
/** The same for a cause that brings its effect along: 비가 와서 우산을 썼다. */
export const CHAINS: readonly Line<Told>[] = [
  { id: 'chain-for', say: ({ clause }) => `${say(clause, 'pastReason')}.` },
  { id: 'chain-plain', say: ({ clause }) => `${say(clause, 'past')}.` },
  { id: 'chain-known', fits: ({ view }) => !view.firstPerson, say: ({ clause }) => `${say(clause, 'pastKnown')}.` },
  { id: 'chain-told', fits: ({ view }) => !view.firstPerson, say: ({ clause }) => `글쎄, ${say(clause, 'pastTold')}.` },
  { id: 'chain-why', fits: grown, say: ({ clause }) => `무슨 일이 있었을까요? ${say(clause, 'past')}.` },
];
/** A cause whose effect was left out. */
export const REASONS: readonly Line<Named>[] = [
  { id: 'reason-why', fits: grown, say: ({ text }) => `왜 그랬을까요? ${reason(text)}.` },
  { id: 'reason-plain', say: ({ text }) => `${reason(text)}.` },
  {
    id: 'reason-told',
    fits: ({ view }) => !view.firstPerson,
    say: ({ text }) => `${reason(text).replace(/어요$/, '답니다')}.`,
  },
  { id: 'reason-known', say: ({ text }) => `${reason(text).replace(/어요$/, '지요')}.` },
];
const reason = (text: string): string =>
  /(?:때문에|덕분에|탓에)$/.test(text) ? text.replace(/에$/, '이었어요') : `${text} 그랬어요`;
/** 도움 is thanked for, 비 is not. */
const thanks = (text: string): string =>
  /(?:도움|사랑|응원|노력|칭찬|선물|용기|친구|우정)$/.test(text) ? '덕분' : '때문';
export const CAUSE_NOUNS: readonly Line<Named>[] = [
  { id: 'causenoun-was', say: ({ text }) => `바로 ${text} ${thanks(text)}이었어요.` },
  { id: 'causenoun-for', say: ({ text }) => `모두 ${text} ${thanks(text)}이었지요.` },
];
export const CAUSE_WORDS: readonly Line<Named>[] = [
  { id: 'causewords-written', say: ({ text }) => `까닭이 이렇게 적혀 있어요. ‘${text}’` },
  { id: 'causewords-asked', say: ({ text }) => `왜 그랬을까요? ‘${text}’ 하고 적혀 있네요.` },
];

const SAD =
  /(?:^| )(?:(?:울|지|죽)$|못 |물이 되)|울리$|다치|다쳤|아프|아팠|잃|깨지|깨졌|무너|부서|혼나|혼났|넘어지|빠지|싸우|슬프|망가|망치|찢|젖|떨어지|놓치|늦|구멍|고장|사라지|없어지|녹$|헤어지|끊어/;
const sad = ({ clause }: Told): boolean => SAD.test(clause.before + clause.verb.stem);
/** 행복하게 살았다 is told as the old stories tell it. */
const lived = ({ clause }: Told): boolean => /살$/.test(clause.verb.stem);

export const OUTCOMES: readonly Line<Told>[] = [
  {
    id: 'out-finally',
    fits: (told) => !sad(told) && !lived(told),
    say: ({ clause }) => `마침내 ${say(clause, 'past')}.`,
  },
  {
    id: 'out-so',
    fits: (told) => !sad(told) && !told.view.firstPerson,
    say: ({ clause }) => `그렇게 ${say(clause, 'pastTold')}.`,
  },
  {
    id: 'out-atlast',
    fits: (told) => !sad(told) && !lived(told),
    say: ({ clause }) => `드디어 ${say(clause, 'past')}!`,
  },
  { id: 'out-end', fits: grown, say: ({ clause }) => `어떻게 되었을까요? ${say(clause, 'past')}.` },
  { id: 'out-last', say: ({ clause }) => `그래서 ${say(clause, 'past')}.` },
  { id: 'out-however', fits: sad, say: ({ clause }) => `그만 ${say(clause, 'past')}.` },
];
export const OUTCOME_NOUNS: readonly Line<Named>[] = [
  { id: 'outnoun-waited', say: ({ text }) => `그 끝에는 ${withParticle(text, '이/가')} 기다리고 있었어요.` },
  { id: 'outnoun-came', say: ({ text }) => `마지막에는 ${withParticle(text, '이/가')} 찾아왔어요.` },
];
export const OUTCOME_WORDS: readonly Line<Named>[] = [
  { id: 'outwords-end', say: ({ text }) => `그 끝은 이랬어요. ‘${text}’` },
  { id: 'outwords-so', say: ({ text }) => `어떻게 되었을까요? ‘${text}’ 하고 적혀 있어요.` },
];

/** 내일, 다음에는, 곧: the typed words already say when. */
const dated = (clause: Predicate): boolean =>
  /(?:내일|다음|이제|곧|언젠가|나중|앞으로|내년|아마|그래서|그리고|결국|마침내|그러면|다시|또|오늘|그러면|커서)/.test(
    clause.before,
  );
const fut = (clause: Predicate, lead: string): string => (dated(clause) ? '' : lead);
const settled = (clause: Predicate): boolean =>
  /(?:싶|싶어하)$/.test(clause.verb.stem) ||
  (/(?:기로|려고|고) $/.test(clause.before) && /^(?:하|있)$/.test(clause.verb.stem));
const open = ({ clause }: Told): boolean => !settled(clause);

export const PREDICTIONS: readonly Line<Told>[] = [
  {
    id: 'next-shall',
    fits: (told) => open(told) && !told.view.last,
    say: ({ clause }) => `${fut(clause, '다음에는 ')}${say(clause, 'shall')}?`,
  },
  {
    id: 'next-soon',
    fits: (told) => open(told) && !told.view.last,
    say: ({ clause }) => `${fut(clause, '이제 곧 ')}${say(clause, 'will')}.`,
  },
  { id: 'next-maybe', fits: open, say: ({ clause }) => `${fut(clause, '아마 ')}${say(clause, 'will')}.` },
  {
    id: 'next-really',
    fits: (told) => open(told) && grown(told),
    say: ({ clause }) => `정말 ${say(clause, 'shall')}? 두근두근, 기다려져요.`,
  },
  {
    id: 'next-tomorrow',
    fits: (told) => open(told) && told.view.last,
    say: ({ clause }) => `${fut(clause, '내일은 ')}${say(clause, 'shall')}?`,
  },
  {
    id: 'next-someday',
    fits: (told) => open(told) && told.view.last,
    say: ({ clause }) => `${fut(clause, '내일이 오면 ')}${say(clause, 'will')}.`,
  },
  {
    id: 'next-settled',
    fits: (told) => !open(told),
    say: ({ clause }) => `${clause.before}${conjugate(clause.verb, 'past')}.`,
  },
  {
    id: 'next-known',
    fits: (told) => !open(told),
    say: ({ clause }) => `${clause.before}${conjugate(clause.verb, 'pastKnown')}.`,
  },
];
export const PREDICTION_NOUNS: readonly Line<Named>[] = [
  {
    id: 'nextnoun-wait',
    say: ({ view, text }) => `${view.last ? '내일은' : '다음에는'} ${withParticle(text, '이/가')} 기다리고 있을까요?`,
  },
  {
    id: 'nextnoun-meet',
    say: ({ view, text }) => `${view.last ? '내일' : '이제'} ${withParticle(text, '을/를')} 만나게 될까요?`,
  },
];
export const PREDICTION_WORDS: readonly Line<Named>[] = [
  { id: 'nextwords-goes', say: ({ text }) => `다음에는 ‘${text}’ 이야기가 이어질까요?` },
  { id: 'nextwords-will', say: ({ text }) => `이제 ‘${text}’ 이야기가 기다리고 있어요.` },
];
