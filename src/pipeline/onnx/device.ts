// Which device computes: tries the asked ones in turn, and says why those before the used one could not.
// The processor is the last resort of every choice.
import type { DeviceChoice } from '../../config.ts';

export type { DeviceChoice } from '../../config.ts';

/** onnxruntime's name of what computes. `webgpu` is any graphics card, `cuda` an NVIDIA one with its own libraries. */
export type Device = 'cpu' | 'webgpu' | 'cuda';

export interface DeviceReport {
  readonly used: Device;
  /** Those that were asked for and could not be used. For the log and the doctor. */
  readonly refused: readonly { readonly device: Device; readonly reason: string }[];
}

const CANDIDATES: Readonly<Record<DeviceChoice, readonly Device[]>> = {
  auto: ['cuda', 'cpu'],
  cpu: ['cpu'],
  webgpu: ['webgpu', 'cpu'],
  cuda: ['cuda', 'cpu'],
};

export interface Opened<T> {
  readonly opened: T;
  readonly device: DeviceReport;
}

/** @throws whatever opening on the processor throws */
export async function openOn<T>(choice: DeviceChoice, open: (device: Device) => Promise<T>): Promise<Opened<T>> {
  const refused: DeviceReport['refused'][number][] = [];
  for (const device of CANDIDATES[choice]) {
    if (device === 'cpu') break;
    try {
      return { opened: await open(device), device: { used: device, refused } };
    } catch (error) {
      // One line is enough: what onnxruntime adds are its own source lines.
      refused.push({ device, reason: String((error as Error).message).split('\n')[0] ?? '' });
    }
  }
  return { opened: await open('cpu'), device: { used: 'cpu', refused } };
}
