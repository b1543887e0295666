// What a reader of picture books stumbled over once, each as the exact text it is to be.
import { describe, expect, test } from 'vitest';
import { type Fields, READING_LEVELS } from '../../../../../src/story.ts';
import { tell } from './books.ts';

const first: Fields = { name: 'Emma', i_action: 'wakes up', classification: '신체운동_건강' };
/** The page as the second of three, so that neither beginning nor end is in its text. */
const middle = (fields: Fields, level: '저학년' | '고학년' = '저학년'): string | undefined =>
  tell([first, fields, first], { level })[1];

test('how a thing is done says how one feels', () => {
  expect(middle({ name: 'Emma', i_action: 'dances', classification: '예술경험', feeling: 'happily' })).toBe(
    'Emma danced and danced and danced. You could tell that Emma was happy.',
  );
});

test('one is sleepy before one sleeps', () => {
  const page: Fields = {
    name: 'my family',
    i_action: 'sleeps',
    classification: '신체운동_건강',
    setting: 'night',
    feeling: 'sleepy',
  };
  expect(tell([page])).toEqual(['This is the story of my family. One night, my family felt sleepy and soon slept.']);
});

test('what says how a deed was done comes with it, and those it was done by are named once', () => {
  const page: Fields = {
    name: 'the friends',
    i_action: 'make a tower',
    classification: '사회관계',
    character: 'an owl, a rabbit',
    action: 'work together',
    causalRelationship: 'everyone helped, so Emma could touch the moon',
  };
  expect(middle(page)).toBe(
    'The friends worked together and made a tower. An owl and a rabbit kept them company. Everyone helped, so Emma could touch the moon.',
  );
});

test('hunger and thirst come before the meal', () => {
  expect(
    middle({ name: 'Leo', i_action: 'drinks milk', classification: '신체운동_건강', feeling: 'thirsty, happy' }),
  ).toBe('Leo felt thirsty and drank milk. You could tell that Leo was happy.');
});

test('what follows a deed is not told as happening all the while, and gladness not after the tears', () => {
  const page: Fields = {
    name: 'Emma',
    i_action: 'kicks ball',
    classification: '신체운동_건강',
    action: 'falling down and crying',
    feeling: 'happily',
  };
  expect(middle(page)).toBe(
    'See how Emma kicked a ball! Emma had never felt so happy. After that, Emma fell down and cried.',
  );
});

test.each([
  ['eat pizza', 'ate pizza'],
  ['eats cake', 'ate cake'],
  ['bakes cake', 'baked a cake'],
  ['eats a pizza', 'ate a pizza'],
  ['eats apple', 'ate an apple'],
])('"%s" is told as "%s"', (i_action, told) => {
  expect(middle({ name: 'Emma', i_action, classification: '사회관계' })).toContain(`Emma ${told}.`);
});

test('one who runs away is not cheered on', () => {
  expect(middle({ name: 'the thief', i_action: 'runs away', classification: '신체운동_건강' })).toBe(
    'The thief ran away.',
  );
});

test('a feeling and the reason for it are one sentence', () => {
  const page: Fields = {
    name: 'Byeori',
    i_action: 'looks at the high moon',
    classification: '자연탐구',
    setting: 'the lake',
    feeling: 'sad',
    causalRelationship: 'the moon is too high to reach',
  };
  expect(middle(page)).toBe(
    'At the lake, Byeori looked at the high moon. The moon was too high to reach, so Byeori felt sad.',
  );
});

test('a deed and the reason for it are one sentence', () => {
  const page: Fields = {
    name: 'the snowman',
    i_action: 'melts',
    classification: '자연탐구',
    feeling: 'sad',
    causalRelationship: 'the sun came out',
  };
  expect(middle(page)).toBe('The snowman melted because the sun came out. You could tell that the snowman was sad.');
});

describe('what comes next', () => {
  test.each([
    ['wants to go again', /Emma wanted to go again\./],
    ['they promised not to fight', /they promised not to fight\./i],
    ['will plant the seeds next spring', /Emma would plant the seeds next spring\./],
    ['maybe she will win', /(?:Maybe|perhaps).* she would win\./],
  ])('"%s" keeps its certainty', (prediction, told) => {
    const text = middle({ name: 'Emma', i_action: 'waves', classification: '의사소통', prediction }) ?? '';
    expect(text).toMatch(told);
    expect(/maybe|perhaps/i.test(text)).toBe(/maybe/.test(prediction));
  });
});

describe('grave things are told plainly', () => {
  test.each<readonly [Fields, string]>([
    [
      {
        name: 'Grandma',
        i_action: 'died',
        classification: '사회관계',
        feeling: 'sad',
        causalRelationship: 'she was very old',
      },
      'Later, Grandma died because she was very old. Everyone was so sad.',
    ],
    [
      {
        name: 'Emma',
        i_action: 'hit her brother',
        classification: '신체운동_건강',
        feeling: 'angry',
        causalRelationship: 'he broke her toy',
      },
      'Emma hit her brother because he broke her toy. You could tell that Emma was angry.',
    ],
    [
      { name: 'Grandpa', i_action: 'is sick', classification: '신체운동_건강', setting: 'the hospital' },
      'In the hospital, Grandpa was sick.',
    ],
    [
      {
        name: 'my dog',
        i_action: 'dies',
        classification: '사회관계',
        prediction: 'I will never forget him',
      },
      'Later, my dog died. I will never forget him.',
    ],
  ])('%j', (page, told) => {
    expect(middle(page)).toBe(told);
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      for (const level of READING_LEVELS) {
        const whole = tell([page, page], { seed, level }).join(' ');
        expect(whole).not.toMatch(/!|\?|finally|at last|it all began|what a|to remember/i);
      }
    }
  });

  test('hitting a ball is play', () => {
    const page: Fields = { name: 'Emma', i_action: 'hits the ball', classification: '신체운동_건강', feeling: 'happy' };
    const told = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => tell([first, page], { seed })[1]).join(' ');
    expect(told).toMatch(/at last|finally/i);
  });
});

test('words of another language are shown for what they are', () => {
  const page: Fields = {
    name: '지우',
    i_action: '달린다',
    classification: '신체운동_건강',
    character: '민지',
    setting: '운동장',
    feeling: '기뻤다',
    causalRelationship: '빨라서',
    outcomeResolution: '이겼다',
    prediction: '또 달린다',
  };
  expect(middle(page)).toBe(
    'Here is something about 지우: 달린다. There was a reason: 빨라서. 지우 was not alone, for 민지 was there. This is where it was: 운동장. This is how it was for 지우: 기뻤다. This is what came of it: 이겼다. And this may come next: 또 달린다.',
  );
});

const LONG: readonly Fields[] = [
  { name: 'Mia', i_action: 'finds a map', classification: '자연탐구', setting: 'forest', character: 'Leo' },
  { name: 'Mia, Leo', i_action: 'follow the river', classification: '신체운동_건강', character: 'a duck' },
  { name: 'Leo', i_action: 'sees a cave', classification: '자연탐구', character: 'Mia', action: 'lights a lamp' },
  { name: 'a bear', i_action: 'says hello', classification: '의사소통', character: 'Mia, Leo', feeling: 'glad' },
  { name: 'Mia', i_action: 'shares her cake', classification: '사회관계', character: 'the bear, Leo' },
  { name: 'Leo', i_action: 'sings', classification: '예술경험', character: 'the bear', feeling: 'happy' },
  {
    name: 'Mia, Leo',
    i_action: 'go home',
    classification: '신체운동_건강',
    character: 'the bear',
    action: 'wave',
    outcomeResolution: 'finally everyone slept',
  },
];

test('no book wears out its words', () => {
  for (let seed = 1; seed <= 40; seed++) {
    for (const level of READING_LEVELS) {
      const pages = tell(LONG, { seed, level });
      const count = (pattern: RegExp): number => pages.join(' ').match(pattern)?.length ?? 0;
      expect(count(/\?/g)).toBe(0);
      expect(count(/\bfinally\b/gi)).toBeLessThan(2);
      expect(count(/\bat last\b/gi)).toBeLessThan(2);
      expect(count(/\boh\b|saw it all|good listener|turn the page/gi)).toBe(0);
      expect(count(/!/g)).toBeLessThan(4);
      for (const page of pages) expect(page.match(/, too\b/g)?.length ?? 0).toBeLessThan(2);
    }
  }
});

test('older readers get longer sentences, not more of them', () => {
  const page: Fields = {
    name: 'Sam',
    i_action: 'climbs a tree',
    classification: '신체운동_건강',
    action: 'picks an apple, gives it to Ava',
    feeling: 'brave',
  };
  expect(middle(page, '저학년')).toBe(
    'See how Sam climbed a tree! Next, Sam picked an apple and gave it to Ava. Sam was brave.',
  );
  expect(middle(page, '고학년')).toBe(
    'Sam climbed a tree, and then picked an apple and gave it to Ava. You could tell that Sam was brave.',
  );
});
