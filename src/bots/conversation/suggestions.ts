// What may be tapped instead of typed: what this book's other scenes say, nearest scene first. Pure, without any model.
import { itemsIn } from '../../items.ts';
import type { Fields } from '../../story.ts';
import type { OpenSession, SceneFacts } from './session.ts';

/** As many as the strictest chat service shows at once. */
const MOST = 10;
const LONGEST = 40;

type TextField = Exclude<keyof Fields, 'classification'>;

/** Fields that stay the same from scene to scene, or come again; a plot does not. */
const RECURRING: readonly TextField[] = ['name', 'character', 'setting', 'feeling'];

const itemsOf = (value: string): readonly string[] => itemsIn(value).filter(({ length }) => length <= LONGEST);

/** Without what the field says already. */
export function suggestionsFor(session: OpenSession, scene: SceneFacts, field: TextField): readonly string[] {
  if (!RECURRING.includes(field)) return [];
  const here = session.scenes.indexOf(scene);
  const distance = (other: SceneFacts): number => Math.abs(session.scenes.indexOf(other) - here);
  const others = session.scenes.filter((other) => other !== scene).sort((a, b) => distance(a) - distance(b));
  // Who acts in one scene is often somebody beside the main person in another.
  const sources: readonly TextField[] = field === 'character' ? ['character', 'name'] : [field];
  const items = others.flatMap((other) => sources.flatMap((name) => itemsOf(other.fields[name] ?? '')));
  const said = new Set([
    ...itemsOf(scene.fields[field] ?? ''),
    ...(field === 'character' ? itemsOf(scene.fields.name ?? '') : []),
  ]);
  return [...new Set(items)].filter((item) => !said.has(item)).slice(0, MOST);
}
