// The worker of the whole program on the fake Discord, killed while it works: nothing is lost, the book comes.
import { expect, it, onTestFinished } from 'vitest';
import { bookIn, examples, makeBook } from '../bots/discord/house.ts';
import { buttons } from '../fakes/discord/read.ts';
import { startProgram } from '../support/program.ts';
import { booksOn, prepare } from './on-discord.ts';

it.skipIf(process.platform !== 'linux')(
  'makes the book although its worker is killed at it (needs /proc to find the worker)',
  async () => {
    const { discord, folder, environment } = await prepare();
    const program = await startProgram(environment, folder);
    onTestFinished(() => program.kill());
    const child = discord.person({ name: '하늘', locale: 'ko' });
    const killWorker = async (): Promise<void> => {
      const [worker] = await program.children();
      if (worker === undefined) throw new Error('there is no worker');
      process.kill(worker, 'SIGKILL');
    };
    const thread = discord.until(() => child.threads()[0], 'a thread');
    const making = makeBook(discord, child, '달빛 소풍', await examples(2));
    const book = bookIn(discord, (await thread).id);
    await book.cardSays('그림을 확인하고 있어요');
    await killWorker();
    await discord.until(() => !buttons(book.card()).some(({ label }) => label === '책 만들기'), 'the making');
    await making;
    await killWorker();
    await child.click(await book.cardSays('책이 완성됐어요'), '책 다시 받기');
    await discord.until(() => booksOn(discord).length === 2, 'the second book');
    expect(await program.stop()).toBe(0);
  },
);
