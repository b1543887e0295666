// What a person can press, and how it is written into a button: short enough for every chat service, and telling
// what it was pressed for, so that an old button is known as one.

/** `request` and `version` say what the person was looking at; the same press twice asks once. */
export type Action =
  | { readonly type: 'describe'; readonly scene: string }
  | { readonly type: 'detail'; readonly scene: string; readonly part: 'B' | 'C' }
  /** Mends what is seen in the picture, by itself. */
  | { readonly type: 'caption'; readonly scene: string }
  | { readonly type: 'add' }
  | { readonly type: 'replace'; readonly scene: string }
  /** `to` is the place it is to have, from 0. */
  | { readonly type: 'move'; readonly scene: string; readonly to: number }
  | { readonly type: 'remove'; readonly scene: string }
  | { readonly type: 'restore'; readonly scene: string }
  | { readonly type: 'book' }
  | { readonly type: 'make'; readonly request: number }
  | { readonly type: 'retry'; readonly request: number }
  | { readonly type: 'stop'; readonly request: number }
  /** Stops whatever is being made: for commands, which know no request. */
  | { readonly type: 'cancel' }
  | { readonly type: 'pages' }
  | { readonly type: 'edit'; readonly scene: string }
  | { readonly type: 'retell'; readonly scene: string; readonly version: number }
  | { readonly type: 'lock'; readonly scene: string }
  | { readonly type: 'unlock'; readonly scene: string }
  | { readonly type: 'versions'; readonly scene: string }
  /** A new card below what was said since. */
  | { readonly type: 'resume' }
  | { readonly type: 'status' }
  | { readonly type: 'help' }
  /** Asks whether to delete everything. */
  | { readonly type: 'delete' }
  /** The printed book of that request as a booklet to print and fold. */
  | { readonly type: 'booklet'; readonly request: number }
  /** For teachers, in a class: yes to the printed book of that request, or back to the child with a word (a form). */
  | { readonly type: 'approve'; readonly request: number }
  | { readonly type: 'return'; readonly request: number }
  /** For teachers, in a class: the child may not, or may, go on; nothing more is asked for; another owner (a form). */
  | { readonly type: 'pause' }
  | { readonly type: 'reopen' }
  | { readonly type: 'close' }
  | { readonly type: 'hand' };

export type ActionType = Action['type'];

type Shape = 'scene' | 'scene-number' | 'scene-part' | 'number' | 'alone';

const SHAPES: Readonly<Record<ActionType, Shape>> = {
  describe: 'scene',
  detail: 'scene-part',
  caption: 'scene',
  add: 'alone',
  replace: 'scene',
  move: 'scene-number',
  remove: 'scene',
  restore: 'scene',
  book: 'alone',
  make: 'number',
  retry: 'number',
  stop: 'number',
  cancel: 'alone',
  pages: 'alone',
  edit: 'scene',
  retell: 'scene-number',
  lock: 'scene',
  unlock: 'scene',
  versions: 'scene',
  resume: 'alone',
  status: 'alone',
  help: 'alone',
  delete: 'alone',
  booklet: 'number',
  approve: 'number',
  return: 'number',
  pause: 'alone',
  reopen: 'alone',
  close: 'alone',
  hand: 'alone',
};

const PATTERNS: Readonly<Record<Shape, RegExp>> = {
  scene: /^(s\d{1,6})$/,
  'scene-number': /^(s\d{1,6})\.(\d{1,6})$/,
  'scene-part': /^(s\d{1,6})\.([BC])$/,
  number: /^(\d{1,6})$/,
  alone: /^$/,
};

/** At most 40 characters of `a-z A-Z 0-9 .`, for a button's id. */
export function writeAction(action: Action): string {
  const { type, ...rest } = action;
  return [type, ...Object.values(rest)].join('.');
}

/** `undefined` for what no button of ours carries. */
export function readAction(written: string): Action | undefined {
  const [type = '', ...rest] = written.split('.');
  const shape = Object.hasOwn(SHAPES, type) ? SHAPES[type as ActionType] : undefined;
  const match = shape && PATTERNS[shape].exec(rest.join('.'));
  if (!shape || !match) return undefined;
  const [, first = '', second = ''] = match;
  switch (shape) {
    case 'alone':
      return { type } as Action;
    case 'number':
      return { type, request: Number(first) } as Action;
    case 'scene':
      return { type, scene: first } as Action;
    case 'scene-part':
      return { type, scene: first, part: second } as Action;
    case 'scene-number':
      return { type, scene: first, [type === 'move' ? 'to' : 'version']: Number(second) } as Action;
  }
}
