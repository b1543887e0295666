// Lines for causes, outcomes and what is to come.
import { type Predicate, say } from '../clause.ts';
import { particle, withParticle } from '../particles.ts';
import type { Line } from '../teller.ts';
import type { View } from '../view.ts';

export interface Named {
  readonly view: View;
  readonly text: string;
}

export interface Told {
  readonly view: View;
  readonly clause: Predicate;
}
const grown = ({ view }: { readonly view: View }): boolean => view.level !== '유아' && !view.busy && !view.grave;
const told = ({ view }: { readonly view: View }): boolean => !view.firstPerson && !view.dark;

export const CAUSES: readonly Line<Told>[] = [
  { id: 'cause-why', fits: grown, say: ({ clause }) => `왜 그랬을까요? ${say(clause, 'pastReason')}.` },
  { id: 'cause-for', say: ({ clause }) => `${say(clause, 'pastReason')}.` },
  { id: 'cause-reason', fits: grown, say: ({ clause }) => `다 까닭이 있었어요. ${say(clause, 'pastReason')}.` },
  { id: 'cause-because', say: ({ clause }) => `왜냐하면 ${say(clause, 'pastReason')}.` },
];

const NOT = /(?:^| )[안못] $/;
/** What did not come about: 손이 닿지 않았다. */
export const isDenied = ({ before, verb }: Predicate): boolean => /(?:않|못하|없)$/.test(verb.stem) || NOT.test(before);
const GOOD = /(?:틀리|다치|울|무섭|아프|늦|지치|실수하|포기하|싸우|두렵|춥|외롭|부끄럽|떨리|떨|심심하)지 $/;
/** What was hoped for and did not come about: 손이 닿지 않았다, but not 틀리지 않았다. */
export const isThwarted = (clause: Predicate): boolean => isDenied(clause) && !GOOD.test(clause.before);
/** What is reached after trouble, and may be reached at last. */
const REACHED =
  /(?:이기|우승하|성공하|도착하|다다르|찾|찾아내|발견하|해내|완성하|완성되|닿|오르|올라가|구하|물리치|잡|풀|끝내|끝나|만나|되찾|돌아오|돌아가|탈출하|통과하|합격하|태어나|깨어나|피|열리|되)$/;
const SAD =
  /(?:^| )(?:(?:울|지|죽)$|못 |물이 되)|울리$|다치|다쳤|아프|아팠|잃|깨지|깨졌|무너|부서|혼나|혼났|넘어지|빠지|싸우|슬프|망가|망치|찢|젖|떨어지|놓치|늦|구멍|고장|사라지|없어지|녹$|헤어지|끊어/;
export const isSad = (clause: Predicate): boolean => SAD.test(clause.before + clause.verb.stem);
export const isReached = (clause: Predicate): boolean =>
  clause.verb.kind === 'verb' && REACHED.test(clause.verb.stem) && !isDenied(clause) && !isSad(clause);

const LEADS = /((?:서|더니|덕분에) )(?!드디어|마침내)/;
/** The same for a cause that brings its effect along, 비가 와서 우산을 썼다: it is told as what followed. */
const atLast = ({ clause, view }: Told): boolean => isReached(clause) && LEADS.test(clause.before) && !view.dark;
const leading = (clause: Predicate, word: string): string =>
  say({ ...clause, before: clause.before.replace(LEADS, `$1${word} `) }, 'past');

export const CHAINS: readonly Line<Told>[] = [
  { id: 'chain-but', fits: ({ clause }) => isThwarted(clause), say: ({ clause }) => `하지만 ${say(clause, 'past')}.` },
  { id: 'chain-yet', fits: ({ clause }) => isThwarted(clause), say: ({ clause }) => `그런데 ${say(clause, 'past')}.` },
  { id: 'chain-atlast', fits: atLast, say: ({ clause }) => `${leading(clause, '드디어')}!` },
  { id: 'chain-finally', fits: atLast, say: ({ clause }) => `${leading(clause, '마침내')}.` },
  {
    id: 'chain-plain',
    fits: (it) => !isThwarted(it.clause) && !atLast(it),
    say: ({ clause }) => `${say(clause, 'past')}.`,
  },
  {
    id: 'chain-known',
    fits: (it) => told(it) && !isThwarted(it.clause) && !atLast(it),
    say: ({ clause }) => `${say(clause, 'pastKnown')}.`,
  },
];
/** A cause whose effect was left out. */
export const REASONS: readonly Line<Named>[] = [
  { id: 'reason-why', fits: grown, say: ({ text }) => `왜 그랬을까요? ${reason(text)}.` },
  { id: 'reason-plain', say: ({ text }) => `${reason(text)}.` },
  {
    id: 'reason-told',
    fits: told,
    say: ({ text }) => `${reason(text).replace(/어요$/, '답니다')}.`,
  },
  { id: 'reason-known', say: ({ text }) => `${reason(text).replace(/어요$/, '지요')}.` },
];
const reason = (text: string): string =>
  /(?:때문에|덕분에|탓에)$/.test(text) ? text.replace(/에$/, '이었어요') : `${text} 그랬어요`;
/** 도움 is thanked for, 비 is not, and a 선물 may be what is still to be given. */
const thanks = ({ text, view }: Named): boolean =>
  !view.dark && /(?:^|[가-힣] ?)(?:도움|사랑|응원|노력|칭찬|용기|우정)$/.test(text);
export const CAUSE_NOUNS: readonly Line<Named>[] = [
  { id: 'causenoun-thanks', fits: thanks, say: ({ text }) => `모두 ${text} 덕분이었지요.` },
  { id: 'causenoun-was', say: (it) => `바로 ${it.text} ${thanks(it) ? '덕분' : '때문'}이었어요.` },
  { id: 'causenoun-for', fits: (it) => !thanks(it), say: ({ text }) => `그건 ${text} 때문이었지요.` },
];
export const CAUSE_WORDS: readonly Line<Named>[] = [
  { id: 'causewords-so', say: ({ text }) => `까닭은 이랬어요. ‘${text}’` },
  { id: 'causewords-asked', say: ({ text }) => `왜 그랬을까요? ‘${text}’, 그래서였어요.` },
];

const sad = ({ clause }: Told): boolean => isSad(clause);
/** 행복하게 살았다 is told as the old stories tell it. */
const lived = ({ clause }: Told): boolean => /살$/.test(clause.verb.stem);
const dream = ({ clause }: Told): boolean =>
  clause.verb.kind === 'copula' && /꿈/.test(clause.before + clause.verb.stem);
/** What is or is not, rather than what happens, needs nothing to lead to it. */
const happens = (it: Told): boolean => it.clause.verb.kind === 'verb' && !it.view.grave;
const reached = (it: Told): boolean => happens(it) && isReached(it.clause);

export const OUTCOMES: readonly Line<Told>[] = [
  { id: 'out-dream', fits: dream, say: ({ clause }) => `알고 보니 ${say(clause, 'past')}.` },
  { id: 'out-finally', fits: reached, say: ({ clause }) => `마침내 ${say(clause, 'past')}.` },
  {
    id: 'out-so',
    fits: (it) => (happens(it) || lived(it)) && !sad(it) && !it.view.firstPerson && !isDenied(it.clause),
    say: ({ clause }) => `그렇게 ${say(clause, 'pastTold')}.`,
  },
  { id: 'out-atlast', fits: reached, say: ({ clause }) => `드디어 ${say(clause, 'past')}!` },
  {
    id: 'out-end',
    fits: (it) => grown(it) && happens(it),
    say: ({ clause }) => `어떻게 되었을까요? ${say(clause, 'past')}.`,
  },
  {
    id: 'out-last',
    fits: (it) => happens(it) && !reached(it) && !lived(it),
    say: ({ clause }) => `그래서 ${say(clause, 'past')}.`,
  },
  { id: 'out-however', fits: (it) => happens(it) && sad(it), say: ({ clause }) => `그만 ${say(clause, 'past')}.` },
  {
    id: 'out-and',
    fits: (it) => happens(it) && !reached(it),
    say: ({ clause }) => `그리고 ${say(clause, 'past')}.`,
  },
  {
    id: 'out-simply',
    fits: (it) => happens(it) && !reached(it) && !sad(it) && it.clause.subject === 'own',
    say: ({ clause }) => `${say(clause, 'past')}.`,
  },
  {
    id: 'out-inend',
    fits: (it) => happens(it) && isDenied(it.clause),
    say: ({ clause }) => `결국 ${say(clause, 'past')}.`,
  },
  { id: 'out-was', fits: (it) => !happens(it) && !dream(it), say: ({ clause }) => `${say(clause, 'past')}.` },
  {
    id: 'out-known',
    fits: (it) => !happens(it) && !dream(it) && !it.view.grave,
    say: ({ clause }) => `${say(clause, 'pastKnown')}.`,
  },
];
export const OUTCOME_NOUNS: readonly Line<Named>[] = [
  { id: 'outnoun-waited', say: ({ text }) => `그 끝에는 ${withParticle(text, '이/가')} 기다리고 있었어요.` },
  { id: 'outnoun-came', say: ({ text }) => `마지막에는 ${withParticle(text, '이/가')} 찾아왔어요.` },
];
export const OUTCOME_WORDS: readonly Line<Named>[] = [
  { id: 'outwords-end', say: ({ text }) => `그 끝은 이랬어요. ‘${text}’` },
  { id: 'outwords-so', say: ({ text }) => `마지막은 ‘${text}’${particle(text, '이었어요/였어요')}.` },
];

/** 내일, 다음에는, 곧: the typed words already say when. */
const dated = (clause: Predicate): boolean =>
  /(?:내일|다음|이제|곧|언젠가|나중|앞으로|내년|아마|그래서|그리고|결국|마침내|그러면|다시|또|오늘|그러면|커서)/.test(
    clause.before,
  );
const settled = (clause: Predicate): boolean =>
  /(?:싶|싶어하)$/.test(clause.verb.stem) ||
  (/(?:기로|려고|고) $/.test(clause.before) && /^(?:하|있)$/.test(clause.verb.stem));

export interface Coming extends Told {
  /** The person wrote that it seems so. */
  readonly supposed: boolean;
}
type How = 'past' | 'asked' | 'supposed' | 'sure';
function how({ clause, supposed }: Coming): How {
  if (clause.mood === 'wonder') return 'asked';
  if (settled(clause) || (clause.tense === 'past' && clause.mood === 'plain')) return 'past';
  return supposed ? 'supposed' : 'sure';
}
const is =
  (one: How) =>
  (coming: Coming): boolean =>
    how(coming) === one;
/** What will be done may be put off to the next time; what will be, or will not be done, may not. */
const GROWS = /(?:자라|피|되|크|나|뜨|오|열리|맺|익)$/;
const next = (clause: Predicate, lead: string): string =>
  dated(clause) || GROWS.test(clause.verb.stem) || clause.verb.kind !== 'verb' || isDenied(clause) ? '' : lead;
const asked = (clause: Predicate): string => say(clause, clause.tense === 'past' ? 'pastAsked' : 'shall');

/** A promise stays a promise, a guess a guess; a question is asked only where the person asked. */
export const PREDICTIONS: readonly Line<Coming>[] = [
  { id: 'next-asked', fits: is('asked'), say: ({ clause }) => `${asked(clause)}?` },
  { id: 'next-wonder', fits: is('asked'), say: ({ clause }) => `${next(clause, '다음에는 ')}${asked(clause)}?` },
  { id: 'next-seems', fits: is('supposed'), say: ({ clause }) => `${say(clause, 'future')} 것 같아요.` },
  {
    id: 'next-maybe',
    fits: is('supposed'),
    say: ({ clause }) => `${next(clause, '아마 ')}${say(clause, 'future')} 것 같아요.`,
  },
  { id: 'next-will', fits: is('sure'), say: ({ clause }) => `${say(clause, 'will')}.` },
  { id: 'next-time', fits: is('sure'), say: ({ clause }) => `${next(clause, '다음에는 ')}${say(clause, 'will')}.` },
  {
    id: 'next-soon',
    fits: (coming) => is('sure')(coming) && !coming.view.last,
    say: ({ clause }) => `${next(clause, '이제 ')}${say(clause, 'will')}.`,
  },
  { id: 'next-settled', fits: is('past'), say: ({ clause }) => `${say(clause, 'past')}.` },
  {
    id: 'next-known',
    fits: (coming) => is('past')(coming) && !coming.view.grave,
    say: ({ clause }) => `${say(clause, 'pastKnown')}.`,
  },
];
export const PREDICTION_NOUNS: readonly Line<Named>[] = [
  { id: 'nextnoun-wait', say: ({ text }) => `다음에는 ${withParticle(text, '이/가')} 기다리고 있을 거예요.` },
  { id: 'nextnoun-meet', say: ({ text }) => `이제 ${withParticle(text, '을/를')} 만나게 될 거예요.` },
];
export const PREDICTION_WORDS: readonly Line<Named>[] = [
  { id: 'nextwords-goes', say: ({ text }) => `다음에는 ‘${text}’ 이야기가 이어질 거예요.` },
  { id: 'nextwords-will', say: ({ text }) => `이제 ‘${text}’ 이야기가 기다리고 있어요.` },
];
