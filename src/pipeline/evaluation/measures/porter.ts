// Porter's stemmer with the extensions that nltk has made its default. Korean words come out as they went in.
// https://tartarus.org/martin/PorterStemmer/ has the algorithm and its steps, by whose names the functions go.

/** Forms that the rules would spoil. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['skies', 'sky'],
  ['sky', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['news', 'news'],
  ['innings', 'inning'],
  ['inning', 'inning'],
  ['outings', 'outing'],
  ['outing', 'outing'],
  ['cannings', 'canning'],
  ['canning', 'canning'],
  ['howe', 'howe'],
  ['proceed', 'proceed'],
  ['exceed', 'exceed'],
  ['succeed', 'succeed'],
]);

/** The word as a row of c and v; y is a vowel behind a consonant. */
function shape(word: string): string {
  let row = '';
  for (const letter of word) {
    const isVowel = letter === 'y' ? row.endsWith('c') : 'aeiou'.includes(letter);
    row += isVowel ? 'v' : 'c';
  }
  return row;
}

/** How often a vowel is followed by a consonant. */
const measure = (stem: string): number => shape(stem).split('vc').length - 1;
const endsDouble = (word: string): boolean => /(.)\1$/su.test(word) && shape(word).endsWith('c');

function endsCvc(word: string): boolean {
  const row = shape(word);
  if (row === 'vc') return true;
  return row.length >= 3 && row.endsWith('cvc') && !/[wxy]$/.test(word);
}

type Condition = (stem: string) => boolean;
type Rule = readonly [suffix: string, replacement: string, condition: Condition];

const always: Condition = () => true;
const positive: Condition = (stem) => measure(stem) > 0;
const more: Condition = (stem) => measure(stem) > 1;

/** The first rule whose suffix fits decides, whether its condition holds or not. */
function byRules(word: string, rules: readonly Rule[]): string {
  const found = rules.find(([suffix]) => word.endsWith(suffix));
  if (!found) return word;
  const [suffix, replacement, condition] = found;
  const stem = word.slice(0, word.length - suffix.length);
  return condition(stem) ? stem + replacement : word;
}

const rulesOf = (spelled: string, condition: Condition): readonly Rule[] =>
  spelled.split(' ').map((pair) => {
    const [suffix = '', replacement = ''] = pair.split('>');
    return [suffix, replacement, condition];
  });

const STEP_1A: readonly Rule[] = rulesOf('sses>ss ies>i ss>ss s>', always);
const STEP_2: readonly Rule[] = [
  ...rulesOf(
    'ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e ousli>ous',
    positive,
  ),
  ...rulesOf(
    'ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive',
    positive,
  ),
  ...rulesOf('biliti>ble fulli>ful', positive),
  // The l belongs to the stem here, so that geo- and theo- count as others do.
  ['logi', 'log', (stem) => positive(`${stem}l`)],
];
const STEP_3 = rulesOf('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>', positive);
const STEP_4: readonly Rule[] = [
  ...rulesOf('al> ance> ence> er> ic> able> ible> ant> ement> ment> ent>', more),
  ['ion', '', (stem) => more(stem) && /[st]$/.test(stem)],
  ...rulesOf('ou> ism> ate> iti> ous> ive> ize>', more),
];

const step1a = (word: string): string =>
  word.endsWith('ies') && word.length === 4 ? word.slice(0, -1) : byRules(word, STEP_1A);

function step1b(word: string): string {
  if (word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2);
  if (word.endsWith('eed')) return byRules(word, [['eed', 'ee', positive]]);
  const suffix = ['ed', 'ing'].find((end) => word.endsWith(end) && shape(word.slice(0, -end.length)).includes('v'));
  if (suffix === undefined) return word;
  const stem = word.slice(0, -suffix.length);
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsDouble(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && endsCvc(stem) ? `${stem}e` : stem;
}

const step1c = (word: string): string =>
  byRules(word, [['y', 'i', (stem) => stem.length > 1 && shape(stem).endsWith('c')]]);

function step2(word: string): string {
  const stem = word.endsWith('alli') ? word.slice(0, -2) : word;
  return stem !== word && positive(word.slice(0, -4)) ? step2(stem) : byRules(word, STEP_2);
}

function step5(word: string): string {
  const stem = word.slice(0, -1);
  const dropped = word.endsWith('e') && (more(stem) || (measure(stem) === 1 && !endsCvc(stem))) ? stem : word;
  return dropped.endsWith('ll') && more(dropped.slice(0, -1)) ? dropped.slice(0, -1) : dropped;
}

/** @param word in lower case. */
export function stemmed(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (Array.from(word).length <= 2) return word;
  return step5(byRules(byRules(step2(step1c(step1b(step1a(word)))), STEP_3), STEP_4));
}
