import { expect, test } from 'vitest';
import { seededChoice } from '../../../../../src/pipeline/storyteller/frames/choice.ts';
import { tellEnglish } from '../../../../../src/pipeline/storyteller/frames/en/grammar.ts';
import { planBook } from '../../../../../src/pipeline/storyteller/frames/plan.ts';
import type { Fields } from '../../../../../src/story.ts';
import { type Options, tell } from './books.ts';

const CASES: readonly (readonly [string, Fields, Options, string])[] = [
  [
    'a name alone in small letters gets its capital',
    { name: 'mia', i_action: 'run', classification: '신체운동_건강' },
    { level: '유아' },
    'Meet Mia. One day, Mia ran.',
  ],
  [
    'a common noun is a rabbit first and the rabbit afterwards',
    { name: 'rabbit', i_action: 'is sitting on a chair', classification: '자연탐구' },
    {},
    'This is the story of a rabbit. One day, the rabbit sat on a chair.',
  ],
  [
    'several are they',
    { name: 'Mia, Leo', i_action: 'jumps and laughs', classification: '사회관계' },
    { level: '고학년' },
    'Meet Mia and Leo. Together, they jumped and laughed.',
  ],
  [
    'every field finds its sentence',
    {
      name: 'Mia',
      i_action: 'finds a map',
      classification: '자연탐구',
      character: 'a little bear, 3 ducks',
      setting: 'forest',
      action: 'follows the river',
      feeling: 'curious, brave',
      causalRelationship: 'it rained so they got lost',
      outcomeResolution: 'they found the way home',
      prediction: 'they will come back',
    },
    { level: '고학년' },
    'One day, Mia found a map in the forest and then followed the river. Because it rained, they got lost. A little bear and three ducks kept Mia company. You could tell that Mia was curious and brave. At last, they found the way home. Before long, they would come back.',
  ],
  [
    'nothing given is left out for the youngest either',
    {
      name: 'Mia',
      i_action: 'runs',
      classification: '신체운동_건강',
      character: 'dog',
      setting: 'park',
      action: 'laughs',
      feeling: 'happy',
      causalRelationship: 'it is sunny',
      outcomeResolution: 'sleeps',
      prediction: 'run again',
    },
    { level: '유아' },
    'One day, Mia ran at the park. That was because it was sunny. A dog kept Mia company. And then Mia laughed. Mia was happy. Finally, Mia slept. Tomorrow, perhaps, Mia would run again.',
  ],
  [
    'the frame adapts to the child’s own sentence',
    {
      name: 'rabbit',
      i_action: 'The rabbit ate a carrot.',
      classification: '자연탐구',
      setting: 'the garden',
      feeling: 'joy',
    },
    {},
    'This is the story of a rabbit. The rabbit ate a carrot. It happened in the garden. There was joy in the rabbit’s heart.',
  ],
  [
    'a Korean sentence in an English book is kept',
    { name: '민지', i_action: '토끼가 당근을 먹었어요.', classification: '자연탐구', feeling: 'happy' },
    {},
    'Meet 민지. 토끼가 당근을 먹었어요. 민지 felt happy.',
  ],
  [
    'emoji stand where any text is right',
    { name: '🐰', i_action: '🎉', classification: '예술경험', setting: '🌲', feeling: '💛', prediction: '🌈' },
    {},
    'Here is something about 🐰: 🎉. This is where it was: 🌲. This is how it was for 🐰: 💛. And this may come next: 🌈.',
  ],
  [
    'marks alone are still told',
    { name: '!!!', i_action: '...', classification: '의사소통' },
    {},
    'Meet !!! This is what !!! did: ...',
  ],
  [
    'I am spoken for as I',
    {
      name: 'I',
      i_action: 'went fishing with grandpa',
      classification: '사회관계',
      setting: 'the lake',
      feeling: 'proud',
    },
    {},
    'Our story begins at the lake. One day, I went fishing with Grandpa. Deep inside, I felt proud.',
  ],
  [
    'grandma is she',
    {
      name: 'grandma',
      i_action: "can't find her glasses",
      classification: '의사소통',
      feeling: 'worried',
      prediction: 'will find them',
    },
    {},
    'Meet Grandma. One day, she couldn’t find her glasses. Deep inside, she felt worried. Before long, she would find them.',
  ],
  [
    'Mr. Fox is he',
    {
      name: 'Mr. Fox',
      i_action: 'bakes bread',
      classification: '사회관계',
      setting: 'kitchen, morning',
      feeling: 'cheerful',
    },
    {},
    'This is the story of Mr. Fox. One morning, he baked bread in the kitchen. You could tell that he was cheerful.',
  ],
  [
    'what is denied is denied in the past',
    {
      name: 'Leo',
      i_action: "doesn't eat",
      classification: '신체운동_건강',
      causalRelationship: 'because he is sick',
      feeling: 'sad',
    },
    {},
    'Meet Leo. One day, Leo didn’t eat because he was sick. Deep inside, Leo felt sad.',
  ],
  [
    'what is said is quoted',
    { name: 'Leo', i_action: "Let's play!", classification: '의사소통', character: 'Mia' },
    {},
    'Meet Leo. “Let’s play!” said Leo. Right beside Leo was Mia.',
  ],
  [
    'a deed of somebody else keeps its subject',
    { name: 'Leo', i_action: 'the dog is barking', classification: '의사소통' },
    {},
    'Meet Leo. The dog was barking.',
  ],
  [
    'line ends part items',
    { name: 'Leo\nMia', i_action: 'run\njump', classification: '신체운동_건강' },
    {},
    'Meet Leo and Mia. One day, they ran and jumped.',
  ],
  [
    'a guess without a subject is the page’s own',
    {
      name: 'Leo',
      i_action: 'plants a seed',
      classification: '자연탐구',
      prediction: 'it will grow, visit it every day',
    },
    {},
    'Meet Leo. One day, Leo planted a seed. Tomorrow, perhaps, it would grow, and Leo would visit it every day.',
  ],
  [
    'a purpose is told as one',
    {
      name: 'Leo',
      i_action: 'gets up early',
      classification: '사회관계',
      causalRelationship: 'to help mom',
      outcomeResolution: 'mom smiled',
    },
    {},
    'Meet Leo. One day, Leo got up early. All this was to help Mom. After all that, Mom smiled.',
  ],
  [
    'those who act together are all the subject',
    { name: 'Leo', i_action: 'plays together', classification: '사회관계', character: 'Mia', setting: 'beach' },
    {},
    'This is the story of Leo and Mia. At the beach, they played together.',
  ],
  [
    'an unknown word is set apart, never bent',
    { name: 'Leo', i_action: 'blorp', classification: '의사소통', feeling: '행복', setting: '숲' },
    {},
    'Meet Leo. This is what Leo did: blorp. It was here: 숲. This is how it was for Leo: 행복.',
  ],
];

test.each(CASES)('%s', (_, page, options, text) => {
  expect(tell([page], options)).toEqual([text]);
});

test('two thousand characters in a field are told whole', () => {
  const long = `sees ${'a very '.repeat(280)}long snake`;
  expect(tell([{ name: 'Mia', i_action: long, classification: '자연탐구' }])[0]).toContain(long.slice(5));
});

test('names come back on later pages as they were, and a rabbit becomes the rabbit', () => {
  const [first, second, third] = tell([
    { name: 'rabbit', i_action: 'runs', classification: '신체운동_건강', character: 'his sister' },
    { name: 'mia', i_action: 'waves', classification: '사회관계', character: 'rabbit' },
    { name: 'sister', i_action: 'sings', classification: '예술경험' },
  ]);
  expect(first).toMatch(/\ba rabbit\b/i);
  expect(second).toMatch(/\bthe rabbit\b/i);
  expect(second).toMatch(/\bMia\b/);
  expect(third).toMatch(/\bhis sister\b/i);
});

test('another seed tells the same page in other words', () => {
  const page: Fields = { name: 'Mia', i_action: 'paints a house', classification: '예술경험', feeling: 'happy' };
  expect(new Set([1, 2, 3, 4, 5].map((seed) => tell([page, page, page], { seed }).join(' '))).size).toBeGreaterThan(3);
});

test('a page that speaks for itself is left to its author, and those on it are known afterwards', () => {
  const fields: Fields = { name: 'rabbit', i_action: 'runs', classification: '신체운동_건강' };
  const book = { locale: 'en', level: '저학년', seed: 1, scenes: [{ fields, text: 'I ran!' }, { fields }] } as const;
  const [first, second] = tellEnglish(planBook(book), seededChoice(book.seed));
  expect(first).toEqual([]);
  expect(second?.join(' ')).toMatch(/\bthe rabbit\b/i);
});

test.each([
  ['the whale lost his friends', 'the whale lost his friends'],
  ['became friends', 'they became friends'],
  ['they will go home', 'they went home'],
  ['in the end, they made up', 'they made up'],
  ['Mia is happy', 'Mia was happy'],
])('the outcome "%s" is told as "%s"', (outcomeResolution, expected) => {
  const page: Fields = {
    name: 'whale',
    i_action: 'sings',
    classification: '예술경험',
    character: 'Mia',
    outcomeResolution,
  };
  expect(tell([page])[0]?.toLowerCase()).toContain(expected.toLowerCase());
});
