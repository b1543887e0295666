// What a form names a printed book by, where forms of other kinds name their scene: platforms carry either alike. Pure.

/** At most 8 characters of `a-z 0-9`; no scene is named so. */
export const printName = (request: number): string => `r${request}`;

/** The request that the printed book answered; `undefined` for what names none. */
export function requestIn(name: string | undefined): number | undefined {
  const [, digits] = /^r(\d{1,6})$/.exec(name ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}
