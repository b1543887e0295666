// What the program needs to talk on the fake Discord in a process of its own, and what came of it there.
import { onTestFinished } from 'vitest';
import { type FakeDiscord, startDiscord } from '../fakes/discord/start.ts';
import { freshFolder } from '../support/folder.ts';

export async function prepare() {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const folder = await freshFolder();
  const environment = {
    DATA_DIR: `${folder}/data`,
    WEB: 'off',
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DOWNLOAD_HOSTS: new URL(discord.url).host,
  };
  return { discord, folder, environment };
}

export const booksOn = (discord: FakeDiscord) =>
  discord
    .threads()
    .flatMap(({ id }) => discord.messages(id))
    .filter(({ attachments }) => attachments.some(({ filename }) => filename.endsWith('.pdf')));
