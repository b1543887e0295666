// Says when the device that was asked for does not compute the models. `auto` asks for none in particular.
import type { Config } from '../config.ts';
import type { DeviceReport } from '../pipeline/index.ts';
import type { Locale } from '../story.ts';
import { WORDING } from './wording.ts';

/** `undefined` when what was asked for is what is used. */
export function deviceNote({ device }: Config, { used, refused }: DeviceReport, locale: Locale): string | undefined {
  const reason = refused.find((each) => each.device === device)?.reason;
  return reason === undefined ? undefined : WORDING[locale].deviceRefused(device, used, reason);
}
