// Things that are done, typed as a noun alone: "soccer" is played, "homework" is done, "a picnic" is had. Words only.

const words = (text: string): readonly string[] => text.trim().split(/,\s*/);

const BY_VERB: readonly (readonly [string, readonly string[]])[] = [
  [
    'play',
    words(
      'soccer, football, baseball, basketball, tennis, table tennis, ping pong, badminton, volleyball, dodgeball, hockey, golf, chess, cards, tag, hide-and-seek, hopscotch, catch, dress-up, dress up, games, board games, a game, ball, house, peekaboo, video games, computer games, pretend, jump rope games',
    ),
  ],
  ['play the', words('piano, guitar, violin, drums, drum, flute, recorder, cello, trumpet, harp, ukulele')],
  [
    'do',
    words(
      'homework, yoga, taekwondo, karate, judo, gymnastics, ballet, exercises, a puzzle, puzzles, magic tricks, a handstand, a cartwheel, push-ups, chores',
    ),
  ],
  [
    'have',
    words(
      'fun, lunch, dinner, breakfast, a picnic, a party, a birthday party, a race, a snack, snacks, supper, a good time, a tea party, a dream, a pillow fight',
    ),
  ],
  [
    'have a',
    words(
      'picnic, party, birthday party, race, snack, tea party, snowball fight, pillow fight, water fight, sleepover, barbecue',
    ),
  ],
  ['take a', words('nap, bath, shower, trip, break, selfie')],
  ['go', words('shopping, camping, fishing, swimming, hiking, skiing, sledding, sightseeing')],
];

const ACTIVITIES: ReadonlyMap<string, string> = new Map(
  BY_VERB.flatMap(([verb, nouns]) => nouns.map((noun): [string, string] => [noun, `${verb} ${noun}`])),
);

/** The verb phrase that an activity stands for: "soccer" → "play soccer". */
export function activity(text: string): string | undefined {
  return ACTIVITIES.get(text.toLowerCase());
}
