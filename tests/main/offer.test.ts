// What is said at the start to those who have nothing that describes pictures: once.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { offerCaptioner } from '../../src/main/offer.ts';
import { freshFolder } from '../support/folder.ts';

async function start(environment: Readonly<Record<string, string>> = {}) {
  const folder = join(await freshFolder(), 'data');
  await mkdir(folder);
  const config = readConfig({ DATA_DIR: folder, ...environment });
  return async (): Promise<readonly string[]> => {
    const lines: string[] = [];
    await offerCaptioner(config, 'ko', (line) => void lines.push(line));
    return lines;
  };
}

it('names the command and the size the first time, and is silent from then on', async () => {
  const offered = await start();
  expect(await offered()).toEqual([expect.stringMatching(/npx storybook models pull blip .*0\.9 GB/)]);
  expect(await offered()).toEqual([]);
});

it('is silent where a captioner was chosen or is there', async () => {
  for (const environment of [{ CAPTIONER: 'none' }, { BLIP_DIR: 'somewhere' }])
    expect(await (await start(environment))()).toEqual([]);
});
