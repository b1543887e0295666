// The five voices: what each class adds of its own when a page has words to spare. Nothing here claims a fact that the
// picture could deny; it asks, wonders, hums or breathes along.
import type { Classification } from '../../../../../story.ts';
import type { Pattern } from '../deck.ts';
import { ANY, CALM, GLAD, isStart, lines, type Scene, say } from './context.ts';

/** What the page's deed lends to its voice: absent where it is no deed one could ask a child about. */
export interface Echo extends Scene {
  readonly deed?: { readonly base: string; readonly ing: string; readonly done: string };
}

type Voice = readonly Pattern<Echo>[];
type Asked = NonNullable<Echo['deed']>;

/** A line about the deed itself: "Have you ever dug a hole?" */
const echo = (id: string, write: (deed: Asked, context: Echo) => string | false): Pattern<Echo> =>
  say(`echo.${id}`, (c) => c.deed !== undefined && c.mood !== 'blue' && write(c.deed, c));

/** Talk and listening. */
const TALK: Voice = [
  ...lines<Echo>('talk', ANY, [
    '“And then?” you ask',
    'if you are very quiet, you can almost hear it',
    'every story needs a good listener',
    'there was so much to tell',
    'can you say it out loud?',
    'one little word can start a long talk',
    'some things are told with the eyes',
    'that was something to talk about',
    '“Is that really so?” you may ask',
    'words are like little boats: they carry us to each other',
    'say it softly, say it loudly, say it once again',
    'the best stories are told twice',
  ]),
  ...lines<Echo>('talk', GLAD, [
    '“Tell me more!”',
    '“Hooray!”',
    'oh, what a story to tell at home!',
    '“Did you see that?”',
  ]),
  ...lines<Echo>(
    'talk',
    ['quiet'],
    ['shh, listen', 'some things are best said in a whisper', 'even quiet has something to say'],
  ),
  ...lines<Echo>(
    'talk',
    ['blue'],
    ['“There, there”', 'a kind word helps on days like that', 'it is good to have somebody who listens'],
  ),
  echo('i-can-too', (deed) => `“I can ${deed.base}, too!” you may say`),
  echo('how-many-ways', (deed) => `how many ways are there to ${deed.base}?`),
  echo('tell-me', (deed) => `tell me, do you like ${deed.ing}?`),
];

/** Noticing and wondering. */
const NATURE: Voice = [
  ...lines<Echo>('nature', ANY, [
    'look closely',
    'what do you notice?',
    'how curious!',
    'there was so much to find out',
    'look once, and then look again',
    'every question leads to another one',
    'why, and how, and what if?',
    'the longer you look, the more you see',
    'small things can be great wonders',
    'the world is full of small surprises',
    'it was enough to make anyone wonder',
    'how many things can you count?',
    'wondering is how finding out begins',
  ]),
  ...lines<Echo>('nature', GLAD, ['what a wonder!', 'the world felt wide and new', 'who would have thought it?']),
  ...lines<Echo>('nature', ['quiet'], ['the best watchers sit very still', 'hush, and you will notice more']),
  ...lines<Echo>('nature', ['blue'], ['not everything is easy to find out', 'even rain has its reasons']),
  echo('find-out', (deed) => `what can you find out when you ${deed.base}?`),
  echo('how-feels', (deed) => `what do you notice when you ${deed.base}?`),
  echo('wonder-who', (deed) => `who was the first to ${deed.base}?`),
];

/** Together and sharing. */
const SOCIAL: Voice = [
  ...lines<Echo>('social', ANY, [
    'everyone has a part to play',
    'a little kindness goes a long way',
    'it is good to have somebody near',
    'what would you have done?',
    'what is shared is never lost',
    'there is always room for one more',
    'you, and me, and all of us',
    'a helping hand is never far away',
    'small hands can do great things together',
    'being together makes a place feel like home',
    'giving and taking, taking turns: that is how it goes',
    'a friend is a wonderful thing to have',
  ]),
  ...lines<Echo>('social', GLAD, [
    'joy is bigger when it is shared',
    'some things are better together',
    'would you like to join in?',
    'that is what friends are for',
  ]),
  ...lines<Echo>('social', ['quiet'], ['it can be nice just to be near someone', 'friends can be quiet together, too']),
  ...lines<Echo>(
    'social',
    ['blue'],
    ['nobody has to be sad alone', 'on days like that, a friend helps', 'it is all right to ask for help'],
  ),
  echo('who-with', (deed) => `who would you like to ${deed.base} with?`),
  echo('nicer', (deed) => `it is nice to ${deed.base} when somebody is near`),
  echo('share', (deed) => `“Shall we ${deed.base} together?”`),
];

/** Colors, sounds and rhythm. */
const ART: Voice = [
  ...lines<Echo>('art', ANY, [
    'what color would you give it?',
    'it had a rhythm of its own',
    'can you hum along?',
    'dots and lines, lines and dots',
    'light colors, dark colors, and all those in between',
    'there is a song in everything, if you listen',
    'tap, tap, tap: can you clap the beat?',
    'no two pictures are ever quite the same',
    'red, and blue, and yellow, and something new',
    'it could have been a line from a song',
    'if you close your eyes, you can still see the colors',
  ]),
  ...lines<Echo>('art', GLAD, [
    'la, la, la!',
    'swish, and swoosh, and a splash of color!',
    'it was as pretty as a picture',
    'the whole day seemed to sing',
  ]),
  ...lines<Echo>('art', ['quiet'], ['quiet has its own music', 'softly, softly, like a lullaby']),
  ...lines<Echo>('art', ['blue'], ['even gray is a color', 'sad songs can be beautiful, too']),
  echo('song-for', (deed) => `is there a song for ${deed.ing}?`),
  echo('color-of', (deed) => `what color is ${deed.ing}?`),
  echo('sound-of', (deed) => `what does ${deed.ing} sound like?`),
];

/** Movement, breath and energy. */
const BODY: Voice = [
  ...lines<Echo>('body', ANY, [
    'breathe in, breathe out',
    'big breath in, big breath out',
    'wiggle your fingers and toes',
    'thump, thump, goes every heart',
    'bodies know how to do so many things',
    'a good stretch feels good any time',
    'little by little, we all grow strong',
    'feel your heart: it keeps time all day long',
    'a deep breath is a good friend',
    'stand tall, bend low, and stand tall again',
    'growing is something we do every day',
  ]),
  ...lines<Echo>('body', GLAD, ['can you do it, too?', 'one step, two steps, three steps more!']),
  ...lines<Echo>('body', ['bright'], ['what energy!', 'up and down, and round and round!']),
  ...lines<Echo>('body', ['quiet'], ['resting makes us strong, too', 'slow breath in, slow breath out']),
  ...lines<Echo>(
    'body',
    ['blue'],
    ['a deep breath helps on days like that', 'sore knees and heavy hearts both get better'],
  ),
  echo('can-you', (deed) => `can you ${deed.base}, too?`),
  echo('show-me', (deed) => `show me how you ${deed.base}!`),
  echo('feels-good', (deed) => `it feels good to ${deed.base}`),
];

const VOICES: Readonly<Record<Classification, Voice>> = {
  의사소통: TALK,
  자연탐구: NATURE,
  사회관계: SOCIAL,
  예술경험: ART,
  신체운동_건강: BODY,
};

/** For any class, when its own voice has said enough. */
const COMMON: Voice = [
  ...lines<Echo>('common', ANY, [
    'some days are made to be remembered',
    'if you had been there, you would remember it, too',
    'it was over in a blink, but it stayed for a long time',
    'you can see it all in the picture',
    'a small moment can fill a whole day',
    'it really happened, just like that',
  ]),
  ...lines<Echo>('common', GLAD, ['nobody could have planned it better', 'it was the kind of day you wish for']),
  ...lines<Echo>('common', CALM, ['there was no hurry at all']),
  ...lines<Echo>('common', ['blue'], ['some days are like that', 'things would look brighter again']),
  say(
    'common.only-beginning',
    (c) => isStart(c.position) && c.position !== 'only' && 'and that was only the beginning',
  ),
  say('common.not-over', (c) => c.position === 'middle' && 'and the day was not over yet'),
  echo('ever', (deed) => `have you ever ${deed.done}?`),
  echo('nothing-like', (deed) => `there is nothing quite like ${deed.ing}`),
  echo('just-right', (deed) => `some days are just right for ${deed.ing}`),
  echo('think-about', (deed, c) => c.mood === 'quiet' && `what do you think about when you ${deed.base}?`),
  echo('like-to', (deed) => `would you like to ${deed.base}, too?`),
  echo('easy', (deed) => `${deed.ing} is not as easy as it looks`),
];

/** The class's own voice; on a page with more to spare, every second line is a common one. */
export const voicePatterns = (classification: Classification, nth: number): Voice =>
  nth % 2 === 1 ? COMMON : VOICES[classification];
