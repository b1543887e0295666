// Which pages lie side by side on which side of which sheet, so that the folded stack reads in order. Pure.

/** Two pages side by side; an absent one is left blank. */
export interface Spread {
  /** Index of a page of the book. */
  readonly left?: number;
  readonly right?: number;
}

/** A sheet of paper, to be printed on both sides and folded once. */
export interface FoldedSheet {
  readonly front: Spread;
  readonly back: Spread;
}

export interface Imposition {
  /** The cover on a sheet of its own, blank inside; only where it was asked for. */
  readonly cover?: FoldedSheet;
  /** Outermost first: laid on each other in this order, fronts up, and folded together. */
  readonly inside: readonly FoldedSheet[];
  /** How many pages stay blank. */
  readonly blanks: number;
}

const PAGES_PER_SHEET = 4;

/** In pages of the booklet, counted from 0; what is beyond `order` stays blank. */
function saddle(order: readonly (number | undefined)[]): readonly FoldedSheet[] {
  const last = order.length - 1;
  const spread = (left: number, right: number): Spread => {
    const [l, r] = [order[left], order[right]];
    return { ...(l !== undefined && { left: l }), ...(r !== undefined && { right: r }) };
  };
  return Array.from({ length: order.length / PAGES_PER_SHEET }, (_, sheet) => ({
    front: spread(last - 2 * sheet, 2 * sheet),
    back: spread(2 * sheet + 1, last - 2 * sheet - 1),
  }));
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, at) => from + at);

/**
 * The last page is the back cover: what is missing to whole sheets stays blank before it, not after.
 * @param pages at least two.
 */
export function impose(pages: number, { coverApart }: { readonly coverApart: boolean }): Imposition {
  if (!Number.isInteger(pages) || pages < 2) throw new RangeError(`a booklet has two pages or more, not ${pages}`);
  const inner = coverApart ? pages - 2 : pages;
  const blanks = (PAGES_PER_SHEET - (inner % PAGES_PER_SHEET)) % PAGES_PER_SHEET;
  const empty = Array.from({ length: blanks }, () => undefined);
  if (!coverApart) return { inside: saddle([...range(0, pages - 1), ...empty, pages - 1]), blanks };
  const cover = { front: { left: pages - 1, right: 0 }, back: {} };
  return { cover, inside: saddle([...range(1, pages - 1), ...empty]), blanks };
}
