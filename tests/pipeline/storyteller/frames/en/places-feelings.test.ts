import { expect, test } from 'vitest';
import { readFeeling } from '../../../../../src/pipeline/storyteller/frames/en/feelings.ts';
import { readPlace } from '../../../../../src/pipeline/storyteller/frames/en/places.ts';

test.each([
  ['in the forest', 'place', 'in the forest'],
  ['forest', 'place', 'in the forest'],
  ['Forest', 'place', 'in the forest'],
  ['in forest', 'place', 'in the forest'],
  ['at school', 'place', 'at school'],
  ['school', 'place', 'at school'],
  ['the beach', 'place', 'at the beach'],
  ['moon', 'place', 'on the moon'],
  ['home', 'place', 'at home'],
  ['the lake', 'place', 'at the lake'],
  ['river', 'place', 'by the river'],
  ['my room', 'place', 'in my room'],
  ['a big house', 'place', 'in a big house'],
  ['Seoul', 'place', 'in Seoul'],
  ['Jeju Island', 'place', 'on Jeju Island'],
  ['Christmas', 'place', 'at Christmas'],
  ['rain', 'place', 'in the rain'],
  ['laboratory', 'place', 'at the laboratory'],
  ['under the sea', 'place', 'under the sea'],
  ['outside', 'place', 'outside'],
  ['Mars', 'place', 'on Mars'],
  ['outer space', 'place', 'in outer space'],
  ['soccer field', 'place', 'on the soccer field'],
  ['the top of the hill', 'place', 'at the top of the hill'],
  ["grandma's house", 'place', "at grandma's house"],
  ['a long time ago', 'time', 'a long time ago'],
  ['night', 'time', 'one night'],
  ['a rainy day', 'time', 'on a rainy day'],
  ['spring morning', 'time', 'on a spring morning'],
  ['sunny', 'time', 'on a sunny day'],
  ['summer', 'time', 'in summer'],
  ['monday', 'time', 'on Monday'],
  ['sunset', 'time', 'at sunset'],
])('the setting "%s" is the %s "%s"', (typed, kind, text) => {
  expect(readPlace(typed)).toEqual({ kind, text });
});

test.each(['숲', '🌲', '!!!', 'spooky!? :)'])('the setting "%s" is left alone', (typed) => {
  expect(readPlace(typed)).toBeUndefined();
});

test.each([
  ['was happy', 'happy', 'glad'],
  ['happy', 'happy', 'glad'],
  ['feeling sad', 'sad', 'sad'],
  ['feels happy', 'happy', 'glad'],
  ['very happy', 'very happy', 'glad'],
  ['a little sad', 'a little sad', 'sad'],
  ['scared of the dark', 'scared of the dark', 'sad'],
  ['excited and happy', 'excited and happy', 'glad'],
  ['tired but happy', 'tired but happy', 'open'],
  ['not happy', 'not happy', 'open'],
  ['wobbly', 'wobbly', 'open'],
  ['like a king', 'like a king', 'open'],
])('the feeling "%s" is the state "%s", %s', (typed, text, tone) => {
  expect(readFeeling(typed)).toMatchObject({ kind: 'state', text, tone });
});

test.each(['fun', 'exciting', 'yummy'])('the feeling "%s" is said of what happened', (typed) => {
  expect(readFeeling(typed)).toMatchObject({ kind: 'about', text: typed });
});

test.each(['joy', 'love', 'sadness'])('the feeling "%s" is a thing', (typed) => {
  expect(readFeeling(typed)).toMatchObject({ kind: 'thing', text: typed });
});

test.each(['smiled', '행복', '🎉', 'loved the dog', 'Mia was happy', 'warm heart'])(
  'the feeling "%s" is no word for a feeling alone',
  (typed) => {
    expect(readFeeling(typed)).toBeUndefined();
  },
);
