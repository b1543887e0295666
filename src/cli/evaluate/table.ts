// Columns that stand under each other on a terminal, where a Hangul syllable is two cells wide. Pure.

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/u;

/** Cells of a terminal. */
export const cells = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);

/** Rows of equal length, the first column to the left and numbers to the right; `left` names further columns of words. */
export function table(rows: readonly (readonly string[])[], left: ReadonlySet<number> = new Set()): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => cells(row[column] ?? ''))));
  return rows
    .map((row) => {
      const parts = row.map((text, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - cells(text));
        return column === 0 || left.has(column) ? text + gap : gap + text;
      });
      return `  ${parts.join('  ').trimEnd()}\n`;
    })
    .join('');
}
