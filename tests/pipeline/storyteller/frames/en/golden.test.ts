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
        told: 'Meet Jiho! On a windy day, what did Jiho do? Jiho made a kite in his room. How excited Jiho was!',
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
        told: 'On the hill, Jiho ran with the kite. Look, there was his sister! Next, Jiho shouted.',
      },
      {
        fields: {
          name: 'kite',
          i_action: 'gets stuck in a tree',
          classification: '자연탐구',
          causalRelationship: 'because the wind is too strong',
          feeling: 'jiho is sad',
        },
        told: 'Before long, the kite got stuck in a tree. The wind was too strong, and that was why. Every question leads to another one. And Jiho was sad.',
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
        told: 'After that, a big crow pulled the string. Jiho and his sister kept the big crow company. The big crow had never felt so thankful. At last, the kite was free.',
      },
      {
        fields: {
          name: 'jiho',
          i_action: 'says thank you to the crow',
          classification: '의사소통',
          outcomeResolution: 'everyone laughed',
          prediction: 'fly the kite again',
        },
        told: 'And finally, Jiho said thank you to the crow. Every story needs a good listener. And with that, everyone laughed. Maybe tomorrow, Jiho would fly the kite again.',
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
        told: 'Our story begins at home. One day, Mia couldn’t find her shoe. “And then?” you ask. It made Mia feel worried.',
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
        told: 'Soon Mia looked under the bed. A little bear kept Mia company. Mia was curious. Soon, perhaps, the shoe would be outside.',
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
        told: 'On a sunny day, what did Mia and Leo do? They ran to the garden. Right beside Mia and Leo was the bear. Next, Mia and Leo jumped over a puddle and laughed.',
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
        told: 'There was Leo, asking the bear. It was all because the bear saw the shoe. Every story needs a good listener. Next, perhaps, they would go to the pond.',
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
        told: 'Can you see it? By the pond, a rabbit slept in the shoe. That was because it was soft and warm. Oh, how peaceful the rabbit felt!',
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
        told: 'In the garden, Mia, Leo, and the rabbit ate cake together. Deep inside, they felt happy and proud. Finally, Mia found her shoe, and they became friends. Tomorrow was waiting, and perhaps they would play again.',
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
        told: 'Our story begins with a cat. In the box, the cat slept.',
      },
      {
        fields: { name: 'dog', i_action: 'barks', classification: '의사소통', character: 'cat', feeling: 'happy' },
        told: 'That was when a dog barked. The cat was with the dog. Deep inside, the dog felt happy.',
      },
      {
        fields: { name: 'cat, dog', i_action: 'play ball', classification: '사회관계', feeling: 'joy' },
        told: 'Together, the cat and the dog played ball. They felt joy.',
      },
      {
        fields: {
          name: 'cat',
          i_action: 'drinks milk',
          classification: '신체운동_건강',
          causalRelationship: 'it is thirsty',
        },
        told: 'See how the cat drank milk! You see, it was thirsty.',
      },
      {
        fields: {
          name: 'dog',
          i_action: 'licks the cat',
          classification: '사회관계',
          prediction: 'nap together',
          character: 'cat',
        },
        told: 'At last, the dog licked the cat. Maybe tomorrow, they would nap together.',
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
