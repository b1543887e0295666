import { expect, test } from 'vitest';
import type { Fields } from '../../../../../src/story.ts';
import { type Options, tell } from './books.ts';

interface Golden extends Options {
  readonly title: string;
  readonly pages: readonly { readonly fields: Fields; readonly told: string }[];
}

/** Read aloud and found good. A change that alters them is to be read aloud again. */
const GOLDEN: readonly Golden[] = [
  {
    title: 'The Kite',
    level: '저학년',
    seed: 4,
    pages: [
      {
        fields: {
          name: 'jiho',
          i_action: 'is making a kite',
          classification: '예술경험',
          setting: 'his room, a windy day',
          feeling: 'excited',
        },
        told: 'Meet Jiho. On a windy day, Jiho made a kite in his room. Jiho was excited.',
      },
      {
        fields: {
          name: 'jiho',
          i_action: 'runs with the kite',
          classification: '신체운동_건강',
          character: 'his sister',
          setting: 'the hill',
          action: 'shouts',
        },
        told: 'Later, on the hill, Jiho ran with the kite. His sister was there, too. A little later, Jiho shouted.',
      },
      {
        fields: {
          name: 'kite',
          i_action: 'gets stuck in a tree',
          classification: '자연탐구',
          causalRelationship: 'because the wind is too strong',
          feeling: 'jiho is sad',
        },
        told: 'After that, the kite got stuck in a tree because the wind was too strong. You could tell that Jiho was sad.',
      },
      {
        fields: {
          name: 'a big crow',
          i_action: 'pulls the string',
          classification: '사회관계',
          character: 'jiho, sister',
          outcomeResolution: 'the kite is free',
          feeling: 'thankful',
        },
        told: 'Before long, a big crow pulled the string. Jiho and his sister were there again. Deep inside, the big crow felt thankful. Finally, the kite was free.',
      },
      {
        fields: {
          name: 'jiho',
          i_action: 'says thank you to the crow',
          classification: '의사소통',
          outcomeResolution: 'everyone laughed',
          prediction: 'fly the kite again',
        },
        told: 'At last, Jiho said thank you to the crow. And so everyone laughed. Tomorrow, perhaps, Jiho would fly the kite again.',
      },
    ],
  },
  {
    title: 'Mia and the Lost Shoe',
    level: '저학년',
    seed: 3,
    pages: [
      {
        fields: {
          name: 'Mia',
          i_action: "can't find her shoe",
          classification: '의사소통',
          setting: 'home',
          feeling: 'worried',
        },
        told: 'Meet Mia. Once, at home, Mia couldn’t find her shoe. Mia felt worried.',
      },
      {
        fields: {
          name: 'Mia',
          i_action: 'looks under the bed',
          classification: '자연탐구',
          character: 'a little bear',
          feeling: 'curious',
          prediction: 'maybe the shoe is outside',
        },
        told: 'After that, Mia looked under the bed. A little bear was with Mia. Mia was curious. Maybe the shoe was outside.',
      },
      {
        fields: {
          name: 'Mia, Leo',
          i_action: 'run to the garden',
          classification: '신체운동_건강',
          character: 'bear',
          setting: 'a sunny day',
          action: 'jump over a puddle, laugh',
        },
        told: 'On a sunny day, Mia and Leo ran to the garden. The bear was there, too. Next, Mia and Leo jumped over a puddle and laughed.',
      },
      {
        fields: {
          name: 'Leo',
          i_action: 'asks the bear',
          classification: '의사소통',
          character: 'bear',
          causalRelationship: 'the bear saw the shoe',
          prediction: 'they will go to the pond',
        },
        told: 'Before long, Leo asked the bear because the bear saw the shoe. Soon they would go to the pond.',
      },
      {
        fields: {
          name: 'rabbit',
          i_action: 'is sleeping in the shoe',
          classification: '자연탐구',
          setting: 'the pond',
          feeling: 'peaceful',
          causalRelationship: 'because it was soft and warm',
        },
        told: 'Then, by the pond, a rabbit slept in the shoe because it was soft and warm. The rabbit was so peaceful.',
      },
      {
        fields: {
          name: 'Mia, Leo, the rabbit',
          i_action: 'eat cake together',
          classification: '사회관계',
          setting: 'garden',
          feeling: 'happy, proud',
          outcomeResolution: 'Mia found her shoe, became friends',
          prediction: 'they will play again',
        },
        told: 'At last, Mia, Leo, and the rabbit ate cake together in the garden. You could tell that they were happy and proud. Mia found her shoe, and they became friends. Before long, they would play again.',
      },
    ],
  },
  {
    title: 'Little ones',
    level: '유아',
    seed: 8,
    pages: [
      {
        fields: { name: 'cat', i_action: 'sleeps', classification: '신체운동_건강', setting: 'box' },
        told: 'Our story begins in the box. A cat slept.',
      },
      {
        fields: { name: 'dog', i_action: 'barks', classification: '의사소통', character: 'cat', feeling: 'happy' },
        told: 'After that, a dog barked. The cat kept the dog company. How happy the dog was!',
      },
      {
        fields: { name: 'cat, dog', i_action: 'play ball', classification: '사회관계', feeling: 'joy' },
        told: 'Together, the cat and the dog played ball. There was joy in their hearts.',
      },
      {
        fields: {
          name: 'cat',
          i_action: 'drinks milk',
          classification: '신체운동_건강',
          causalRelationship: 'it is thirsty',
        },
        told: 'Soon the cat drank milk. That was because it was thirsty.',
      },
      {
        fields: {
          name: 'dog',
          i_action: 'licks the cat',
          classification: '사회관계',
          prediction: 'nap together',
          character: 'cat',
        },
        told: 'Finally, the dog licked the cat. Maybe tomorrow, they would nap together.',
      },
    ],
  },
];

test.each(GOLDEN)('the book "$title" is told as it was read aloud', ({ pages, ...options }) => {
  expect(
    tell(
      pages.map((page) => page.fields),
      options,
    ),
  ).toEqual(pages.map((page) => page.told));
});
