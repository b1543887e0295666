// What a search leaves behind: every setting with its figures as a CSV for people and their sheets, and all of it as JSON.
import { join } from 'node:path';
import { csvWriter } from '../../csv.ts';
import { columnOf, type DecodingOutcome, type Measure, WAYS } from '../../pipeline/index.ts';
import { writeWhole } from '../output.ts';
import { json } from '../results.ts';

export interface Asked {
  readonly data: string;
  readonly model: string;
  readonly seed: number;
}

/** The ways that pick a setting. */
const picking = ({ choosing }: DecodingOutcome, place: number): readonly string[] =>
  WAYS.filter((way) => choosing.order[way][0] === place);

const measuresOf = ({ results }: DecodingOutcome): readonly Measure[] => [
  ...new Set(results.flatMap(({ means }) => Object.keys(means) as Measure[])),
];

async function asCsv(outcome: DecodingOutcome): Promise<string> {
  const { results, choosing, way } = outcome;
  const line = await csvWriter();
  const names = Object.keys(results[0]?.setting.named ?? {});
  const measures = measuresOf(outcome);
  const head = line(['rank', ...names, ...measures.map(columnOf), ...WAYS, 'picked_by']);
  const rows = choosing.order[way].flatMap((place, rank) => {
    const result = results[place];
    if (!result) return [];
    const own = names.map((name) => String(result.setting.named[name]));
    const values = measures.map((measure) => result.means[measure] ?? '');
    const scores = WAYS.map((each) => choosing.scores[place]?.[each] ?? '');
    return [line([rank + 1, ...own, ...values, ...scores, picking(outcome, place).join(' ')])];
  });
  return head + rows.join('');
}

const spelled = (means: DecodingOutcome['people']) =>
  Object.fromEntries(Object.entries(means).map(([measure, mean]) => [columnOf(measure as Measure), mean]));

/** The same for programs, as it is printed with `--json` too. */
export function asJson(outcome: DecodingOutcome, asked: Asked): string {
  const { results, choosing, way, best, same, people, against, engine, pages } = outcome;
  const namedAt = (place: number) => results[place]?.setting.named;
  return json({
    ...asked,
    ...{ engine, pages, way },
    comparedBy: choosing.by.map(columnOf),
    chosen: namedAt(best),
    sameTexts: same.map(namedAt),
    picks: Object.fromEntries(WAYS.map((each) => [each, namedAt(choosing.order[each][0] ?? 0)])),
    ...(against && { againstOriginal: { settings: namedAt(against.place), ...against.difference } }),
    people: spelled(people),
    settings: results.map(({ setting, means }, place) => ({
      settings: setting.named,
      measures: spelled(means),
      scores: choosing.scores[place],
    })),
  });
}

/** @throws TalesError `file-unwritable`. */
export async function writeFiles(folder: string, outcome: DecodingOutcome, asked: Asked): Promise<void> {
  await writeWhole(join(folder, 'settings.csv'), await asCsv(outcome));
  await writeWhole(join(folder, 'search.json'), asJson(outcome, asked));
}
