// The world around the fetching of models in tests: a folder of its own, a clock that never makes anybody wait, and a record
// of what was told.

import { createTools } from '../../../src/pipeline/weights/tools.ts';
import type { HubContext, HubFile, WeightsEvent, WeightsTools } from '../../../src/pipeline/weights/types.ts';
import { type FakeHub, gitSha1, sha256 } from './server.ts';

export interface Outside extends HubContext {
  readonly told: readonly WeightsEvent[];
  /** Milliseconds that were waited for. */
  readonly pauses: readonly number[];
  readonly controller: AbortController;
}

export interface OutsideOptions {
  readonly home: string;
  readonly hub: Pick<FakeHub, 'endpoint'>;
  readonly token?: string;
  readonly tools?: Partial<WeightsTools>;
  readonly onTell?: (event: WeightsEvent) => void;
}

export function outside({ home, hub, token, tools = {}, onTell }: OutsideOptions): Outside {
  const told: WeightsEvent[] = [];
  const pauses: number[] = [];
  const controller = new AbortController();
  const clock = {
    now: Date.now,
    async wait(milliseconds: number, signal: AbortSignal) {
      pauses.push(milliseconds);
      signal.throwIfAborted();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  return {
    hub: { endpoint: hub.endpoint, home, ...(token !== undefined && { token }) },
    tools: { ...createTools(), clock, random: () => 0, ...tools },
    signal: controller.signal,
    tell(event) {
      told.push(event);
      onTell?.(event);
    },
    told,
    pauses,
    controller,
  };
}

export const largeFile = (path: string, bytes: Buffer): HubFile => ({
  path,
  size: bytes.length,
  hash: { kind: 'sha256', hex: sha256(bytes) },
});

export const smallFile = (path: string, bytes: Buffer): HubFile => ({
  path,
  size: bytes.length,
  hash: { kind: 'git-sha1', hex: gitSha1(bytes) },
});
