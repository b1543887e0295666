// A bot in a process of its own, for the tests of the fake service alone: it repeats what it hears. Knows addresses and tokens only.
import { App, LogLevel } from '@slack/bolt';

const [slackApiUrl = '', token = '', appToken = ''] = process.argv.slice(2);
const app = new App({ token, appToken, socketMode: true, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } });
app.message(async ({ message, client }) => {
  const thread_ts = message.ts;
  if ('text' in message)
    await client.chat.postMessage({ channel: message.channel, thread_ts, text: `${message.text}!` });
});
await app.start();
