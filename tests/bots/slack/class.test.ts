// A class in Slack through the real Bolt app: a teacher opens it, children make books side by side, the teacher looks at
// them in a direct message, and only then the class sees them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL_SCOPES } from '../../fakes/slack/app.ts';
import { buttons, images, type Message, type Person, type Slack, texts } from '../../fakes/slack/index.ts';
import { freshFolder } from '../../support/folder.ts';
import { type Bot, picture, socketVariables, startBot, startCalmSlack } from './bot.ts';
import { createClassStory } from './class-story.ts';
import { createStory } from './story.ts';

let slack: Slack;
let bot: Bot | undefined;
let folder: string;
let teacher: Person;
let children: Person[];
let channel: string;

const child = (index: number): Person => {
  const found = children[index];
  if (!found) throw new Error(`no child ${index}`);
  return found;
};

beforeEach(async () => {
  slack = await startCalmSlack();
  teacher = slack.person('Teacher', { isAdmin: true });
  children = ['Mina', 'Juno', 'Sora', 'Hana', 'Beom'].map((name) => slack.person(name));
  channel = slack.channel('class', [teacher, ...children]);
  folder = await freshFolder();
  bot = await startBot({ folder, variables: socketVariables(slack) });
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await slack.close();
});

const restart = async (): Promise<void> => {
  await bot?.stop();
  bot = await startBot({ folder, variables: socketVariables(slack) });
};

/** From the command to the press that asks for the book; with one picture. */
async function makeBook(person: Person, said: string): Promise<Message> {
  const story = createStory(slack, channel, person);
  const root = await story.begin(said);
  person.post(channel, { thread: root, files: [await picture(1)] });
  await story.seen(root, '그림 1장');
  await story.describe(root, 1);
  await story.make(root);
  return root;
}

const now = (message: Message): Message => slack.message(message) ?? message;

/** A book that its teacher has said yes to, and the class has seen. @param isCut whether the connection breaks on the way. */
async function approved(room: ReturnType<typeof createClassStory>, person: Person, said: string, isCut = false) {
  const label = said.split(' / ')[1] ?? '';
  const root = await makeBook(person, said);
  const review = await room.seen(await room.desk(), label, '살펴봐 주세요');
  if (isCut) slack.trouble('chat.postMessage', { type: 'cut', when: 'after' });
  await teacher.click(now(review), '좋아요, 내보내기');
  const shown = await room.seen(channel, '새 그림책이 나왔어요', label);
  await slack.until(() => images(now(shown)).length === 1 && room.says(now(shown), '<http'), 'the book');
  expect(room.below(shown)).toHaveLength(1);
  return { root, shown };
}

describe('a class in Slack', () => {
  it('is opened and set by teachers alone, in the channel', async () => {
    const room = createClassStory(slack, channel, teacher);
    await child(0).command(channel, '/storybook', '교실');
    await room.told(child(0), '선생님이 하실 수 있어요');
    const summary = await room.open();
    expect(slack.calls('conversations.open').map(({ args }) => args['users'])).toEqual([teacher.id]);
    expect(texts(summary)[0]).toContain('우리 반 알림판');
    const settings = await room.told(teacher, '교실이 열려 있어요');
    await teacher.click(settings, '누가 어떻게 만드나요');
    await slack.until(() => teacher.view?.title === '누가 어떻게 만드나요', 'the form');
    expect(teacher.view?.texts.join()).toContain('Slack의 스레드는 채널에 있는 모두가 봐요');
    await teacher.fill({ '반 이름': '3학년 2반', '누가 책을 시작하나요?': '선생님만' });
    expect(await teacher.submit()).toEqual({ type: 'closed' });
    await room.told(teacher, '저장했어요', '3학년 2반');
    await room.seen(await room.desk(), '3학년 2반 알림판');

    await child(1).command(channel, '/storybook', '시작 몰래 만드는 책');
    await room.told(child(1), '선생님이 책을 시작해 주세요');
    const message = child(1).post(channel, { files: [await picture(1)] });
    await child(1).shortcut('add_to_storybook', message);
    await slack.until(() => child(1).view?.texts.join().includes('선생님이 책을 시작해'), 'the reason');
    await child(1).close();
    expect(JSON.stringify(slack.roots(channel))).not.toContain('몰래');

    await teacher.command(channel, '/storybook', '시작');
    await slack.until(() => teacher.view?.title === '새 그림책 시작하기', 'the offer');
    await teacher.fill({ '책 제목': '숲', '번호나 별명': '12번' });
    await teacher.submit();
    await room.seen(channel, '숲', '우리 반 12번');
    await room.seen(await room.desk(), '12번');
    await teacher.command(channel, '/storybook', '반');
    const list = await room.told(teacher, '책 목록', '12번');
    await teacher.click(await room.seen(await room.desk(), '12번'), '12번 – 그림을 올릴 차례예요');
    await teacher.click(await room.told(teacher, '다른 아이에게 넘기기'), '다른 아이에게 넘기기');
    await slack.until(() => teacher.view?.title === '책 주인 바꾸기', 'the form');
    expect(teacher.view?.fields[0]?.shows).toBe(teacher.id);
    await teacher.fill({ '누가 이어서 만드나요?': child(2).id });
    await teacher.submit();
    const book = await room.seen(channel, '우리 반 12번');
    const welcomed = () => slack.thread(channel, book).some(({ text }) => text.includes(`<@${child(2).id}> 님, 이제`));
    await slack.until(welcomed, 'the new owner is told');
    // From now on it is the new owner's own book, and nobody else's.
    await child(2).command(channel, '/storybook', '상태');
    await room.told(child(2), '이 책이에요');
    await teacher.command(channel, '/storybook', '상태');
    await room.told(teacher, '이 채널에서 만들고 있는 책이에요');
    await teacher.click(list, '교실 설정');
    // The one list takes the place of the other.
    await slack.until(() => !teacher.ephemerals().some((one) => room.says(one, '책 목록')), 'the settings instead');
    await teacher.click(await room.told(teacher, '교실 닫기'), '교실 닫기');
    await room.told(teacher, '교실이 닫혀 있어요');
    await teacher.command(channel, '/storybook', '시작 늦은 책');
    await room.told(teacher, '교실이 닫혀 있어서');
    expect(slack.faults).toEqual([]);
    expect(bot?.logged.filter((line) => !line.includes('a book could not be begun'))).toEqual([]);
  });

  it('shows a book to its teacher first, and to all when the teacher says yes', async () => {
    const room = createClassStory(slack, channel, teacher);
    await room.open();
    const desk = await room.desk();
    const mina = createStory(slack, channel, child(0));
    const root = await makeBook(child(0), '달빛 소풍 / 별이');
    for (const [index, person] of children.slice(1).entries()) {
      await person.command(channel, '/storybook', `시작 책 ${index + 2}`);
      await room.seen(channel, `우리 반 ${index + 2}번`);
    }
    const review = await room.seen(desk, '별이', '살펴봐 주세요');
    await slack.until(() => room.below(review).length > 3, 'the pages');
    expect(room.below(review)[0]).toBe('달빛 소풍.pdf');
    await slack.until(() => images(slack.message(review) ?? review).length === 1, 'the cover');
    expect(mina.pdfs(root)).toEqual([]);
    expect(slack.roots(channel).some((one) => one.text.includes('새 그림책이 나왔어요'))).toBe(false);

    await restart();
    await teacher.click(now(review), '다시 해 보기로 돌려주기');
    await slack.until(() => teacher.view?.title === '책 돌려주기', 'the form');
    await teacher.fill({ '아이에게 해 줄 말': '끝을 조금 더 이야기해 줘!' });
    await teacher.submit();
    await room.told(teacher, '책을 돌려주었어요');
    await mina.seen(root, '끝을 조금 더 이야기해 줘!');
    await slack.until(() => room.says(now(review), '돌려주었어요'), 'the review says so');
    expect(buttons(now(review))).toEqual([]);
    await teacher.click(review, '좋아요, 내보내기', { stale: true });
    await room.told(teacher, '벌써 결정했어요');

    const card = await room.seen(desk, '알림판');
    const picked = buttons(card).find((label) => label.startsWith('별이')) ?? '';
    await teacher.click(card, picked);
    const look = await room.told(teacher, '쪽마다 고치기', '다른 아이에게 넘기기');
    expect(look.channel).toBe(desk);
    await teacher.click(look, '쪽마다 고치기');
    const pages = await room.told(teacher, '1쪽', '글 고치기');
    await teacher.click(pages, '글 고치기');
    await slack.until(() => teacher.view?.title === '1쪽 글', 'the text of the page');
    await teacher.fill({ '이 쪽의 글': '별이는 달에게 손을 흔들었어요. 잘 자, 달님!' });
    await teacher.submit();
    await mina.seen(root, '바뀐 것이 있어요');
    await child(1).click(mina.now(root), '다시 만들기');
    await room.told(child(1), '다른 친구');
    await child(0).click(mina.now(root), '다시 만들기');
    const again = await slack.until(
      () => slack.roots(desk).findLast((one) => one.ts !== review.ts && room.says(one, '살펴봐 주세요')),
      'the second review',
    );
    await slack.until(() => room.below(again).length > 3, 'its pages');
    await teacher.click(now(again), '좋아요, 내보내기');
    await teacher.click(again, '좋아요, 내보내기', { stale: true });
    await mina.delivered(root);
    expect(mina.pdfs(root)).toHaveLength(1);
    const shown = await room.seen(channel, '새 그림책이 나왔어요', '별이', '달빛 소풍');
    await slack.until(() => room.below(shown).length === 1, 'the book below');
    await slack.until(() => images(now(shown)).length === 1 && texts(now(shown)).join().includes('<http'), 'its cover');
    expect(texts(now(shown)).join()).not.toContain('<@');
    expect(slack.faults).toEqual([]);
    expect(bot?.logged).toEqual([]);
  });

  it('has a shelf for everybody, with what the teacher said yes to', async () => {
    const room = createClassStory(slack, channel, teacher);
    await room.open();
    for (const [index, title] of ['달 / 별이', '해 / 구름'].entries()) {
      // Slack took it, and nobody knows: it is there once all the same.
      await approved(room, child(index), title, index === 0);
    }
    const announcements = slack.roots(channel).filter((one) => room.says(one, '새 그림책이 나왔어요'));
    expect(announcements).toHaveLength(2);
    await child(4).command(channel, '/storybook', '책장');
    const shelf = await room.told(child(4), '책장', '별이', '구름');
    expect(images(shelf)).toHaveLength(2);
    await child(4).click(shelf, '반에 다시 올리기', { nth: 0 });
    await room.told(child(4), '책을 올리고 있어요');
    const copy = await room.seen(channel, '책장에서 꺼내 왔어요');
    await slack.until(() => room.below(copy).length === 1, 'the book once more');
    await child(4).command(channel, '/storybook', '문집');
    await room.told(child(4), '선생님이 하실 수 있어요');
    expect(slack.faults).toEqual([]);
  });

  it('is bound into an anthology, and forgets with its children', async () => {
    const room = createClassStory(slack, channel, teacher);
    await room.open();
    const desk = await room.desk();
    const { root, shown } = await approved(room, child(0), '달 / 별이');
    await restart();
    await teacher.command(channel, '/storybook', '문집');
    await slack.until(() => teacher.view?.title === '문집 만들기', 'the form');
    await teacher.fill({ '어떤 책을 묶을까요?': '1, 9' });
    const errors = { '어떤 책을 묶을까요?': expect.stringContaining('9') };
    expect(await teacher.submit()).toMatchObject({ type: 'errors', errors });
    await teacher.fill({ '어떤 책을 묶을까요?': '모두' });
    expect(await teacher.submit()).toEqual({ type: 'closed' });
    const bound = await room.seen(desk, '문집', '완성!');
    await slack.until(() => room.below(bound).length === 1 && room.says(now(bound), '<http'), 'the anthology');
    expect(texts(now(bound))[0]).toContain(`<@${teacher.id}>`);
    await teacher.click(now(bound), '인쇄용으로 받기');
    await slack.until(() => teacher.view?.title === '어떻게 인쇄할까요?', 'the form');
    await teacher.fill({ '인쇄 방법': '접는 책, 표지는 따로 – 표지만 두꺼운 종이에 인쇄해요' });
    expect(await teacher.submit()).toEqual({ type: 'closed' });
    const folded = await room.seen(desk, '접는 책이에요');
    await slack.until(() => room.below(folded).length === 1, 'the booklet');
    await teacher.click(now(bound), '반 모두에게 보여 주기');
    const forAll = await room.seen(channel, '우리 반 문집이 나왔어요');
    await slack.until(() => room.below(forAll).length === 1, 'the anthology for all');
    expect(forAll.text).not.toContain('<@');
    await teacher.click(now(bound), '반 모두에게 보여 주기');
    await room.told(teacher, '벌써 반에 올렸어요');

    await child(0).click(now(root), '모두 지우기');
    await slack.until(() => child(0).view?.title === '모두 지울까요?', 'the question');
    await child(0).submit();
    const gone = [shown, bound, folded, forAll];
    await slack.until(() => gone.every((one) => !slack.message(one)), 'everything that showed it is gone');
    await slack.until(() => !slack.roots(desk).some((one) => room.says(one, '좋다고')), 'its review is gone');
    await room.seen(desk, '아직 시작한 책이 없어요');
    const files = [...slack.world.files.values()].filter(({ user }) => user === slack.installation().botUser);
    expect(files.map(({ title }) => title)).toEqual([]);
    await child(4).command(channel, '/storybook', '책장');
    await room.told(child(4), '아직 책장에 책이 없어요');
    expect(slack.faults).toEqual([]);
  });
});

describe('where the bot may write to nobody', () => {
  it('says which scope is missing, and goes on without a desk', async () => {
    const scopes = ALL_SCOPES.filter((scope) => scope !== 'im:write');
    const other = slack.team('Other', scopes);
    const boss = slack.person('Boss', { team: other.id, isAdmin: true });
    const place = slack.channel('elsewhere', [boss]);
    await bot?.stop();
    const variables = { ...socketVariables(slack), SLACK_BOT_TOKEN: slack.installation(other.id).token };
    bot = await startBot({ folder: await freshFolder(), variables });
    await boss.command(place, '/storybook', 'classroom');
    const offer = await slack.until(
      () => boss.ephemerals().findLast((one) => buttons(one).includes('교실 열기')),
      'the offer',
    );
    await boss.click(offer, '교실 열기');
    await slack.until(() => slack.calls('conversations.open').length > 0, 'a try');
    await slack.quiet();
    await boss.command(place, '/storybook', '교실');
    await slack.until(
      () => boss.ephemerals().findLast((one) => texts(one).join().includes('im:write')),
      'the settings say why',
    );
  });
});
