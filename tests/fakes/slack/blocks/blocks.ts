// The table of blocks, and the check of a whole list of them or of a whole view. Answers with the sentences that Slack gives.
import { type Fields, fieldsOf, isFields, listOf } from '../json.ts';
import { anyText, ELEMENTS, IN_ACTIONS, IN_INPUT, IN_SECTION, id, image, plain } from './elements.ts';
import {
  all,
  anything,
  byType,
  flag,
  list,
  object,
  oneOf,
  type Place,
  type Rule,
  type Shape,
  string,
  unique,
} from './rules.ts';

const once = (what: string) => (value: string) => `\`${what}\` "${value}" already exists for another ${what}`;
const interactive = (allowed: readonly string[]): Rule => byType(ELEMENTS, allowed);

/** What an input block may hold depends on where it is and on what else it says. */
function inputAlso(value: Fields, pointer: string, place: Place): void {
  if (fieldsOf(value['element'])['type'] !== 'file_input') return;
  if (place.surface !== 'modal') place.report('file_input is allowed in modals only', `${pointer}/element`);
  if (value['dispatch_action'] === true) place.report('dispatch_action is not allowed with file_input', pointer);
}

const BLOCKS: Readonly<Record<string, Shape>> = {
  section: {
    may: {
      block_id: id,
      text: anyText(3000),
      fields: list(anyText(2000), { max: 10 }),
      accessory: interactive(IN_SECTION),
      expand: flag,
    },
    also: (value, pointer, { report }) => {
      if (value['text'] === undefined && value['fields'] === undefined) report('missing required field: text', pointer);
    },
  },
  header: { needs: { text: plain(150) }, may: { block_id: id } },
  divider: { may: { block_id: id } },
  image: { ...image, may: { ...image.may, title: plain(2000), block_id: id } },
  context: {
    needs: { elements: list(contextElement, { max: 10 }) },
    may: { block_id: id },
  },
  actions: {
    needs: { elements: all(list(interactive(IN_ACTIONS), { max: 25 }), unique('action_id', once('action_id'))) },
    may: { block_id: id },
  },
  input: {
    needs: { label: plain(2000), element: interactive(IN_INPUT) },
    may: { block_id: id, hint: plain(2000), optional: flag, dispatch_action: flag },
    also: inputAlso,
  },
  markdown: { needs: { text: string(12_000, 1) }, may: { block_id: id } },
  rich_text: { needs: { elements: list(anything, { max: 100 }) }, may: { block_id: id } },
};

function contextElement(value: unknown, pointer: string, place: Place): void {
  // The documents name no limit for text in a context; this is the smaller of those in use.
  const rule = fieldsOf(value)['type'] === 'image' ? object(image) : anyText(2000);
  rule(value, pointer, place);
}

const MODAL_ONLY_NOT = ['markdown'];

const blocksRule =
  (max: number): Rule =>
  (value, pointer, place) => {
    const types = Object.keys(BLOCKS).filter((type) => place.surface === 'message' || !MODAL_ONLY_NOT.includes(type));
    list(byType(BLOCKS, types), { min: 0, max })(value, pointer, place);
    unique('block_id', once('block_id'))(value, pointer, place);
    const markdown = listOf(value).filter(({ type }) => type === 'markdown');
    const length = markdown.reduce((sum, { text }) => sum + (typeof text === 'string' ? text.length : 0), 0);
    if (markdown.length > 1 && length > 12_000) place.report('markdown text exceeds 12000 characters', pointer);
  };

const VIEW = object({
  needs: { type: oneOf('modal'), title: plain(24), blocks: blocksRule(100) },
  may: {
    close: plain(24),
    submit: plain(24),
    private_metadata: string(3000),
    callback_id: string(255),
    external_id: string(255),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
  also: (value, pointer, { report }) => {
    const asks = listOf(value['blocks']).some(({ type }) => type === 'input');
    if (asks && value['submit'] === undefined) report('missing required field: submit', pointer);
    const focused = listOf(value['blocks']).filter((block) => fieldsOf(block['element'])['focus_on_load'] === true);
    if (focused.length > 1) report('only one element may have focus_on_load', pointer);
  },
});

export type FileProblem = Place['fileProblem'];

function run(rule: Rule, value: unknown, root: string, surface: Place['surface'], fileProblem: FileProblem): string[] {
  const found: string[] = [];
  const report = (problem: string, pointer: string): void => {
    found.push(`[ERROR] ${problem} [json-pointer:${pointer}]`);
  };
  rule(value, root, { surface, fileProblem, report });
  return found;
}

/** What is wrong with the blocks of a message. */
export const blockProblems = (blocks: unknown, fileProblem: FileProblem): string[] =>
  run(blocksRule(50), blocks, '/blocks', 'message', fileProblem);

/** What is wrong with a modal; its size is looked at by `isTooLarge`. */
export function viewProblems(view: unknown, fileProblem: FileProblem): string[] {
  if (isFields(view) && view['type'] !== 'modal')
    return ['[ERROR] unsupported type: not a modal [json-pointer:/view/type]'];
  return run(VIEW, view, '/view', 'modal', fileProblem);
}

const MOST_BYTES = 250 * 1024;
export const isTooLarge = (view: unknown): boolean => Buffer.byteLength(JSON.stringify(view)) > MOST_BYTES;
