// The people of a page: what they are called together, which particle they take, and who else comes along.
import type { PagePlan } from '../types.ts';
import { isFirstPerson, storyName } from './names.ts';
import { type Pair, withParticle } from './particles.ts';

/** 토끼와 곰과 여우; from four on 토끼, 곰, 여우 그리고 새. */
export function joined(items: readonly string[]): string {
  if (items.length >= 4) return `${items.slice(0, -1).join(', ')} 그리고 ${items.at(-1)}`;
  return items.map((item, at) => (at < items.length - 1 ? `${withParticle(item, '과/와')} ` : item)).join('');
}

/** 모두 and their like are asked after by nobody. */
const EVERYBODY = /^(?:모두|모두들|다|다들|다 같이|다같이|모두 다|우리 모두|친구들|아이들|누군가|주인공)$/;

/** 모두 takes no topic, 다 같이 no particle at all. */
export function withSubject(who: string, pair: Pair): string {
  const told = pair === '은/는' || pair === '이/가';
  if (told && /^(?:다 ?같이|다|다들)$/.test(who)) return who;
  return withParticle(who, pair === '은/는' && /^(?:우리 )?모두(?:들)?$/.test(who) ? '이/가' : pair);
}

const NOBODY = '주인공';

/** 은서와 다온 are two, as if listed. */
function apart(typed: string): readonly string[] {
  const [, one, mark, rest] = /^(\S+?)(와|과|이랑|랑|하고) (\S.*)$/.exec(typed) ?? [];
  if (one === undefined || mark === undefined || rest === undefined) return [typed];
  const fits = mark === '하고' || withParticle(one, /랑$/.test(mark) ? '이랑/랑' : '과/와') === one + mark;
  return fits && one !== '사' ? [one, ...apart(rest)] : [typed];
}

/** The names of a page as the story says them; at least one. */
export function namesOf(page: PagePlan): readonly string[] {
  const names = page.names
    .flatMap(apart)
    .map(storyName)
    .filter((name) => name !== undefined);
  return names.length === 0 ? [NOBODY] : names;
}

/** Whether everybody named has a name of their own: neither 나 nor 모두. */
export const isNamed = (names: readonly string[]): boolean =>
  !names.some((name) => isFirstPerson(name) || EVERYBODY.test(name));

const OWN: Readonly<Record<string, string>> = { 나: '내', 저: '제', 우리: '우리' };
/** 토끼의; of oneself 내. */
export const possessive = (who: string): string => OWN[who] ?? `${who}의`;

/** 엄마랑, 친구와: with whom, its particle left on. */
const JOINED = /^(.*(?:엄마|아빠|친구|친구들|동생|누나|언니|오빠|형|할머니|할아버지|선생님))(?:이랑|랑|하고|와|과)$/;

const PARTICLE =
  /^(?:가|[이은는을를와과도의만로]|이는|이?랑|에게서?|한테서?|께서?|하고|으로|처럼|보다|들[이은을과도]?)?$/;

/** A companion whom the other fields name is there already. */
const isMentioned = (who: string, page: PagePlan): boolean =>
  [...page.actions, ...page.moreActions, ...page.causes, ...page.outcomes].some((text) =>
    ` ${text}`
      .split(` ${who}`)
      .slice(1)
      .some((rest) => PARTICLE.test(rest.split(/[\s.,!?~]/, 1)[0] ?? '')),
  );

export interface Company {
  readonly newcomers: readonly string[];
  readonly returners: readonly string[];
  /** Whoever tells the tale is there as well: no guest, and not met again. */
  readonly self?: string;
}

/** Who is there besides `names`: for the first time, and again. */
export function companyOf(page: PagePlan, names: readonly string[]): Company {
  const others = page.characters
    .map((who) => who.replace(JOINED, '$1'))
    .flatMap(apart)
    .filter((who) => !page.names.includes(who))
    .flatMap((typed) => storyName(typed) ?? [])
    .filter((who) => !names.includes(who))
    .filter((who) => !isMentioned(who, page));
  const known = new Set(page.returning.flatMap(apart).map(storyName));
  const self = others.find(isFirstPerson);
  const guests = others.filter((who) => !isFirstPerson(who));
  return {
    newcomers: guests.filter((who) => !known.has(who)),
    returners: guests.filter((who) => known.has(who)),
    ...(self === undefined ? {} : { self }),
  };
}
