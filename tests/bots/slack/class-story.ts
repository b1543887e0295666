// What a teacher and children do in a class in Slack, and where they find it. Everything is read from what the bot sent.
import { buttons, type Ephemeral, type Message, type Person, type Slack, texts } from '../../fakes/slack/index.ts';

export function createClassStory(slack: Slack, channel: string, teacher: Person) {
  const desk = (): Promise<string> => slack.until(() => slack.direct(teacher), 'the desk');

  const says = (message: Message | Ephemeral, ...wanted: readonly string[]): boolean => {
    const shown = [...texts(message), ...buttons(message)].join('\n');
    return wanted.every((words) => shown.includes(words));
  };

  return {
    desk,
    says,
    /** The latest message only that person sees that says all of it. */
    told: (person: Person, ...wanted: readonly string[]): Promise<Ephemeral> =>
      slack.until(() => person.ephemerals().findLast((one) => says(one, ...wanted)), `“${wanted}” for ${person.name}`),
    /** A message of the desk, or of the channel. */
    async seen(place: string, ...wanted: readonly string[]): Promise<Message> {
      return slack.until(() => slack.roots(place).findLast((one) => says(one, ...wanted)), `“${wanted}” in ${place}`);
    },
    /** Makes a class of the channel. */
    async open(): Promise<Message> {
      await teacher.command(channel, '/storybook', '교실');
      const offer = await slack.until(
        () => teacher.ephemerals().findLast((one) => buttons(one).includes('교실 열기')),
        'the offer',
      );
      await teacher.click(offer, '교실 열기');
      const place = await desk();
      return slack.until(() => slack.roots(place).find((one) => says(one, '알림판')), 'the summary');
    },
    /** Files below a message, by their names. */
    below: (message: Message): string[] =>
      slack.thread(message.channel, message).flatMap((one) => slack.filesOf(one).map(({ name }) => name)),
  };
}
