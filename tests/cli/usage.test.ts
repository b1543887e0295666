// The command line with a service for its engines: what a book has cost is said with it.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadSharp } from '../../src/raster.ts';
import { storybook } from '../fakes/command.ts';
import { startOpenAi } from '../fakes/openai/server.ts';
import { freshFolder } from '../support/folder.ts';

test('tells with a book how many tokens its services have counted, and nothing where none was asked', async () => {
  const service = await startOpenAi({ answer: () => ({ sentence: '지붕 위에 고양이가 있다.' }) });
  onTestFinished(() => service.close());
  const folder = await freshFolder();
  const create = { width: 320, height: 240, channels: 3, background: '#88f' } as const;
  await writeFile(join(folder, '1.png'), await (await loadSharp())({ create }).png().toBuffer());
  const fields = { name: '별이', i_action: '달을 본다', classification: '자연탐구' };
  await writeFile(join(folder, 'f.json'), JSON.stringify({ pages: [{ picture: '1.png', fields }] }));
  const words = ['make', '.', '--fields', 'f.json', '--storyteller', 'frames'];
  const served = { cwd: folder, env: { OPENAI_BASE_URL: service.url } };

  expect((await storybook(words, served)).stdout).toContain('토큰 15개');
  expect(JSON.parse((await storybook([...words, '--json'], served)).stdout)).toMatchObject({
    used: { calls: 1, input: 10, output: 5 },
  });
  expect((await storybook(words, { cwd: folder })).stdout).not.toContain('토큰');
});
