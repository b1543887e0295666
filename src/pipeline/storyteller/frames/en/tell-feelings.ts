// Feelings: states joined into one sentence, emotions into another, everything else after its own kind.
import type { Draft } from './draft.ts';
import { readFeeling, type Tone } from './feelings.ts';
import { MORE } from './patterns/company.ts';
import type { Scene } from './patterns/context.ts';
import { ABOUT_IT, CAUSED, EMOTION, FEELING_ANY, FELT, STATE, type State, WISHING } from './patterns/feeling.ts';
import { SPEECH } from './patterns/main.ts';
import { readText } from './reading.ts';
import { listed } from './text.ts';

function tellUnread(draft: Draft, text: string): void {
  const reading = /^(?:warm|happy|glad|sad|big|full|good|great|brave|cold) \w+$/i.test(text)
    ? ({ kind: 'text', text } as const)
    : readText(text, draft.readers);
  const scene = draft.scene();
  if (reading.kind === 'whole') draft.own(reading.text);
  else if (reading.kind === 'speech') draft.tell(SPEECH, { ...scene, thing: reading.text });
  else if (reading.kind === 'clause') draft.tell(FELT, { ...scene, clause: reading.clause.past });
  else if (reading.kind === 'phrase') {
    const past = scene.plural ? reading.predicate.pastPlural : reading.predicate.past;
    draft.tell(MORE, { ...scene, past, still: reading.predicate.state });
  } else draft.tell(reading.kind === 'thing' ? EMOTION : FEELING_ANY, { ...scene, thing: reading.text });
}

/** The dead feel no more: what is felt on their page is felt by those who are left. */
function mourned(draft: Draft): Scene {
  const scene = draft.scene();
  const died = draft.page.actions.some((action) => /\b(?:die[ds]?|passe[ds] away)\b/i.test(action));
  return died ? { ...scene, s: 'everyone', name: 'everyone', plural: false, was: 'was' } : scene;
}

const WISH = /^(?:wanted|hoped|wished|planned|decided|promised) (?:to|not to|never to)\b/;

/** "wanted to have a picnic", where it can be told in one breath with what is felt. */
export function feltWish(draft: Draft): string | undefined {
  const { feelings, predictions, outcomes } = draft.page;
  const [item] = predictions;
  if (item === undefined || predictions.length > 1 || outcomes.length > 0 || feelings.length === 0) return undefined;
  const plain = feelings.every((typed) => {
    const feeling = readFeeling(typed);
    return feeling?.kind === 'state' && !feeling.text.startsWith('not ');
  });
  const reading = readText(item, draft.readers);
  if (!plain || reading.kind !== 'phrase' || draft.shared.measure.words < 9) return undefined;
  const told = draft.scene().plural ? reading.predicate.pastPlural : reading.predicate.past;
  return WISH.test(told) ? told : undefined;
}

/** `because`: what made them feel so; `wish`: what they wanted then. */
export function tellFeelings(
  draft: Draft,
  { because, wish }: { readonly because?: string | undefined; readonly wish?: string | undefined } = {},
): void {
  const typed = draft.page.feelings.map((text) => ({ text, feeling: readFeeling(text) }));
  const told = typed.flatMap(({ feeling }) => (feeling?.kind === 'state' ? [feeling] : []));
  const states = told.filter((state) => !state.text.startsWith('not '));
  const denied = told.filter((state) => state.text.startsWith('not '));
  const things = typed.flatMap(({ feeling }) => (feeling?.kind === 'thing' ? [feeling] : []));
  const scene = mourned(draft);
  if (states.length > 0) {
    const tones = new Set<Tone>(states.map((state) => state.tone));
    const state: State = {
      ...scene,
      state: listed(states.map((state) => state.text)),
      single: states.length === 1 && states.every((state) => state.single),
      sure: states.every((state) => state.sure),
      tone: tones.size === 1 ? ([...tones][0] ?? 'open') : 'open',
    };
    if (wish !== undefined) draft.tell(WISHING, { ...state, wish });
    else if (because !== undefined) draft.tell(CAUSED, { ...state, because });
    else draft.tell(STATE, state);
  }
  if (denied.length > 0) {
    const clause = `${draft.scene().s} did not feel ${denied.map((state) => state.text.slice(4)).join(' or ')}`;
    draft.tell(FELT, { ...draft.scene(), clause });
  }
  if (things.length > 0) draft.tell(EMOTION, { ...draft.scene(), thing: listed(things.map((thing) => thing.text)) });
  const about = typed.flatMap(({ feeling }) => (feeling?.kind === 'about' ? [feeling.text] : []));
  if (about.length > 0) draft.tell(ABOUT_IT, { ...draft.scene(), thing: listed(about) });
  for (const { text, feeling } of typed) if (feeling === undefined) tellUnread(draft, text);
}
