// Where and when a page is, as far as its action does not say it already: a place and a time are said once.
// Which of them is a place or a time is told by `places.ts`, but for those that only look like one.
import type { PagePlan } from '../types.ts';
import type { Clause } from './clause.ts';
import { type Setting, settingOf } from './places.ts';

/** `manner` is no place to be in: 멀리, 집에 와서. It goes before what is done. */
export type Spot = Setting | { readonly kind: 'manner'; readonly text: string };

const LATER =
  /(?:주일|[한두세네석넉\d] ?달|개월|[년초분]|시간|며칠|잠시|조금|얼마|[\d일이삼사오육칠팔구십] ?일|[날밤]|방학|점심|수업|한참)(?: ?(?:지나고|뒤|후|전))에?$/;
const LONG_AGO = /^(?:아주 )?(?:먼 )?옛날(?: ?(?:옛적|옛날))?에?$|옛적에?$/;
const MANNER = /^(?:저 )?멀리(?:멀리)?$|^(?:높이|가까이|여기저기)$|(?:[아어와가해]|려|겨|져)서$|(?:다가|면서)$/;
const IN_THE_SKY = /^하늘$|(?:위|아래|속|앞|너머) (?:하늘|구름)$/;

function spotOf(typed: string): Spot {
  const text = typed.replace(/[\s.!?~…]+$/u, '');
  if (/^아무 ?데나$/.test(text)) return { kind: 'manner', text: '어디서나' };
  if (MANNER.test(text) && !/에서$/.test(text)) return { kind: 'manner', text };
  if (LATER.test(text) || LONG_AGO.test(text)) return { kind: 'time', text: text.replace(/에$/, '') };
  if (IN_THE_SKY.test(text)) return { kind: 'place', text };
  const spot = settingOf(typed);
  // 차고 alone is a garage, not a kick.
  return spot.kind === 'other' && /^[가-힣]{2,5}(?<![다요음함까])$/.test(text) ? { kind: 'place', text } : spot;
}

const PARTICLE = '(?:에서는?|에는?|으로|로|까지|부터|[을를이가은는도의과와]|에 ?있는|$| |,)';
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const saying = (text: string): RegExp => new RegExp(`(?<=^| )${escaped(text)}(?=${PARTICLE})`, 'u');

/** 운동장에서 in the action of a page in 학교 운동장 is said in full, and then there alone. */
function inFull(action: string, spot: Spot): string | undefined {
  const words = spot.text.split(' ');
  const tail = words.at(-1) ?? '';
  if (spot.kind !== 'place' || words.length < 2 || tail.length < 2 || /[.!?~…]$/u.test(action)) return undefined;
  const found = new RegExp(`(?<=^| )${escaped(tail)}(?=에서|에 |에$|으로|로)`, 'u').exec(action);
  return found === null
    ? undefined
    : `${action.slice(0, found.index)}${spot.text}${action.slice(found.index + tail.length)}`;
}

/** What is left to say of where and when, and the actions that say the rest. */
export function stageOf(page: PagePlan): { readonly settings: readonly Spot[]; readonly actions: readonly string[] } {
  let actions = page.actions;
  const settings = page.settings.map(spotOf).filter((spot) => {
    if ([...actions, ...page.moreActions].some((action) => saying(spot.text).test(action))) return false;
    const at = actions.findIndex((action) => inFull(action, spot) !== undefined);
    if (at < 0) return true;
    actions = actions.map((action, index) => (index === at ? (inFull(action, spot) ?? action) : action));
    return false;
  });
  return { settings, actions };
}

interface Placed {
  readonly clauses: readonly Clause[];
  readonly settings: readonly Spot[];
}

/** 멀리 goes into the first doing, if that can take it. */
export function placed(clauses: readonly Clause[], settings: readonly Spot[]): Placed {
  const [first, ...rest] = clauses;
  if (first?.kind !== 'predicate' || first.subject === 'own') return { clauses, settings };
  const manner = settings.filter(({ kind }) => kind === 'manner').map(({ text }) => `${text} `);
  return {
    clauses: [{ ...first, before: manner.join('') + first.before }, ...rest],
    settings: settings.filter(({ kind }) => kind !== 'manner'),
  };
}
