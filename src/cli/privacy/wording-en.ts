// The privacy statement in English, section by section as in Korean.
import { classesEn } from './classes-en.ts';
import { hasClasses, LEAST_AGE, type PrivacyFacts, type Sent } from './facts.ts';
import { blank, li, p, sub, when } from './parts.ts';
import type { Compose, Section } from './types.ts';

const SENT: Readonly<Record<Sent, string>> = {
  pictures: 'pictures (to have them described)',
  captions: 'captions (to have them translated)',
  words: 'what was typed, captions, titles and texts of pages (for stories and suggested words)',
  'checked-words': 'what was typed and texts of pages (to find words unfit for children)',
};

const listed = (names: readonly string[]): string => names.join(', ');

function summary(facts: PrivacyFacts): Section {
  const { chats, service, web, retentionDays } = facts;
  const outside = [...chats, ...(service && !service.isHere ? [service.name] : [])];
  return {
    id: 'summary',
    heading: 'At a glance',
    parts: [
      li(
        "Purpose: a picture book to print (PDF), from children's pictures and a few words. Pictures are never redrawn.",
      ),
      li(
        outside.length === 0
          ? 'As configured now, no picture and no word leaves this computer while a book is made.'
          : `As configured now, pictures or words go to: ${listed(outside)}.`,
      ),
      li(
        `Kept: a book ${hasClasses(facts) ? 'outside of classes' : 'in the making'} is deleted ${retentionDays} days after its last change.`,
      ),
      ...when(
        hasClasses(facts),
        li(
          "Books of a class go by the class's settings, which come before those of the program. See “Settings of each class” below.",
        ),
      ),
      ...when(web, li('Accounts: children use the page on this computer without any.')),
    ],
  };
}

const processing = ({ chats, web }: PrivacyFacts): Section => ({
  id: 'processing',
  heading: '1. Minimal processing',
  parts: [
    sub('Processed'),
    li(
      'Uploaded pictures and their file names, what is typed in the fields, captions, texts of pages, title and authors.',
    ),
    li("The id of whoever began the book (the service's, or one made up by the page), language, reading level, size."),
    li('The finished PDF and images of its pages.'),
    sub('Not processed'),
    li('No identity numbers, contact data, dates of birth, grades or locations are asked for.'),
    li(
      'Place, time and camera data in photos (EXIF, GPS) are removed: every picture is encoded anew when it is received.',
    ),
    li('A class number or nickname will do for an author. Real names are never required.'),
    li('No advertising, no usage statistics, nothing sent to the makers of the program.'),
    ...when(
      chats.length > 0,
      li(`Of chats, only messages and pictures that belong to a book are stored (${listed(chats)}).`),
    ),
    ...when(
      web,
      li(
        "The browser in use remembers addresses of books begun there (up to 24), and words and pictures that are not saved yet. On shared computers, clear the browser's site data.",
      ),
    ),
    p('Photos of faces and drawings with names may be personal data. Prefer drawings, and numbers to names.'),
  ],
});

const outsideOf = (facts: Pick<PrivacyFacts, 'classes'>): string =>
  hasClasses(facts) ? 'Books outside of classes: ' : '';

const LOOKED_FOR: Readonly<Record<PrivacyFacts['moderation'], string>> = {
  off: 'Looking for words unfit for children is switched off.',
  here: 'Words unfit for children are looked for with a list on this computer.',
  service: 'Words unfit for children are looked for with a list on this computer and by a service.',
};

const safety = ({
  dataDir,
  storeFile,
  redis,
  web,
  chats,
  publicThreads,
  logLevel,
  moderation,
  classes,
}: PrivacyFacts): Section => ({
  id: 'safety',
  heading: '2. Security measures',
  parts: [
    ...when(
      redis,
      li(
        `Books in the making and their pictures lie in the Redis server ${redis}. Whoever runs it has to guard it and the way to it. The folder below then holds nothing of books.`,
      ),
    ),
    li(
      `Data lies in the folder ${dataDir} and the file ${storeFile}, readable by this computer's user account alone (on Windows, please check the folder's permissions).`,
    ),
    li('The program does not encrypt what it stores. Please use disk encryption and a screen lock.'),
    ...when(web && !web.open, li('The page opens on this computer only.')),
    ...when(
      web?.open,
      li(
        'Other computers can open the page with an access code. Traffic is not encrypted (no HTTPS): use a trusted school network only.',
      ),
    ),
    ...when(web && !web.code, li('The page asks for no access code. Whoever knows the address of a book can see it.')),
    ...when(
      chats.length > 0,
      li(
        'In chats, only whoever began a book and teachers may change it; this is checked at every action, on the server side.',
      ),
    ),
    ...when(
      publicThreads,
      li(`${outsideOf({ classes })}Discord threads are set to be visible to everybody in the channel.`),
    ),
    li(
      'Uploads are limited in size and pixels, checked to be pictures and encoded anew; the original file is then deleted.',
    ),
    li(
      `The log holds no picture, no word of the children and no secret (level now: ${logLevel}). What a teacher does in somebody's book is one line without words, at level info.`,
    ),
    li(
      `${outsideOf({ classes })}${LOOKED_FOR[moderation]}${hasClasses({ classes }) ? " In a class, the class's setting decides." : ''}`,
    ),
  ],
});

const rights = ({ retentionDays, chats, classes }: PrivacyFacts): Section => ({
  id: 'rights',
  heading: '3. Access, correction, deletion, stopping',
  parts: [
    li('Access: everything can be seen in the book itself; “storybook export” puts all that is kept into a folder.'),
    li(
      'Correction: words, pictures, title and authors can be changed at any time. Earlier texts of a page are kept with it; delete the book to be rid of them.',
    ),
    li(
      'Deletion: “Delete everything” in the book, or “storybook books delete” by whoever runs the program. A receipt says what is gone and what remains.',
    ),
    li(
      `By itself: ${outsideOf({ classes })}${retentionDays} days after the last change, within an hour while the program runs, else when it is next started.${hasClasses({ classes }) ? ' Books of a class go when its settings say.' : ''}`,
    ),
    li('Stopping: press “Stop making”, or stop the program.'),
    p('Beyond the reach of the program: downloaded PDFs, printed copies, backups made elsewhere.'),
    ...when(
      chats.length > 0,
      p(
        `What people posted in ${listed(chats)} has to be deleted there, by them or an administrator. Books that the bot posted are taken back by “Delete everything”, but stay in the chat when a book merely expires${hasClasses({ classes }) ? ' (in a class, its setting decides)' : ''}.`,
      ),
    ),
  ],
});

const children = ({ web, chats }: PrivacyFacts): Section => ({
  id: 'children',
  heading: '4. Children under 14',
  parts: [
    li("A guardian's consent may be needed. The program neither asks for nor checks it: the school has to obtain it."),
    li('Ages and dates of birth are not asked for.'),
    ...when(web, li('Children can work on the page of this computer without an account, under a number or nickname.')),
    ...when(
      chats.length > 0,
      li(
        `There are minimum ages for ${listed(chats)} (in Korea: ${chats.map((chat) => `${chat} ${LEAST_AGE[chat]}`).join(', ')}; please check). Young children should use the page, and the teacher the chat.`,
      ),
    ),
    blank('How and when consent was obtained'),
  ],
});

const officer = ({ chats, service, hub }: PrivacyFacts): Section => ({
  id: 'officer',
  heading: '5. Privacy officer and third parties',
  parts: [
    blank('School'),
    blank('Privacy officer (name, position)'),
    blank('Contact'),
    blank('Teacher who runs the program'),
    sub('Where data goes as configured now'),
    ...when(chats.length === 0 && !service, li('Nowhere. No outside service is spoken to while a book is made.')),
    ...chats.map((chat) =>
      li(
        `${chat}: pictures and words posted in a chat, the bot's card (words and small pictures) and the PDF lie on that company's servers.`,
      ),
    ),
    ...when(
      service,
      li(
        `${service?.name ?? ''}${service?.isHere ? ' (a server on this computer)' : ''}: ${listed((service?.sent ?? []).map((sent) => SENT[sent]))}. How long it keeps them and for what is in its own terms.`,
      ),
    ),
    li(`${hub}: spoken to only by the command that fetches models; no picture and no word is sent.`),
    p('Nothing goes to the makers of the program.'),
  ],
});

function ai({ usesModel, engines, service }: PrivacyFacts): Section {
  const names = Object.entries(engines).filter(([, name]) => name !== 'none');
  return {
    id: 'ai',
    heading: 'Notice of AI',
    parts: [
      li(
        usesModel
          ? 'As configured now, AI models may describe pictures, suggest words or write text.'
          : 'As configured now, no AI model is used: what was typed is put together by rules of grammar.',
      ),
      li(`Engines: ${names.map(([seam, name]) => `${seam} ${name}`).join(', ')}.`),
      li(
        'Who wrote each sentence (person, rules, AI) is remembered. If one sentence by AI is left, the last page of the book and the data of the file (XMP) say so.',
      ),
      li("AI never draws or changes a child's picture, and a child's own sentence is printed as it is."),
      ...when(service, li('What AI writes may be wrong: an adult should read it before it is handed out.')),
    ],
  };
}

const LIMITS: Section = {
  id: 'limits',
  heading: 'About this statement',
  parts: [
    p('A draft, made by the program from its present configuration and classes. Make it again when either changes.'),
    p(
      'This is not legal advice. Go through it with your privacy officer and adapt it to your school before you submit it.',
    ),
    blank('Reviewed by, and when'),
  ],
};

export const composeEn: Compose = (facts) => ({
  title: 'Privacy statement of the picture book program',
  about:
    'What to consider before TalesRunner is used in class, by the five mandatory criteria for school software in Korea. This is not legal advice.',
  sections: [summary, processing, safety, rights, children, officer, ai, classesEn]
    .map((section) => section(facts))
    .concat(LIMITS),
});
