// What only the person who did something is to see, as one message. Pure; forms are drawn in `form.ts`.
import type { Answer, PageView } from '../../conversation/replies.ts';
import { LIMITS } from '../limits.ts';
import { SLACK_WORDS } from '../wording.ts';
import { actions, actionsWithMenu, type Block, DIVIDER, fallback, note, section } from './blocks.ts';
import { type Drawing, type Drawn, drawCard } from './card.ts';
import { cutMarked, plain } from './text.ts';

/** Of the words of one page. */
const PAGE_WORDS = 600;

function pageBlocks({ number, text, locked, buttons }: PageView, drawing: Drawing): readonly Block[] {
  const words = SLACK_WORDS[drawing.locale];
  const heading = locked ? `${words.page(number)} (${words.kept})` : words.page(number);
  const said = section(plain(`${heading}\n${text}`, PAGE_WORDS));
  const root = { ...drawing, about: words.page(number) };
  return [said, ...(buttons.length > 3 ? actionsWithMenu(root, buttons) : actions(root, buttons))];
}

function drawOne(answer: Answer, drawing: Drawing): Drawn {
  switch (answer.type) {
    case 'card':
      return drawCard(answer.card, drawing);
    case 'pages': {
      const pages = answer.pages.flatMap((page) => pageBlocks(page, drawing));
      const texts = answer.pages.map(({ number, text }) => `${SLACK_WORDS[drawing.locale].page(number)}\n${text}`);
      return { text: fallback([answer.text, ...texts].join('\n\n')), blocks: [note(answer.text), ...pages] };
    }
    // A form cannot stand in a message: a press opens it.
    case 'form':
    case 'problems': {
      const { form } = answer;
      const words = SLACK_WORDS[drawing.locale];
      const label = form.danger ? form.submit : form.title;
      const open = opener(form.id, form.scene);
      // Only the button that was pressed knows which book of many it was about.
      if (!open) return { text: fallback(words.expired), blocks: [note(words.expired)] };
      const text = words.openForm(form.title);
      const style = form.danger ? 'danger' : 'primary';
      return { text: fallback(text), blocks: [note(text), ...actions(drawing, [{ action: open, label, style }])] };
    }
    case 'saved':
    case 'notice':
      return { text: fallback(answer.text), blocks: [note(answer.text)] };
  }
}

type Opening = Extract<Answer, { readonly type: 'form' }>['form'];

/** The press that opens a form again. */
function opener(id: Opening['id'], scene: string | undefined) {
  if (id === 'delete' || id === 'book' || id === 'hand') return { type: id } as const;
  if (id === 'pictures')
    return scene === undefined ? ({ type: 'add' } as const) : ({ type: 'replace', scene } as const);
  if (scene === undefined) return undefined;
  if (id === 'A') return { type: 'describe', scene } as const;
  if (id === 'B' || id === 'C') return { type: 'detail', scene, part: id } as const;
  if (id === 'caption') return { type: 'caption', scene } as const;
  return { type: id === 'text' ? 'edit' : 'versions', scene } as const;
}

/** All answers of one turn as one message; `undefined` where there is nothing to say. */
export function drawAnswers(answers: readonly Answer[], drawing: Drawing): Drawn | undefined {
  if (answers.length === 0) return undefined;
  const drawn = answers.map((answer) => drawOne(answer, drawing));
  const blocks = drawn.flatMap(({ blocks: own }, index) => (index === 0 ? own : [DIVIDER, ...own]));
  return {
    text: cutMarked(drawn.map(({ text }) => text).join('\n\n'), LIMITS.fallback),
    blocks: blocks.slice(0, LIMITS.blocks),
  };
}
