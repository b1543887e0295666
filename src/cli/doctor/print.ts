// How the doctor's findings look: in aligned sections, broken into lines for a terminal, or as JSON for programs.
import type { Finding } from '../../finding.ts';
import type { Locale } from '../../story.ts';
import type { Section } from '../doctor.ts';
import { DOCTOR_WORDING } from './wording.ts';

/** `columns` is absent where nobody looks at lines, as for another program: those are not broken. */
export interface Output {
  write(text: string): boolean;
  readonly columns?: number;
}

const MARKS: Readonly<Record<Finding['state'], string>> = { ready: '✓', absent: '–', broken: '✗' };
/** Korean letters and their like take two columns. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

export const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (WIDE.test(one) ? 2 : 1), 0);

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Lines of at most `width` columns, broken between words; a longer word has a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || widthOf(longer) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Fewer columns than this for words would not be worth the alignment. */
const LEAST = 24;

function linesOf({ state, what, detail, advice }: Finding, label: number, columns: number): readonly string[] {
  const indent = 2 + 2 + label + 2;
  const room = Math.max(LEAST, columns - indent);
  const [first = '', ...more] = wrapped(detail, room);
  const [told = '', ...further] = advice === undefined ? [] : wrapped(advice, room - 2);
  const below = ' '.repeat(indent);
  return [
    `  ${MARKS[state]} ${padded(what, label)}  ${first}`,
    ...more.map((line) => `${below}${line}`),
    ...(told === '' ? [] : [`${below}→ ${told}`, ...further.map((line) => `${below}  ${line}`)]),
  ];
}

export const hasBroken = (sections: readonly Section[]): boolean =>
  sections.some(({ findings }) => findings.some(({ state }) => state === 'broken'));

export function printDoctor(output: Output, sections: readonly Section[], locale: Locale, asJson: boolean): void {
  const findings = sections.flatMap((section) => section.findings);
  if (asJson) {
    output.write(`${JSON.stringify(findings, null, 2)}\n`);
    return;
  }
  const columns = output.columns ?? Number.POSITIVE_INFINITY;
  const label = Math.max(...findings.map(({ what }) => widthOf(what)));
  const texts = sections.map((section) =>
    [section.title, ...section.findings.flatMap((finding) => linesOf(finding, label, columns))].join('\n'),
  );
  const count = (state: Finding['state']): number => findings.filter((finding) => finding.state === state).length;
  output.write(`${[...texts, DOCTOR_WORDING[locale].summary(count('broken'), count('absent'))].join('\n\n')}\n`);
}
