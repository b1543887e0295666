// What the privacy statement says of classes, in English, line by line as in Korean.
import type { LeafletPart } from '../../render/index.ts';
import type { ClassFacts } from './classes.ts';
import type { PrivacyFacts } from './facts.ts';
import { blank, li, p, sub, when } from './parts.ts';
import type { Section } from './types.ts';

const MODERATION: Readonly<Record<ClassFacts['moderation'], string>> = {
  off: 'not looked for.',
  here: 'looked for with a list on this computer.',
  service: 'looked for with a list on this computer and by a service.',
};

const ENGINES: Readonly<Record<ClassFacts['engines'], string>> = {
  all: 'all that the program is set up with may be used.',
  own: "only on this program's own computers. Nothing is sent to another company's AI.",
  plain: 'none. Books are made without AI.',
};

const keptFor = (keep: ClassFacts['keep']): string =>
  'days' in keep
    ? `everything is deleted ${keep.days} days after the last change.`
    : `until ${keep.until}; after that day everything is deleted.`;

function ofClass(one: ClassFacts): readonly LeafletPart[] {
  const { place, title, isOpen, keep, moderation, engines, approval, starters, threads, clearing } = one;
  return [
    sub(`${title ?? 'Class without a name'} (${place === 'web' ? 'page' : place}, ${isOpen ? 'open' : 'closed'})`),
    li(`Kept: ${keptFor(keep)}`),
    ...when(
      clearing !== undefined,
      li(
        `Books that the bot posted in the chat, when their time is over: ${clearing ? 'taken back, too.' : 'they stay.'}`,
      ),
    ),
    li(`Words unfit for children: ${MODERATION[moderation]}`),
    li(`Help by AI: ${ENGINES[engines]}`),
    li(
      `Approval: ${approval ? 'no book is handed over or shown before a teacher has said yes.' : 'none. Books are handed over as soon as they are made.'}`,
    ),
    li(`Who may begin a book: ${starters === 'teachers' ? 'teachers only.' : 'everybody.'}`),
    ...when(
      threads !== undefined,
      li(
        `Who sees a book in the making: ${threads === 'public' ? 'the whole class.' : 'its child and teachers only.'}`,
      ),
    ),
  ];
}

const NONE = [p('There is no class now. Make this statement again when one is opened.')];
const UNREADABLE = [
  p(
    'What is kept could not be read, so this statement cannot say whether there are classes and how they are set. The days and the looking for unfit words given above hold for books outside of classes alone. See npx storybook doctor for the cause, then make it again.',
  ),
  blank('How long each class keeps books, and approval (please fill in)'),
];

export const classesEn = ({ classes }: PrivacyFacts): Section => ({
  id: 'classes',
  heading: 'Settings of each class',
  parts: [
    li("Books made in a class go by the class's settings, which come before those of the program."),
    li('In a class, children go by a number or a nickname. Real names are not asked for.'),
    li(
      'Kept of a class: the number or nickname, title, progress, review and cover of each book, the id of whoever opened the class, and anthologies that were bound.',
    ),
    ...(classes === 'unreadable' ? UNREADABLE : classes.length === 0 ? NONE : classes.flatMap(ofClass)),
  ],
});
