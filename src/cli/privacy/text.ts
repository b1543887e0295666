// A statement as plain text, for mails and for whoever wants to change it.
import type { LeafletPart } from '../../render/index.ts';
import type { Statement } from './types.ts';

function lineOf({ kind, text }: LeafletPart): string {
  if (kind === 'item') return `  - ${text}`;
  if (kind === 'blank') return `  ${text}: ______________________________`;
  return text;
}

export function statementText({ title, about, sections }: Statement): string {
  const blocks = sections.map(({ heading, parts }) => [heading, '', ...parts.map(lineOf)].join('\n'));
  return `${[title, about, ...blocks].join('\n\n')}\n`;
}
