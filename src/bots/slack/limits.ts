// What Slack takes at most, in one table. Characters are UTF-16 code units.
// From docs.slack.dev: reference/block-kit, reference/views/modal-views, reference/methods, apis/web-api/rate-limits.

export const LIMITS = {
  /** Blocks of a message. */
  blocks: 50,
  /** A longer `text` is refused when a message is edited. */
  fallback: 4000,
  sectionText: 3000,
  contextText: 2000,
  headerText: 150,
  altText: 2000,
  buttonText: 75,
  /** Of an option in a menu, for its text and for its value. */
  option: 75,
  overflowOptions: 5,
  selectOptions: 100,
  placeholder: 150,
  radioOptions: 10,
  checkboxes: 10,
  actionElements: 25,
  viewTitle: 24,
  viewButton: 24,
  inputLabel: 2000,
  inputHint: 2000,
  inputText: 3000,
  filesInForm: 10,
  fileTitle: 250,
  /** Of one message; more are brought in several. */
  filesInMessage: 10,
} as const;

/** How long things last and how often they may be done, in milliseconds. */
export const TIMES = {
  /** A form has to be open 3 s after the press; a form that says "one moment" is opened when this has passed. */
  openForm: 1200,
  /** What was sent in a form has to be acknowledged within 3 s. */
  acknowledgeForm: 2000,
  /** Least time between two edits of one card. */
  betweenEdits: 2000,
  /** Least time between two cards that only tell how far the work is. */
  betweenProgress: 3000,
  /** Longest wait of one call for its turn when Slack asks for slowness. */
  longestWait: 120_000,
  call: 15_000,
  upload: 120_000,
  /** How often, and for how long in all, to look whether a file has appeared in the thread. */
  shareEvery: 500,
  shareWithin: 20_000,
  /** So long a file may be unknown to Slack before it is taken for one that never got there. */
  unknownFor: 3000,
  /** How long what was learnt of people and channels counts; whoever is no teacher any more is none so soon after. */
  people: 5 * 60 * 1000,
} as const;

/** Edits of cards that only tell how far the work is, in one workspace and minute; Slack allows 50 of all kinds. */
export const PROGRESS_PER_MINUTE = 25;

/** Pictures that Slack can show in an image block. */
export const DRAWN: Readonly<Record<string, true>> = {
  'image/png': true,
  'image/jpeg': true,
  'image/jpg': true,
  'image/gif': true,
};

/** What people may choose in a form for pictures. */
export const FILE_TYPES = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'heic', 'heif', 'avif', 'tif', 'tiff'] as const;

/** Where Slack keeps files. */
export const FILE_HOSTS = ['files.slack.com', '*.slack.com'] as const;
