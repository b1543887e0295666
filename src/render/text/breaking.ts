// Where lines end: at spaces only (keep-all), chosen for the whole paragraph so that the right edge is even
// and no line is left with a single word. Pure; widths in ems.

/** What stays together on a line: a word, or a piece of one too long for any line. */
export interface Piece {
  readonly text: string;
  readonly width: number;
  /** Width of the space that follows if the line goes on; 0 between pieces of one word. */
  readonly space: number;
}

/** From `start` up to, not including, `end`. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Where a sentence ends, with the marks that close it. */
export const SENTENCE_END = /[.?!…。][”’"'」』)\]]*$/u;
const CLAUSE_END = /[,、;:][”’"'」』)\]]*$/u;
const OPENING = /^[“‘"'「『(]/u;
/** Words that lean on the next one: breaking after them makes a reader stumble. */
const LEANING = new Set([
  '그',
  '이',
  '저',
  '한',
  '두',
  '세',
  '네',
  '안',
  '못',
  '더',
  '참',
  '꼭',
  '또',
  '막',
  'a',
  'an',
  'the',
  'of',
  'to',
]);

const PENALTY = {
  word: 40,
  shortLast: 25,
  sentence: -6,
  clause: -3,
  leaning: 8,
  /** A word cut in two, next to any other way of setting the paragraph. */
  cut: 60,
  line: 1,
} as const;

/** Cost of ending a line after `piece`, when `next` begins the following one. */
function breakCost(piece: Piece, next: Piece): number {
  if (piece.space === 0) return PENALTY.cut;
  if (LEANING.has(piece.text.toLowerCase())) return PENALTY.leaning;
  if (SENTENCE_END.test(piece.text) || OPENING.test(next.text)) return PENALTY.sentence;
  return CLAUSE_END.test(piece.text) ? PENALTY.clause : 0;
}

function lastLineCost(words: number, width: number, measure: number, isOnly: boolean): number {
  if (isOnly) return 0;
  return (words === 1 ? PENALTY.word : 0) + (width < measure / 3 ? PENALTY.shortLast : 0);
}

/**
 * Lines of least raggedness: the sum of squared slack in ems, and the penalties above.
 * A piece wider than `measure` gets a line of its own; cut words before calling.
 */
export function breakLines(pieces: readonly Piece[], measure: number): readonly LineRange[] {
  return breakBy(pieces, measure, (line, width) => lineCost(pieces, line, width, measure));
}

function breakBy(
  pieces: readonly Piece[],
  measure: number,
  costOf: (line: LineRange, width: number) => number,
): readonly LineRange[] {
  const count = pieces.length;
  const best: { cost: number; start: number }[] = [{ cost: 0, start: 0 }];
  for (let end = 1; end <= count; end++) {
    let choice = { cost: Number.POSITIVE_INFINITY, start: end - 1 };
    let width = 0;
    for (let start = end - 1; start >= 0; start--) {
      const piece = pieces[start];
      if (piece === undefined) break;
      width += piece.width + (start < end - 1 ? piece.space : 0);
      if (width > measure + 1e-6 && start < end - 1) break;
      const cost = (best[start]?.cost ?? 0) + costOf({ start, end }, width);
      if (cost < choice.cost) choice = { cost, start };
    }
    best.push(choice);
  }
  return trace(best, count);
}

function lineCost(pieces: readonly Piece[], { start, end }: LineRange, width: number, measure: number): number {
  const last = pieces[end - 1];
  const next = pieces[end];
  if (last === undefined) return 0;
  if (next === undefined) return PENALTY.line + lastLineCost(end - start, width, measure, start === 0);
  return PENALTY.line + Math.max(0, measure - width) ** 2 + breakCost(last, next);
}

function trace(best: readonly { readonly start: number }[], count: number): readonly LineRange[] {
  const lines: LineRange[] = [];
  for (let end = count; end > 0; ) {
    const start = best[end]?.start ?? end - 1;
    lines.unshift({ start, end });
    end = start;
  }
  return lines;
}

/** How much a good place to break counts against lines that are alike: little in a title, much between sentences. */
const BALANCE = { title: 0.5, text: 8 } as const;
export type Balance = keyof typeof BALANCE;

/** Lines of nearly equal width, as few as `measure` allows: for titles and other centred text. */
export function breakBalanced(pieces: readonly Piece[], measure: number, balance: Balance): readonly LineRange[] {
  const total = pieces.reduce(
    (sum, piece, index) => sum + piece.width + (index < pieces.length - 1 ? piece.space : 0),
    0,
  );
  const target = total / greedyCount(pieces, measure);
  return breakBy(pieces, measure, ({ end }, width) => {
    const last = pieces[end - 1];
    const next = pieces[end];
    const ending = last === undefined || next === undefined ? 0 : BALANCE[balance] * breakCost(last, next);
    return (width - target) ** 2 + ending;
  });
}

function greedyCount(pieces: readonly Piece[], measure: number): number {
  let lines = 1;
  let width = 0;
  let space = 0;
  for (const piece of pieces) {
    if (width > 0 && width + space + piece.width > measure + 1e-6) {
      lines += 1;
      width = 0;
      space = 0;
    }
    width += space + piece.width;
    space = piece.space;
  }
  return lines;
}
