// The whole program on the fake Slack, killed ten times while a child makes a book: nothing is lost, one book comes.
import { expect, it, onTestFinished } from 'vitest';
import { pictures, socketVariables } from '../bots/slack/bot.ts';
import { createStory, MAKE } from '../bots/slack/story.ts';
import { buttons, images, type Message, startSlack, texts } from '../fakes/slack/index.ts';
import { freshFolder } from '../support/folder.ts';
import { insist } from '../support/insist.ts';
import { startWithMishaps } from '../support/mishaps.ts';

/** How long a person waits before trying again. */
const PATIENCE = 4000;
/** How long the program may do nothing before it is killed anyway. */
const QUIET = 1500;
const ACTIONS = ['지붕에 오른다', '숲을 걷는다', '물에 발을 담근다'] as const;

it('makes one book although it is killed again and again', { timeout: 480_000 }, async () => {
  const slack = await startSlack({ retryDelays: [0, 500, 2000] });
  onTestFinished(() => slack.close());
  const folder = await freshFolder();
  const environment = { DATA_DIR: `${folder}/data`, WEB: 'off', ...socketVariables(slack) };
  const more = (events: number): Promise<unknown> => {
    const goal = slack.calls().length + events;
    return slack.until(() => slack.calls().length >= goal, `${events} more calls`, QUIET);
  };
  const { over, program } = await startWithMishaps({ environment, folder, times: 10, seed: 1, more });
  const mina = slack.person('Mina');
  const channel = slack.channel('class', [mina]);
  const story = createStory(slack, channel, mina);
  const insisted = (what: string, shows: () => boolean, act: () => Promise<unknown> = async () => {}) =>
    insist({ what, shows, act, wait: (seen) => slack.until(seen, what, PATIENCE), forgives: () => true });

  const cards = (): Message[] => slack.roots(channel).filter((message) => buttons(message).length > 0);
  await insisted(
    'a card',
    () => cards().length > 0,
    () => mina.command(channel, '/storybook', '시작 달빛 소풍'),
  );
  const [root] = cards();
  if (!root) throw new Error('there is no card');
  const shows = (words: string) => (): boolean => story.shows(root, words);
  const [first, ...others] = await pictures(ACTIONS.length);
  mina.post(channel, { thread: root, files: first ? [first] : [] });
  mina.post(channel, { thread: root, files: others });
  await insisted('the pictures', shows(`그림 ${ACTIONS.length}장`));
  for (const [index, action] of ACTIONS.entries()) {
    await insisted(action, shows(action), async () => {
      if (mina.view?.title !== `${index + 1}번 그림 이야기`) {
        if (mina.view) await mina.closeAll();
        await mina.click(story.now(root), `${index + 1}번 그림 이야기하기`);
      }
      await slack.until(() => mina.view?.title === `${index + 1}번 그림 이야기`, 'the form', PATIENCE);
      await mina.fill({ 이름: '별이', 행동: action, '이야기 분류': '자연탐구' });
      await mina.submit();
    });
  }
  const isAsked = (): boolean => !buttons(story.now(root)).includes(MAKE);
  await insisted('that it is made', isAsked, () => mina.click(story.now(root), MAKE));
  await insisted('the book', shows('책이 완성됐어요'));
  await over;
  await insisted('the book still', shows('책이 완성됐어요'));

  expect(cards().flatMap((card) => story.pdfs(card))).toHaveLength(1);
  expect(story.announcements(root)).toHaveLength(1);
  expect(images(story.now(root))).toHaveLength(ACTIONS.length);
  const said = texts(story.now(root)).join('\n');
  const places = ACTIONS.map((action) => said.indexOf(action));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(await program().stop()).toBe(0);
});
