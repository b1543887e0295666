// What can be wrong with the pages that a language model wrote, and the sentence that tells it so. Numbers and words of
// ours alone: a name or a sentence that is quoted here could pass for an instruction.
import type { Locale } from '../../story.ts';

/** `page` counts from 1. */
type On<Code extends string, More = unknown> = { readonly code: Code; readonly page: number } & Readonly<More>;

export type Fault =
  | On<'missing'>
  | On<'unasked'>
  | On<'twice'>
  | On<'empty'>
  /** In characters. */
  | On<'endless', { most: number }>
  | On<'sentences', { found: number; least: number; most: number }>
  | On<'long-sentence', { sentence: number; found: number; most: number }>
  | On<'long-page', { found: number; most: number }>
  | On<'long-word'>
  /** Which of several names, counted from 1. */
  | On<'name', { item: number }>
  | On<'letters'>
  | On<'language'>
  | On<'marks'>
  | On<'address'>
  | On<'label'>
  | On<'list'>
  | On<'wrapped'>
  | On<'unfinished'>
  | On<'machine'>
  /** The sentence does not end in the book's style. */
  | On<'style', { sentence: number }>
  | On<'alike', { other: number }>
  | On<'as-before'>;

type Words = { readonly [C in Fault['code']]: (fault: Extract<Fault, { code: C }>) => string };

const KO: Words = {
  missing: () => '글이 없습니다. pages에 넣으세요.',
  unasked: () => '이번에 쓸 쪽이 아닙니다. pages에서 빼세요.',
  twice: () => 'pages에 두 번 있습니다. 한 번만 넣으세요.',
  empty: () => '글이 비어 있습니다.',
  endless: ({ most }) => `글이 ${most}자를 넘습니다.`,
  sentences: ({ found, least, most }) => `${found}문장입니다. ${least}–${most}문장으로 쓰세요.`,
  'long-sentence': ({ sentence, found, most }) =>
    `${sentence}번째 문장이 ${found}어절입니다. ${most}어절을 넘지 않게 줄이거나 나누세요.`,
  'long-page': ({ found, most }) => `모두 ${found}어절입니다. ${most}어절을 넘지 않게 줄이세요.`,
  'long-word': () => '띄어쓰기 없이 지나치게 긴 말이 있습니다.',
  name: ({ item }) => `그 쪽 이름 가운데 ${item}번째가 글에 없습니다. 적힌 글자 그대로 부르세요.`,
  letters: () => '한글이 아닌 글자나 낱자가 있습니다. 한국어로만 쓰세요. fields에 그렇게 적힌 낱말만 예외입니다.',
  language: () => '한국어가 아닙니다. 한국어로 쓰세요.',
  marks: () => '이모지, 마크다운, 괄호나 꺾쇠 같은 기호가 있습니다. 글자와 보통 문장 부호만 쓰세요.',
  address: () => '인터넷 주소나 계정 이름이 있습니다. 빼세요.',
  label: () => '글 앞에 쪽 번호나 제목이 붙어 있습니다. 빼세요.',
  list: () => '목록입니다. 이어지는 문장으로 쓰세요.',
  wrapped: () => '글 전체가 따옴표로 싸여 있습니다. 이야기하는 글로 쓰세요.',
  unfinished: () => '끝나지 않은 문장이 있습니다. 마침표, 느낌표, 물음표로 끝내세요.',
  machine: () => '글쓰기나 인공지능에 대해 말하고 있습니다. 이야기만 쓰세요.',
  style: ({ sentence }) => `${sentence}번째 문장이 해요체가 아닙니다. “걸었어요.”처럼 끝내세요.`,
  alike: ({ other }) => `${other}쪽과 거의 같은 글입니다. 다른 말로 쓰세요.`,
  'as-before': () => 'told_before와 거의 같은 글입니다. 다른 말로 새로 쓰세요.',
};

const EN: Words = {
  missing: () => 'has no text. Put it into pages.',
  unasked: () => 'is not to be written now. Leave it out of pages.',
  twice: () => 'is in pages twice. Put it there once.',
  empty: () => 'has an empty text.',
  endless: ({ most }) => `has more than ${most} characters.`,
  sentences: ({ found, least, most }) => `has ${found} sentences. Write ${least} to ${most}.`,
  'long-sentence': ({ sentence, found, most }) =>
    `has ${found} words in sentence ${sentence}. Shorten or split it: at most ${most} words.`,
  'long-page': ({ found, most }) => `has ${found} words. Write at most ${most}.`,
  'long-word': () => 'has a word that is far too long.',
  name: ({ item }) => `does not use name ${item} of its names. Use it exactly as it is spelled.`,
  letters: () => 'has letters of another script. Write in English; only words that fields spell so may stay.',
  language: () => 'is not in English. Write it in English.',
  marks: () => 'has emoji, markdown, brackets or other signs. Use letters and ordinary punctuation only.',
  address: () => 'has an internet address or an account name. Leave it out.',
  label: () => 'begins with a page number or a title. Leave it out.',
  list: () => 'is a list. Write sentences that run on.',
  wrapped: () => 'is wrapped in quotation marks as a whole. Tell the story instead.',
  unfinished: () =>
    'has a sentence that does not end. End it with a full stop, an exclamation mark or a question mark.',
  machine: () => 'speaks of writing or of being a machine. Write nothing but the story.',
  style: ({ sentence }) => `tells sentence ${sentence} in another style than the rest of the book.`,
  alike: ({ other }) => `says nearly the same as page ${other}. Say it in other words.`,
  'as-before': () => 'says nearly the same as its told_before. Tell it anew in other words.',
};

export function wordFault(fault: Fault, locale: Locale): string {
  // A fault's code picks the entry that takes that very fault; the union of all entries is more than the compiler follows.
  const say = (locale === 'ko' ? KO : EN)[fault.code] as (fault: Fault) => string;
  return locale === 'ko' ? `${fault.page}쪽: ${say(fault)}` : `Page ${fault.page} ${say(fault)}`;
}
