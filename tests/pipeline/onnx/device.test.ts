// Choosing a device, and that a graphics card says the same as the processor.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Device, openOn } from '../../../src/pipeline/onnx/device.ts';
import { loadT5 } from '../../../src/pipeline/onnx/t5.ts';
import { goldenFolder, goldenT5 } from '../golden-models.ts';
import { temporaryFolder } from './files.ts';

describe('a device', () => {
  const only =
    (...working: readonly Device[]) =>
    async (device: Device): Promise<string> => {
      if (!working.includes(device)) throw new Error(`no ${device} here\n at some line`);
      return `opened on ${device}`;
    };

  it('that works is used', async () => {
    expect(await openOn('webgpu', only('webgpu', 'cpu'))).toEqual({
      opened: 'opened on webgpu',
      device: { used: 'webgpu', refused: [] },
    });
    expect(await openOn('auto', only('cuda', 'cpu'))).toMatchObject({ device: { used: 'cuda' } });
  });
  it('that does not work gives way to the processor, with the reason', async () => {
    expect(await openOn('cuda', only('webgpu', 'cpu'))).toEqual({
      opened: 'opened on cpu',
      device: { used: 'cpu', refused: [{ device: 'cuda', reason: 'no cuda here' }] },
    });
  });
  it('is only tried when it was asked for', async () => {
    expect(await openOn('cpu', only('cuda', 'webgpu', 'cpu'))).toMatchObject({ device: { used: 'cpu', refused: [] } });
  });
  it('does not hide that the processor failed too', async () => {
    await expect(openOn('cuda', only())).rejects.toThrow('no cpu here');
  });
});

it('a model without CUDA libraries, or in int8, is computed by the processor and says why', async () => {
  const model = await loadT5(goldenFolder('t5-bin'), { threads: 1, device: 'cuda' });
  expect(model.device).toMatchObject({ used: 'cpu', refused: [{ device: 'cuda' }] });
  await model.close();
  const small = await loadT5(goldenFolder('t5-bin'), {
    threads: 1,
    device: 'webgpu',
    precision: 'int8',
    cacheDir: temporaryFolder(),
  });
  expect(small.device.refused).toEqual([{ device: 'webgpu', reason: 'int8 is computed by the processor' }]);
  await small.close();
});

/** Debian's chromium brings a Vulkan that computes on the processor. */
const CHROMIUM = '/usr/lib/chromium';
const software = join(CHROMIUM, 'vk_swiftshader_icd.json');

// Skipped where there is no software Vulkan to stand in for a graphics card.
it.skipIf(!existsSync(software))('webgpu says the same as the processor', async () => {
  const env = { ...process.env, LD_LIBRARY_PATH: CHROMIUM, VK_DRIVER_FILES: software };
  const script = join(import.meta.dirname, 'on-webgpu.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
  const { cases } = goldenT5('t5-bin');
  expect(JSON.parse(stdout)).toEqual({
    used: 'webgpu',
    tokenIds: cases.filter((_, at) => at % 25 === 0).map(({ tokenIds }) => tokenIds),
  });
});
