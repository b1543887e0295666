// The teacher of the class: opens it, looks at every book that waits and says yes or gives it back, and helps with one
// book or another where a child asks. One thing at a time, as a person has two hands.
import type { Message } from '../../fakes/discord/model.ts';
import type { FakeDiscord } from '../../fakes/discord/start.ts';
import { type Hands, isForgiven, labelsOf, plain } from './hands.ts';
import { NotSeen, type Watch } from './watch.ts';

export const COMMENT = '제목을 더 길게 지어 볼까?';
const YES = '좋아요, 내보내기';
const BACK = '다시 해 보기로 돌려주기';
const DESK_PATIENCE = 20_000;
const LOOK_PATIENCE = 2000;
const MOST_TRIES = 40;

export interface Decision {
  readonly label: string;
  readonly type: 'approved' | 'returned';
  /** `Date.now()` before it was pressed. */
  readonly at: number;
}

export interface Teacher {
  readonly desk: string;
  readonly decisions: readonly Decision[];
  /** Sees to what waits until `over`; resolves then. */
  readonly watchOver: (over: () => boolean) => Promise<void>;
  /** Presses something on one book's card, until the answer says so. */
  readonly help: (label: string, button: string, says: string, values?: Values) => Promise<void>;
  readonly bind: () => Promise<Message>;
  readonly hands: Hands;
}

type Values = Readonly<Record<string, string | readonly string[]>>;

export interface Desk {
  readonly discord: FakeDiscord;
  readonly watch: Watch;
  readonly hands: Hands;
  /** Whether the first edition of that child goes back. */
  readonly isReturned: (label: string) => boolean;
}

/** Until it has not failed in a way that people meet. */
async function stubbornly<T>(what: string, act: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      const done = await act();
      if (done !== undefined) return done;
    } catch (error) {
      if (!isForgiven(error)) throw error;
    }
  }
  throw new NotSeen(`${what} never worked`);
}

async function openRoom({ discord, watch, hands }: Desk): Promise<string> {
  const offer = await hands.said(await hands.command('/storybook classroom'));
  await hands.click(offer, '교실 열기');
  const isRoom = ({ name }: { readonly name: string }): boolean => name.startsWith('🍎');
  const room = await watch.until(() => discord.threads(discord.channelId).find(isRoom), 'the desk', DESK_PATIENCE);
  return room.id;
}

/** Two things at once would be one modal too many. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(act: () => Promise<T>): Promise<T> => {
    const next = last.then(act, act);
    last = next.catch(() => {});
    return next;
  };
}

const labelOfReview = (message: Message): string => plain(message).split(' –')[0] ?? '';

export async function openClass(given: Desk): Promise<Teacher> {
  const { discord, watch, hands, isReturned } = given;
  const desk = await openRoom(given);
  const decisions: Decision[] = [];
  const inTurn = oneAtATime();
  /** Reviews that were answered; as people see their answer before the message changes. */
  const answered = new Set<string>();
  const waiting = (): readonly Message[] =>
    discord.messages(desk).filter((message) => !answered.has(message.id) && labelsOf(message).includes(YES));

  const decide = async (message: Message): Promise<void> => {
    const label = labelOfReview(message);
    const isBack = isReturned(label) && !decisions.some((one) => one.label === label);
    const at = Date.now();
    const answer = isBack ? await giveBack(message) : await hands.said(await hands.click(message, YES));
    const isDone = plain(answer).includes(isBack ? '책을 돌려주었어요' : '이제 책을 아이에게 보여 줄게요');
    if (isDone) decisions.push({ label, type: isBack ? 'returned' : 'approved', at });
    answered.add(message.id);
  };
  const giveBack = async (message: Message): Promise<Message> => {
    await hands.click(message, BACK);
    return hands.said(await hands.submit({ '아이에게 해 줄 말': COMMENT }));
  };

  const look = async (label: string): Promise<Message> => {
    const roster = await hands.said(await hands.command('/storybook class'));
    const options = [...JSON.stringify(roster.components).matchAll(/"label":"([^"]*)"/g)].map(([, found]) => found);
    const option = options.find((found) => found?.startsWith(`${label} –`));
    return hands.said(await hands.select(roster, [option ?? label]));
  };

  return {
    desk,
    decisions,
    hands,
    async watchOver(over) {
      while (!over()) {
        const seen = await watch.until(() => waiting()[0], 'a book', LOOK_PATIENCE).catch(() => undefined);
        if (!seen) continue;
        await inTurn(() => decide(seen)).catch((error) => {
          if (!isForgiven(error)) throw error;
        });
      }
    },
    help: (label, button, says, values) =>
      inTurn(() =>
        stubbornly(`${button} for ${label}`, async () => {
          const pressed = await hands.click(await look(label), button);
          const answer = await hands.said(values ? await hands.submit(values) : pressed);
          return plain(answer).includes(says) ? true : undefined;
        }),
      ).then(() => {}),
    bind: () =>
      inTurn(async () => {
        await hands.command('/storybook anthology', {}, desk);
        await hands.submit({});
        return watch.until(
          () => discord.messages(desk).findLast((message) => plain(message).includes('완성! 책')),
          'the anthology',
          600_000,
        );
      }),
  };
}
