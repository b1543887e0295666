// Several things in one text, as people write them: separated by a comma of any kind.

export const itemsIn = (text: string): readonly string[] =>
  text
    .split(/[,，、]/)
    .map((item) => item.trim())
    .filter(Boolean);

/** What was tapped goes after what was typed, which stays as it is; nothing twice. */
export function withItems(typed: string, tapped: readonly string[]): string {
  const said = itemsIn(typed);
  const fresh = tapped.filter((item) => !said.includes(item));
  return [typed.trim().replace(/[,，、]$/, ''), ...fresh].filter(Boolean).join(', ');
}
