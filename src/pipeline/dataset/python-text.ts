// Texts as Python's `str` and `re` see them, so that a data set is to the character what the original's notebooks made.
// A blank is what `str.isspace` holds for one, a word's character what `re`'s \w matches.

const BLANK = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const BLANKS = new RegExp(`[${BLANK}]+`, 'gu');
const ENDS = new RegExp(`^[${BLANK}]+|[${BLANK}]+$`, 'gu');
/** Neither letter, digit, underline, blank nor one of the marks that stay. Marks that combine are no letters to Python. */
const UNWANTED = new RegExp(`[^\\p{L}\\p{N}_${BLANK}.,?!]`, 'gu');

/** `str.strip()` */
export const strip = (text: string): string => text.replace(ENDS, '');

/** What a model is trained to tell: `re.sub(r'[^\w\s가-힣.,?!]', '', story)`, with runs of blanks as one, stripped. */
export const outputText = (story: string): string => strip(story.replace(UNWANTED, '').replace(BLANKS, ' '));
