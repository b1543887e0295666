// What may be tapped instead of typed: what was suggested for the scene, then what this book's other scenes say, nearest
// scene first. Nothing of it gets into the book by itself. Pure; how it is asked for is in `asking.ts`.
import { itemsIn } from '../../items.ts';
import type { Fields, Keywords } from '../../story.ts';
import type { OpenSession, SceneFacts } from './session.ts';
import { tapOf } from './tapping.ts';

/** As many as the strictest chat service shows at once. */
const MOST = 10;
const LONGEST = 40;

type TextField = Exclude<keyof Fields, 'classification'>;

const KEYWORDS: Readonly<Partial<Record<TextField, keyof Keywords>>> = {
  i_action: 'action',
  setting: 'setting',
  action: 'action',
  feeling: 'feeling',
};

/** Fields that stay the same from scene to scene, or come again; a plot does not. */
const RECURRING: readonly TextField[] = ['name', 'character', 'setting', 'feeling'];

/** Whom or what one field names, the other need not be told. */
const BESIDE: Readonly<Partial<Record<TextField, TextField>>> = {
  character: 'name',
  action: 'i_action',
  i_action: 'action',
};

const itemsOf = (value = ''): readonly string[] => itemsIn(value).filter(({ length }) => length <= LONGEST);

function recurring(session: OpenSession, scene: SceneFacts, field: TextField): readonly string[] {
  if (!RECURRING.includes(field)) return [];
  const here = session.scenes.indexOf(scene);
  const distance = (other: SceneFacts): number => Math.abs(session.scenes.indexOf(other) - here);
  const others = session.scenes.filter((other) => other !== scene).sort((a, b) => distance(a) - distance(b));
  // Who acts in one scene is often somebody beside the main person in another.
  const sources: readonly TextField[] = field === 'character' ? ['character', 'name'] : [field];
  return others.flatMap((other) => sources.flatMap((name) => itemsOf(other.fields[name])));
}

/** Without what the scene says already; nothing where a field that holds one thing has it. */
export function suggestionsFor(session: OpenSession, scene: SceneFacts, field: TextField): readonly string[] {
  const value = scene.fields[field];
  if (tapOf(field) === 'fills' && value !== undefined) return [];
  const kind = KEYWORDS[field];
  const keywords = kind ? (scene.suggestions?.answered?.keywords[kind] ?? []).flatMap(itemsOf) : [];
  const beside = BESIDE[field];
  const said = new Set([...itemsOf(value), ...(beside ? itemsOf(scene.fields[beside]) : [])]);
  const items = [...new Set([...keywords, ...recurring(session, scene, field)])];
  return items.filter((item) => !said.has(item)).slice(0, MOST);
}

/** Only while the book has no title. */
export const titlesFor = ({ title, titles }: OpenSession): readonly string[] =>
  title === undefined
    ? (titles?.answered?.titles ?? []).filter(({ length }) => length > 0 && length <= LONGEST).slice(0, MOST)
    : [];
