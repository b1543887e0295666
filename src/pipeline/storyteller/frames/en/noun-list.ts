// Common nouns and adjectives of children's books: what tells "rabbit" (a rabbit) from "mia" (a girl called Mia). Words only.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const set = (text: string): ReadonlySet<string> => new Set(words(text));

/** Living things that can be counted and act. */
export const BEINGS = set(`
alien alligator angel animal ant astronaut baby badger baker bat bear beaver bee beetle bird boy brother bug builder bull bunny butterfly calf camel captain cat
caterpillar chick chicken child chimpanzee chipmunk clown cook cow cowboy crab cricket crocodile crow cub dancer deer dentist dinosaur doctor dog doggy doll dolphin
donkey dove dragon dragonfly driver duck duckling eagle elephant elf fairy family farmer father firefighter firefly fish flamingo fly foal fox friend frog ghost giant
giraffe girl goat goldfish goose gorilla grasshopper hamster hare hedgehog hen hero hippo hippopotamus horse hyena insect jellyfish kangaroo kid king kitten kitty koala
ladybug ladybird lady lamb leopard lion lizard llama lobster mailman man mermaid mole monkey monster moose mother mouse neighbor nurse octopus ostrich otter owl ox panda
parrot peacock penguin person pet pig piglet pigeon pilot pirate pony prince princess principal pumpkin pup puppy queen rabbit raccoon rat reindeer rhino rhinoceros robot rooster
sailor scientist seagull seahorse seal shark sheep singer sister skunk sloth snail snake snowman soldier sparrow spider squid squirrel starfish student swan tadpole teacher
teddy tiger toad tortoise toddler troll turkey turtle twin unicorn vet waiter walrus whale witch wizard wolf woman wombat worm yak zebra aunt uncle cousin grandson
granddaughter grandchild son daughter classmate teammate stranger visitor guest explorer magician painter artist chef librarian janitor policeman officer parent grandparent sibling classmate bunny player gardener baker`);

/** Things that can be counted. */
export const THINGS = set(`
airplane apple arm backpack bag ball balloon banana bed bell bench bicycle bike block blanket boat book bottle bowl box branch bridge broom brush bucket bus button cake camera candle
candy car card carrot castle chair cherry circle clock cloud coat cookie cookies cup desk door dress drum egg eraser eye face feather flag flower foot fork game garden gate gift
glove guitar hand hat heart helmet hill house jacket jar kite ladder lamp leaf letter light log map mask mirror mitten moon mountain mushroom necklace nest nose orange paintbrush
park path pear pen pencil photo piano picture pie pillow pizza planet plant plate pond pot present puddle puzzle rainbow river road rock rocket rope rose sandcastle sandwich scarf
school seed shell ship shirt shoe shovel skateboard slide sock song spoon stairs star stick stone story strawberry suitcase sun swing table tail tent toe tomato tower toy train tree
truck tunnel umbrella vase violin wagon wall watermelon wave wheel window wing hug kiss party picnic race secret surprise trip treasure birthday storm sky wind snowball tooth cave adventure
dream problem seesaw trampoline sunflower snowflake acorn ring crown sword magnet volcano robot microscope telescope recipe meal snack breakfast idea ending`);

/** What cannot be counted: never "a", needs no article. */
export const MASS = set(`
air art bread butter cheese chocolate clay courage dirt dust fire food friendship fun glue grass hair happiness help homework honey hope hunger ice jam joy juice kindness laughter love luck
magic meat milk money mud music nature noise paint paper patience peace rain rice salt sand silence sleep snow soap soup sugar sunshine tape tea teamwork thunder time water weather wood
work yarn anger sadness fear trust excitement curiosity lightning sunlight darkness warmth energy fruit practice fog popcorn play`);

export const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['men', 'man'],
  ['women', 'woman'],
  ['snowmen', 'snowman'],
  ['people', 'person'],
  ['wolves', 'wolf'],
  ['elves', 'elf'],
  ['leaves', 'leaf'],
  ['calves', 'calf'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['kids', 'kid'],
  ['everybody', 'everybody'],
]);

/** Describing words that may stand before a noun. */
export const ADJECTIVES = set(`
little big small tiny huge old young new red blue green yellow orange purple pink brown black white grey gray golden silver happy sad brave shy funny silly kind wise clever
hungry thirsty sleepy tired lost fat thin tall short long round fluffy furry soft cute pretty beautiful lovely good bad naughty noisy quiet loud fast slow magic magical wild
friendly lonely angry strong weak hot cold warm cool wet dry dark bright sunny rainy snowy windy cloudy stormy foggy starry busy curious mean scary gentle giant baby
great nice best other another wooden colorful empty full deep high low far near spotted striped special favorite whole sweet sour secret early late clean dirty broken`);

const singularOf = (word: string): string | undefined => {
  const irregular = IRREGULAR_PLURALS.get(word);
  if (irregular !== undefined) return irregular;
  const guesses = [word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')];
  return word.endsWith('s') ? guesses.find((guess) => guess !== word && isSingular(guess)) : undefined;
};

export const isBeing = (word: string): boolean => BEINGS.has(word.toLowerCase());

/** A countable noun in the singular. */
export const isSingular = (word: string): boolean => BEINGS.has(word.toLowerCase()) || THINGS.has(word.toLowerCase());

/** The plural of a countable noun known here. */
export const isPlural = (word: string): boolean => !isSingular(word) && singularOf(word.toLowerCase()) !== undefined;

export const isNoun = (word: string): boolean => isSingular(word) || MASS.has(word.toLowerCase()) || isPlural(word);
