// What `storybook doctor` says in English.
import type { DoctorWording, Why } from './wording-types.ts';

function why(reason: Why): string {
  switch (reason.kind) {
    case 'named':
      return `Chosen by ${reason.variable}=${reason.value}.`;
    case 'there':
      return `Chosen because ${reason.variables.join(', ')} is set.`;
    case 'fetched':
      return 'Chosen because its model was fetched, or added, with storybook models.';
    case 'nothing':
      return 'Used because nothing else is set up.';
  }
}

const things = (count: number): string => (count === 1 ? '1 thing' : `${count} things`);

export const en: DoctorWording = {
  sections: {
    machine: 'Computer',
    keeping: 'What is kept',
    engines: 'Engines',
    platforms: 'Where people talk',
    network: 'Network',
  },
  summary: (broken, absent) => {
    if (broken > 0) return `${things(broken)} to mend (✗).`;
    return absent > 0 ? `All is well. ${things(absent)} that can be done without (–).` : 'All is well.';
  },

  machine: 'System',
  pictures: 'Pictures',
  fonts: 'Fonts',
  printable: (families) => `${families.join(', ')}: Korean and English books can be printed.`,
  memory: 'Memory',
  memoryFree: (free, total) => `${free} of ${total} can be used.`,
  memoryNeeded: (needed) => `The models that are chosen need about ${needed}.`,
  memoryShort: 'Close other programs, set PRECISION=int8, or choose a smaller model.',
  computing: 'Models run on',

  dataFolder: 'Data folder',
  free: (folder, size) => `${folder} (${size} free)`,
  kept: 'Kept so far',
  keptNothing: 'nothing yet.',
  keptBooks: (books, bytes, days) =>
    `${books} ${books === 1 ? 'book' : 'books'} in the making, ${bytes} of pictures and books. Deleted ${days} days after the last change.`,
  redis: 'Redis server',
  redisAnswers: (address, version, memory, workers) =>
    `${address} (Redis ${version}), ${memory} of memory in use; workers at it now: ${workers}.`,
  redisForgetful: 'It throws things away when its memory is full: set maxmemory-policy to noeviction.',
  redisFleeting: 'Books are gone when the server stops: set appendonly to yes to keep them.',
  running: 'Program',
  isRunning: 'running, and using this folder.',
  isNotRunning: 'not running. Start it with npm start.',
  models: 'Fetched models',
  modelsFolder: (folder) => `kept in ${folder}.`,
  modelsNone: (folder) => `none yet. They will be kept in ${folder}.`,

  seams: { captioner: 'Captions', translator: 'Translation', keywords: 'Suggestions', storyteller: 'Story' },
  engines: {
    captioner: {
      none: 'no engine describes pictures, so people do.',
      blip: 'says in English what is seen in a picture.',
      openai: 'says what is seen in a picture, in the language of the book.',
    },
    translator: {
      none: 'no translator, so English captions stay English.',
      t5: 'puts captions from English into Korean.',
      openai: 'puts captions into the language of the book.',
    },
    keywords: {
      local: 'picks words that suit what was said and seen; needs no network.',
      openai: 'picks words that suit the picture and the story.',
    },
    storyteller: {
      frames: 'composes sentences from your words by grammar; needs no model and no network.',
      kogpt2: 'writes each page of Korean books; here to compare with KoT5, and may repeat what it was given.',
      kot5: 'writes each page of Korean books.',
      openai: 'writes the whole book at once, so that its pages belong together.',
    },
  },
  better: {
    captioner:
      'To have pictures described, fetch a model with storybook models pull blip, or name the folder of a BLIP model in BLIP_DIR, or set OPENAI_API_KEY or OPENAI_BASE_URL.',
    translator:
      'To have captions in Korean, name the folder of an English to Korean T5 in TRANSLATOR_DIR, or set OPENAI_API_KEY or OPENAI_BASE_URL.',
    storyteller:
      'To have a model write, name the folder of a KoT5 model in KOT5_DIR, or set OPENAI_API_KEY or OPENAI_BASE_URL.',
  },
  why,
  known: (names) => `Available: ${names.join(', ')}.`,
  weights: (folder, size) => `Folder: ${folder} (weights ${size}).`,
  trying: 'Trying the engines',
  opened: (opening, answering) => `Tried: ${opening} s to open, ${answering} s to answer.`,
  answered: (answering) => `Tried: ${answering} s to answer.`,
  slowOpening: (seconds) => `Opening the model alone takes ${seconds} s; the first book begins that much later.`,
  late: (seconds) => `No answer within ${seconds} s, so it was given up. Large models take longer the first time.`,
  tooBig: 'Larger than the memory that is free, so it was not opened.',
  service: 'AI service',
  serviceUsed: (name, model, visionModel) =>
    model === visionModel ? `${name}, model ${model}.` : `${name}, model ${model}, for pictures ${visionModel}.`,
  serviceIdle: (name) => `${name} is set, but no engine uses it.`,
  key: (isThere) => (isThere ? 'OPENAI_API_KEY is there.' : 'Asked without OPENAI_API_KEY.'),
  noService: 'not used.',
  moderation: 'Unfit words',
  moderationOn: 'looked for: a book with words that are not fit for children is not made before that is said.',
  moderationOff: 'not looked for.',
  moderationAdvice: 'Set MODERATION=on to have them looked for.',

  nowhere: 'Outside',
  noNetwork: 'not used: neither pictures nor words leave this computer.',
  toPlatforms: 'Chat services',
  toService: 'AI service',
  toRedis: 'Redis server',
  booksThere: 'keeps the books in the making and their pictures.',
  toHub: 'Fetching models',
  toOthers: 'Picture hosts',
  onlyPulling: (host) => `${host}: only for storybook models pull.`,
  sends: (hosts, what) => `${hosts.join(', ')}: ${what}`,
  talk: 'the pictures, words and books of its threads pass there.',
  questions: 'is sent the pictures and words that engines ask about.',
  downloads: 'pictures posted in threads are fetched from here too.',
  thisComputer: 'On this computer.',
};
