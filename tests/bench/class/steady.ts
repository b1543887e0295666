// A class that goes on when its books are there: children look, ask, change a title and make again, for a while. What the
// program holds in memory is to stay as it is meanwhile.
import type { FakeDiscord } from '../../fakes/discord/start.ts';
import type { Story } from './child.ts';
import { type Hands, isForgiven } from './hands.ts';
import { buttonOf, cardIn } from './room.ts';
import type { Teacher } from './teacher.ts';
import type { Watch } from './watch.ts';

/** Children at work at the same time, and how long each looks at an answer, in milliseconds. */
const AT_ONCE = 4;
const LOOKS = 300;
/** Between two rests, in which the program is weighed. */
const BOUT = 3000;
/** Every so many deeds a book is made again. */
const MAKES_EVERY = 25;

export interface Lingering {
  readonly milliseconds: number;
  readonly chance: () => number;
  readonly stories: readonly Story[];
  readonly teacher: Teacher;
  readonly discord: FakeDiscord;
  readonly watch: Watch;
  readonly hands: (name: string, isTeacher?: boolean) => Hands;
  /** Called while nobody does anything. */
  readonly weigh: () => Promise<void>;
}

/** Resolves after a while, with nothing to be seen. */
const lookFor = (watch: Watch, milliseconds: number): Promise<unknown> =>
  watch.until(() => false, 'nothing', milliseconds).catch(() => {});

async function deed(helper: Hands, story: Story, discord: FakeDiscord, number: number): Promise<void> {
  const card = cardIn(discord, story.thread);
  if (!card) throw new Error(`${story.plan.label} has no card`);
  const press = async (like: RegExp): Promise<void> => {
    const button = buttonOf(card, like);
    if (button) await helper.click(card, button);
  };
  if (number % MAKES_EVERY === 0) return press(/다시 만들기$/);
  if (number % 3 === 0) return press(/도움말$/);
  if (number % 3 === 1) {
    await press(/제목과 지은이$/);
    if (helper.person.modal) await helper.submit({ '책 제목': `${story.plan.title} ${number}` });
    return;
  }
  await helper.said(await helper.command('/storybook shelf'));
}

export async function linger(lingering: Lingering): Promise<void> {
  const { milliseconds, chance, stories, teacher, discord, watch, hands, weigh } = lingering;
  if (milliseconds === 0) return;
  const end = performance.now() + milliseconds;
  let isOver = false;
  let count = 0;
  // Whoever may do everything: teachers help with any book.
  const work = async (helper: Hands, until: number): Promise<void> => {
    while (performance.now() < until) {
      count += 1;
      const story = stories[Math.floor(chance() * stories.length)];
      if (!story) return;
      await deed(helper, story, discord, count).catch((error) => {
        if (!isForgiven(error)) throw error;
      });
      helper.person.dismiss();
      await lookFor(watch, LOOKS * (0.5 + chance()));
    }
  };
  const helpers = Array.from({ length: AT_ONCE }, (_, index) => hands(`도우미 ${index + 1}`, true));
  const bouts = async (): Promise<void> => {
    while (performance.now() < end) {
      const until = performance.now() + BOUT;
      await Promise.all(helpers.map((helper) => work(helper, until)));
      await weigh();
    }
  };
  const working = bouts().finally(() => {
    isOver = true;
  });
  await Promise.all([working, teacher.watchOver(() => isOver)]);
}
