// What a person does in Slack to make a book, and how the book is found. Everything is read from what the bot sent.
import { buttons, type Message, type Person, type Slack, texts } from '../../fakes/slack/index.ts';
import { pictures } from './bot.ts';

export const MAKE = '책 만들기';

export function createStory(slack: Slack, channel: string, person: Person) {
  const cardsIn = (): Message[] => slack.roots(channel).filter((message) => buttons(message).length > 0);

  /** The card as it is now. */
  const now = (root: Message): Message => {
    const found = slack.message(root);
    if (!found) throw new Error('the card is gone');
    return found;
  };
  const shows = (root: Message, words: string): boolean =>
    [...texts(now(root)), ...buttons(now(root))].some((text) => text.includes(words));
  const seen = (root: Message, words: string): Promise<unknown> =>
    slack.until(() => shows(root, words), `a card that says "${words}"`);

  return {
    now,
    shows,
    seen,
    /** The root of a new book. */
    async begin(title = '달빛 소풍'): Promise<Message> {
      const before = cardsIn().map(({ ts }) => ts);
      const outcome = await person.command(channel, '/storybook', `시작 ${title}`);
      if (!outcome.ok) throw new Error(outcome.error);
      return slack.until(() => cardsIn().find(({ ts }) => !before.includes(ts)), 'the card of a new book');
    },
    async post(root: Message, count: number): Promise<Message> {
      const message = person.post(channel, { thread: root, files: await pictures(count) });
      await seen(root, `그림 ${count}장`);
      return message;
    },
    /** Waits for the form, fills it in and sends it, picture after picture. */
    async describe(root: Message, count: number): Promise<void> {
      await seen(root, '1번 그림 이야기하기');
      await person.click(now(root), '1번 그림 이야기하기');
      for (let number = 1; number <= count; number += 1) {
        await slack.until(() => person.view?.title === `${number}번 그림 이야기`, `the form of picture ${number}`);
        await person.fill({ 이름: '별이', 행동: '달을 바라본다', '이야기 분류': '자연탐구' });
        await person.submit();
      }
      await seen(root, MAKE);
    },
    async make(root: Message): Promise<void> {
      await person.click(now(root), MAKE);
    },
    /** Messages with a PDF. */
    pdfs: (root: Message): Message[] =>
      slack.thread(channel, root).filter((message) => slack.filesOf(message).some(({ name }) => name.endsWith('.pdf'))),
    /** Messages that say that the book is there. */
    announcements: (root: Message): Message[] =>
      slack.thread(channel, root).filter(({ text }) => text.includes(`<@${person.id}>`)),
    async delivered(root: Message): Promise<void> {
      await seen(root, '책이 완성됐어요');
    },
  };
}
