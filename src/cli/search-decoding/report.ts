// What a search has found, as a table and a recommendation that a person can follow. Pure.
import { type DecodingOutcome, type Measure, type Setting, textsOf, WAYS, WEIGHTS } from '../../pipeline/index.ts';
import type { Locale } from '../../story.ts';
import { change, figure } from '../evaluate/figures.ts';
import { table } from '../evaluate/table.ts';
import { SEARCH_WORDING, type SearchWording } from './wording.ts';

/** Rows of the table; all of them are in the file. */
const SHOWN = 12;
/** With fewer pages, the order of settings that hardly differ is chance. */
const FEW = 50;

/** Heads of columns that are narrow enough for a terminal. */
const SHORT: Readonly<Record<string, string>> = {
  num_beams: 'beams',
  length_penalty: 'length',
  repetition_penalty: 'repetition',
  no_repeat_ngram_size: 'ngram',
  early_stopping: 'early',
  max_length: 'max',
  min_length: 'min',
};

/** Beside the compared measures: whether a setting buys its likeness with something that readers would notice. */
const BESIDE: Readonly<Record<Locale, readonly (readonly [Measure, string])[]>> = {
  ko: [
    ['name', '이름'],
    ['action', '행동'],
    ['repeated', '되풀이'],
    ['copied', '베낌'],
    ['eojeol', '어절'],
  ],
  en: [
    ['name', 'name'],
    ['action', 'action'],
    ['repeated', 'repeats'],
    ['copied', 'copies'],
    ['eojeol', 'words'],
  ],
};

const FLAGS: Readonly<Record<string, string>> = {
  num_beams: '--beams',
  length_penalty: '--length-penalty',
  repetition_penalty: '--repetition-penalty',
  no_repeat_ngram_size: '--no-repeat-ngram',
  max_length: '--max-length',
};

export const settingText = ({ named }: Setting): string =>
  Object.entries(named)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** As `storybook tell` takes them; what it has no option for is left out. */
function flagsOf({ named }: Setting): string {
  const flags = Object.entries(named).flatMap(([name, value]) => {
    if (name === 'early_stopping') return value === 'never' ? [] : [value ? '--early-stopping' : '--no-early-stopping'];
    return FLAGS[name] === undefined ? [] : [`${FLAGS[name]} ${value}`];
  });
  return flags.join(' ');
}

function tableOf({ results, choosing, way, people }: DecodingOutcome, locale: Locale): string {
  const words = SEARCH_WORDING[locale];
  const names = Object.keys(results[0]?.setting.named ?? {});
  const beside = BESIDE[locale].filter(([measure]) => results.some(({ means }) => means[measure] !== undefined));
  const measures: readonly (readonly [Measure, string])[] = [
    ...choosing.by.map((measure) => [measure, words.measures[measure]] as const),
    ...beside,
  ];
  const valuesOf = (means: DecodingOutcome['people']): readonly string[] =>
    measures.map(([measure]) => {
      const value = means[measure];
      return value === undefined ? '' : figure(measure, value);
    });
  const alike = new Map<string, number>();
  for (const result of results) alike.set(textsOf(result), (alike.get(textsOf(result)) ?? 0) + 1);
  const labels = measures.map(([, label]) => label);
  const head = ['', ...names.map((name) => SHORT[name] ?? name), ...labels, words.ways[way], words.alike];
  const shown = new Set<string>();
  const rows = choosing.order[way].flatMap((place, rank) => {
    const result = results[place];
    // Of settings that tell the very same texts, the first stands for all.
    if (!result || shown.has(textsOf(result)) || shown.size >= SHOWN) return [];
    shown.add(textsOf(result));
    const values = valuesOf(result.means);
    const score = choosing.scores[place]?.[way] ?? 0;
    const others = (alike.get(textsOf(result)) ?? 1) - 1;
    const own = names.map((name) => String(result.setting.named[name]));
    const figures = [...values, way === 'top5' ? `${score}` : score.toFixed(4), others > 0 ? `+${others}` : ''];
    return [[`${rank + 1}`, ...own, ...figures]];
  });
  // What people wrote is no setting, but shows what is usual.
  const last = [words.people, ...names.map(() => ''), ...valuesOf(people), '', ''];
  return table([head, ...rows, ...(Object.keys(people).length > 0 ? [last] : [])]);
}

function picksOf({ results, choosing }: DecodingOutcome, words: SearchWording): string {
  const picks = WAYS.map((way) => choosing.order[way][0] ?? 0);
  if (new Set(picks).size === 1) return `${words.allAgree}\n`;
  const lines = WAYS.map((way, at) => {
    const result = results[picks[at] ?? 0];
    return `  ${words.ways[way]}: ${result ? settingText(result.setting) : ''}\n`;
  });
  return `${words.picks}\n${lines.join('')}`;
}

function againstOriginal({ against, best }: DecodingOutcome, words: SearchWording): readonly string[] {
  if (!against) return [];
  if (against.place === best) return [words.isOriginal];
  const { mean, low, high } = against.difference;
  const text = words.interval(
    ...([mean, low, high].map((value) => change('meteor', value, '')) as [string, string, string]),
  );
  if (low > 0) return [words.better(text)];
  return [high < 0 ? words.worse(text) : words.unclear(text)];
}

export function report(outcome: DecodingOutcome, model: string, locale: Locale): string {
  const words = SEARCH_WORDING[locale];
  const { results, choosing, way, best, same, pages, engine } = outcome;
  const chosen = results[best];
  if (!chosen) return '';
  const named = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
  const labels = (measures: readonly (keyof typeof WEIGHTS)[]) => measures.map((measure) => words.measures[measure]);
  const missing = named.filter((measure) => !choosing.by.includes(measure));
  const facts = [
    ...(same.length > 0 ? [words.sameText(same.length)] : []),
    ...againstOriginal(outcome, words),
    ...(pages < FEW ? [words.few(pages)] : []),
    words.comparedBy(labels(choosing.by), labels(missing)),
    `${words.toUse} storybook tell ${words.fields} --storyteller ${engine} --model ${model} ${flagsOf(chosen.setting)}`,
  ];
  return [
    `${words.tried(results.length, pages)}\n`,
    `${words.listed(words.ways[way])}\n`,
    tableOf(outcome, locale),
    '\n',
    picksOf(outcome, words),
    `\n${words.recommended} ${settingText(chosen.setting)}\n`,
    ...facts.map((fact) => `  ${fact}\n`),
  ].join('');
}
