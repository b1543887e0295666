// Where, when and why in front of what is done, when there is room for it: 비 오는 날, 골목길에서.
// What finds no room here is told in a sentence of its own (`page.ts`).
import { type Clause, type Predicate, say } from './clause.ts';
import { withParticle } from './particles.ts';
import { subjectOf } from './subject.ts';
import type { Teller } from './teller.ts';
import { isChain, OPENED, WHEN } from './told.ts';
import type { View } from './view.ts';
import { LONG, plainly, wordsIn } from './weave.ts';

/** Verbs whose place takes 에, and words that say a place already. */
const AT = /^(?:있|없|앉|서|눕|살|숨|놓|넣|심|담|붙|걸|오르|계시|떨어지|머무르|빠지)$/;
const MOVES =
  /^(?:가|오|도착하|들어가|들어오|나가|나오|올라가|내려가|다녀오|돌아가|돌아오|이르|다다르|모이|떠나|출발하)$/;

/** 여름 is 어느 여름 at the beginning and 여름이 되자 later; 비 오는 날 stays as it is. */
function timeLead(time: string, first: boolean): string {
  if (/옛날|옛적$/.test(time)) return `${time}에, `;
  if (time.includes(' ') || /(?:오늘|어제|날|때|시간|[월일시]|[뒤후전])$/.test(time)) return `${time}, `;
  if (first && /(?:추석|설|크리스마스|명절|방학|주말|생일)$/.test(time)) return `${time}에, `;
  return first ? `어느 ${time}, ` : `${withParticle(time, '이/가')} 되자, `;
}

/** The particle with which a place goes before `clause`: 숲에서 놀다, 텃밭에 심다; none where it cannot. */
function placeParticle({ before, verb }: Predicate): '에서' | '에' | undefined {
  if (verb.kind !== 'verb' || MOVES.test(verb.stem) || /에서 /.test(before)) return undefined;
  return AT.test(verb.stem) && !/에 /.test(before) ? '에' : '에서';
}

/** 비가 왔다 is 비가 와서 to older children, for whom the sentence may be longer. */
function reasonOf(cause: Clause, view: View): string | undefined {
  if (cause.kind === 'reason') return cause.text;
  const joins = view.level === '고학년' && cause.kind === 'predicate' && cause.mood === 'plain';
  return joins && !isChain(cause) && !OPENED.test(cause.before) ? say(cause, 'because') : undefined;
}

/** 배가 고파서 for the sentence itself, which has no such word yet. */
function reasonIn(view: View, clause: Predicate): string | undefined {
  const [cause, ...others] = view.causes;
  const text = cause === undefined || others.length > 0 ? undefined : reasonOf(cause, view);
  if (text === undefined || view.level === '유아' || text === '그냥') return undefined;
  if (
    /[아어여와워해려]서 |니까 |때문에 |지만,? /.test(clause.before) ||
    OPENED.test(clause.before) ||
    WHEN.test(clause.before)
  )
    return undefined;
  const words = wordsIn(text) + wordsIn(say(clause, 'past')) + wordsIn(view.who);
  return words <= LONG[view.level] + 1 ? `${text} ` : undefined;
}

interface Where {
  readonly view: View;
  /** What goes in front, with its blank. */
  readonly where: string;
  /** Whether the settings are told by it. */
  readonly stage: boolean;
}

interface Lead {
  readonly time: string;
  readonly place: string;
}
const NOWHERE: Lead = { time: '', place: '' };

function settingIn(view: View, clause: Clause | undefined, teller: Teller): Lead {
  const place = view.settings.find(({ kind }) => kind === 'place');
  const time = view.settings.find(({ kind }) => kind === 'time');
  const all = [place, time].filter((setting) => setting !== undefined);
  if (all.length === 0 || all.length !== view.settings.length || view.sameSetting) return NOWHERE;
  if (clause?.kind !== 'predicate' || clause.mood !== 'plain' || OPENED.test(clause.before)) return NOWHERE;
  const particle = plainly(clause) ? placeParticle(clause) : undefined;
  if (place !== undefined && particle === undefined) return NOWHERE;
  const lead = {
    time: time === undefined ? '' : timeLead(time.text, view.first),
    place: place === undefined ? '' : `${place.text}${particle} `,
  };
  const words = wordsIn(lead.time + lead.place) + wordsIn(say(clause, 'past'));
  if (time !== undefined) return lead;
  if (!view.busy && words > LONG[view.level]) return NOWHERE;
  return view.busy || view.level !== '저학년' || teller.maybe(0.7) ? lead : NOWHERE;
}

/** Whether a reason is about somebody else: 눈사람이 추워 보여서. */
const isOthers = (reason: string, view: View): boolean =>
  subjectOf(reason.slice(0, reason.lastIndexOf(' ') + 1), view.names).subject === 'own';

/** What goes in front of the first doing of `view`, and the page without what is said there. */
export function whereOf(view: View, motive: string, teller: Teller): Where {
  const [first, ...rest] = view.main;
  const { time, place } = settingIn(view, first, teller);
  const stage = time + place !== '';
  const reason = plainly(first) && motive === '' ? reasonIn(view, first) : undefined;
  const told = reason === undefined ? view : { ...view, causes: [] };
  if (reason !== undefined && plainly(first) && isOthers(reason.trim(), view)) {
    if (!view.first || !stage) return { view: told, where: time + reason + place, stage };
    // 호숫가에서 Emma는 달이 너무 커서: on an opening page the name as topic goes before such a reason.
    const main = [{ ...first, before: reason + first.before, subject: 'inner' as const }, ...rest];
    return { view: { ...told, main }, where: time + place, stage };
  }
  const own = motive + (reason ?? '');
  if (own === '' || !plainly(first)) return { view: told, where: time + place, stage };
  // 아기 곰이 졸려서 굴에서 잤어요: whose reason it is comes first.
  const main = [{ ...first, before: own + place + first.before }, ...rest];
  return { view: { ...told, main }, where: time, stage };
}
