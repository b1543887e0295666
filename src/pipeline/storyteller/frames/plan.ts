// Manuscript → BookPlan: everything about a book that does not depend on its language.
// Which words to use is left to the grammars.
import type { Manuscript, Scene } from '../../../story.ts';
import { splitItems, tidyLine } from './items.ts';
import type { BookPlan, PagePlan, Position } from './types.ts';

function positionOf(index: number, count: number): Position {
  if (count === 1) return 'only';
  if (index === 0) return 'opening';
  return index === count - 1 ? 'closing' : 'middle';
}

const unique = (items: readonly string[]): string[] => [...new Set(items)];

/** A caption in another language than the book's is of no use to a grammar. */
function captionOf(scene: Scene, manuscript: Manuscript): string | undefined {
  if (scene.caption === undefined || scene.caption.locale !== manuscript.locale) return undefined;
  const text = tidyLine(scene.caption.text);
  return text === '' ? undefined : text;
}

function planPage(manuscript: Manuscript, scene: Scene, index: number, seen: ReadonlySet<string>): PagePlan {
  const { fields } = scene;
  const items = (text: string | undefined): readonly string[] => splitItems(text, manuscript.locale);
  const names = unique(items(fields.name));
  const characters = unique(items(fields.character));
  const caption = captionOf(scene, manuscript);
  return {
    index,
    position: positionOf(index, manuscript.scenes.length),
    names,
    actions: items(fields.i_action),
    classification: fields.classification,
    characters,
    settings: unique(items(fields.setting)),
    moreActions: items(fields.action),
    feelings: unique(items(fields.feeling)),
    causes: items(fields.causalRelationship),
    outcomes: items(fields.outcomeResolution),
    predictions: items(fields.prediction),
    ...(caption === undefined ? {} : { caption }),
    returning: unique([...names, ...characters]).filter((who) => seen.has(who)),
    fixed: scene.text !== undefined,
  };
}

/** Plans the whole book, whichever of its pages are wanted: a page's text may lean on the pages before it. */
export function planBook(manuscript: Manuscript): BookPlan {
  const seen = new Set<string>();
  const pages = manuscript.scenes.map((scene, index) => {
    const page = planPage(manuscript, scene, index, seen);
    for (const who of [...page.names, ...page.characters]) seen.add(who);
    return page;
  });
  const title = manuscript.title === undefined ? '' : tidyLine(manuscript.title);
  return { level: manuscript.level, pages, ...(title === '' ? {} : { title }) };
}
