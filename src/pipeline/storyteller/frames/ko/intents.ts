// What is going to be, as people type it: 갈 것이다, 갈 것 같아요, 가고 싶다, 가려고 해요, 가기로 했다.
// Gives back the verb that is meant and how it is meant.

/** `will` is expected, `suppose` thought likely, `wonder` asked, `propose` said to others; `plain` is told. */
export type Mood = 'plain' | 'will' | 'suppose' | 'wonder' | 'propose';

const SUPPOSED =
  /^(.* )?([가-힣]+) ?(?:것|거|꺼|듯)(?:이다|이에요|예요|에요|입니다|야|다|임|이야|같다|같아요|같아|같습니다|같음| 같다| 같아요| 같아| 같음| 같습니다|하다|해요| 하다| 해요)?$/;

/** What a teacher notes down: 블록을 쌓는 모습. */
const SEEN = /^(.* )?([가-힣]+[는ㄴ은]) (?:모습|장면|것|거)(?:이다|임|입니다|이에요|예요)?$/;

/** The verb that a supposition is about: 집에 갈 것이다 → 갈 after 집에. Wishes and plans are verbs of their own and stay. */
export function withIntent(
  body: string,
): { readonly before: string; readonly word: string; readonly mood: Mood } | undefined {
  const match = SUPPOSED.exec(body);
  const word = match?.[2];
  const seen = SEEN.exec(body);
  if (seen?.[2] !== undefined) return { before: seen[1] ?? '', word: seen[2], mood: 'plain' };
  if (word === undefined || !/[ㄹ]$/.test(word.slice(-1).normalize('NFD').replace('\u11AF', 'ㄹ'))) return undefined;
  return { before: match?.[1] ?? '', word, mood: /같|듯/.test(body.slice(-8)) ? 'suppose' : 'will' };
}
