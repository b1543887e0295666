import { expect, test } from 'vitest';
import { namesOf } from '../../../../../src/pipeline/storyteller/frames/en/cast.ts';
import { futureOf, withoutGuess } from '../../../../../src/pipeline/storyteller/frames/en/future.ts';
import { type Readers, readText } from '../../../../../src/pipeline/storyteller/frames/en/reading.ts';

const names = namesOf(['Mia', 'Leo', 'Byeori']);
const readers: Readers = { names: names.lower, cased: names.cased, subjects: new Set(['mia', 'she', 'he']) };

/** The past of a deed as typed; for anything else its kind and text. */
function told(text: string, plural = false): string {
  const reading = readText(text, readers);
  if (reading.kind === 'phrase') return plural ? reading.predicate.pastPlural : reading.predicate.past;
  if (reading.kind === 'clause') return `[${reading.clause.past}]`;
  return `${reading.kind}: ${reading.text}`;
}

test.each([
  ['run', 'ran'],
  ['runs', 'ran'],
  ['running', 'ran'],
  ['is running', 'ran'],
  ['was running', 'ran'],
  ['ran', 'ran'],
  ['to run', 'ran'],
  ['ran fast.', 'ran fast'],
  ['Runs fast.', 'ran fast'],
  ['is sitting on a chair', 'sat on a chair'],
  ['jumps and laughs', 'jumped and laughed'],
  ['is sitting and reading', 'sat and read'],
  ['plays the piano and sings', 'played the piano and sang'],
  ['kick the ball and run', 'kicked the ball and ran'],
  ['eats bread and jam', 'ate bread and jam'],
  ['wants to run and jump', 'wanted to run and jump'],
  ['likes running and jumping', 'liked running and jumping'],
  ["doesn't eat", "didn't eat"],
  ['does not sleep', 'did not sleep'],
  ["isn't eating", "wasn't eating"],
  ["can't find her shoe", "couldn't find her shoe"],
  ['cannot sleep', 'could not sleep'],
  ['has to go', 'had to go'],
  ['must go home', 'had to go home'],
  ['will go home', 'was going to go home'],
  ['is going to sleep', 'was going to sleep'],
  ['is happy', 'was happy'],
  ['is not happy', 'was not happy'],
  ['happy', 'was happy'],
  ['tired', 'was tired'],
  ['scared of the dark', 'was scared of the dark'],
  ['playing soccer', 'played soccer'],
  ['soccer', 'played soccer'],
  ['piano', 'played the piano'],
  ['swimming', 'went swimming'],
  ['picnic', 'had a picnic'],
  ['homework', 'did homework'],
  ['nap', 'took a nap'],
  ['play hide and seek', 'played hide-and-seek'],
  ['reads a book to bear', 'read a book to the bear'],
  ['hugs bear', 'hugged the bear'],
  ['eats fish', 'ate fish'],
  ['kick ball', 'kicked a ball'],
  ['looks at moon', 'looked at the moon'],
  ['sits on chair', 'sat on a chair'],
  ['goes to bed', 'went to bed'],
  ['try to fly', 'tried to fly'],
  ['waves to grandma', 'waved to Grandma'],
  ['hugs her mom', 'hugged her mom'],
  ['plays with mia', 'played with Mia'],
  ['is lying on the grass', 'lay on the grass'],
  ['lies to mom', 'lied to Mom'],
  ['quickly runs away', 'quickly ran away'],
  ['zorbles the ball', 'zorbled the ball'],
  ['cried because she is sad', 'cried because she was sad'],
  ['thinks it is funny', 'thought it was funny'],
  ['wonders what is inside', 'wondered what was inside'],
  ['under the tree', 'was under the tree'],
  ['plays with friend', 'played with a friend'],
  ['lets the bird go', 'let the bird go'],
  ['eaten a cookie', 'ate a cookie'],
  ['never gives up', 'never gave up'],
  ['jump rope', 'jumped rope'],
  ['went to grandma house', "went to Grandma's house"],
  ['mia runs', 'ran'],
  ['she is reading', 'read'],
])('the deed "%s" is told as "%s"', (typed, past) => {
  expect(told(typed)).toBe(past);
});

test.each([
  ['is happy', 'were happy'],
  ['is running', 'ran'],
  ["isn't eating", "weren't eating"],
  ['tired', 'were tired'],
])('of several, "%s" is told as "%s"', (typed, past) => {
  expect(told(typed, true)).toBe(past);
});

test.each([
  ['the rabbit eats a carrot', '[the rabbit ate a carrot]'],
  ['it rained', '[it rained]'],
  ['it is raining', '[it was raining]'],
  ['the moon is too high to reach', '[the moon was too high to reach]'],
  ['everyone helps', '[everyone helped]'],
  ['Sun comes out', '[the sun came out]'],
  ['flowers bloom', '[flowers bloomed]'],
  ['Mia and Leo play', '[Mia and Leo played]'],
  ["they're happy", '[they were happy]'],
  ['there is a big storm', '[there was a big storm]'],
  ["Mia's dog barks", "[Mia's dog barked]"],
])('the clause "%s" is told as "%s"', (typed, past) => {
  expect(told(typed)).toBe(past);
});

test.each([
  ['The rabbit ate a carrot.', 'whole: The rabbit ate a carrot.'],
  ['the rabbit eats a carrot.', 'whole: The rabbit eats a carrot.'],
  ['토끼가 당근을 먹었어요.', 'whole: 토끼가 당근을 먹었어요.'],
  ['Will she find the ball?', 'whole: Will she find the ball?'],
  ["Let's play!", "speech: Let's play!"],
  ['look at me!', 'speech: Look at me!'],
  ['carrot', 'thing: a carrot'],
  ['the school play', 'thing: the school play'],
  ['cooking class', 'thing: a cooking class'],
  ['no umbrella', 'thing: no umbrella'],
  ['lets play', 'speech: Lets play'],
  ['bear hugs', 'thing: bear hugs'],
  ['🎉🎉', 'text: 🎉🎉'],
  ['토끼', 'text: 토끼'],
  ['!!!', 'text: !!!'],
  ['blorp', 'text: blorp'],
])('"%s" is no deed: %s', (typed, expected) => {
  expect(told(typed)).toBe(expected);
});

test.each([
  ['they will go home', 'they would go home'],
  ['going home', 'Mia would go home'],
  ['go home', 'Mia would go home'],
  ['maybe the sun comes out', 'the sun would come out'],
  ['the sun came out', 'the sun would come out'],
  ['wants to have a picnic', 'Mia wanted to have a picnic'],
  ['the bear might come', 'the bear might come'],
  ['Mia can fly', 'Mia could fly'],
  ["doesn't come back", 'Mia would not come back'],
  ['there will be a party', 'there would be a party'],
  ['be happy', 'Mia would be happy'],
  ['next week they will meet', 'they would meet next week'],
  ['the bear is going to wake up', 'the bear would wake up'],
])('the guess "%s" becomes "%s"', (typed, would) => {
  expect(futureOf(readText(withoutGuess(typed), readers), 'Mia', false, typed)?.would).toBe(would);
});
