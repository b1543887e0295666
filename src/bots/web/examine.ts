// Looks at the local page without opening it: where it would be, whether its port is free, and whether visitors are asked
// for a code.
import type { WebConfig } from '../../config.ts';
import { type Finding, probe } from '../../finding.ts';
import type { Locale } from '../../story.ts';
import type { Examine } from '../examination.ts';
import { assertPortFree } from '../ports.ts';
import { addressesOf } from './addresses.ts';
import { isLoopback } from './origins.ts';
import { EXAMINE_WORDS } from './wording.ts';

function codeFinding({ host, code }: WebConfig, locale: Locale): Finding {
  const words = EXAMINE_WORDS[locale];
  const detail = code !== undefined ? words.ownCode : isLoopback(host) ? words.noCode : words.newCode;
  return { id: 'web.code', state: 'ready', what: words.code, detail };
}

export const examineWeb: Examine = async ({ web }, { locale, isRunning }) => {
  const words = EXAMINE_WORDS[locale];
  const about = { id: 'web.page', what: words.page } as const;
  if (!web) return { findings: [{ ...about, state: 'absent', detail: words.off, advice: words.turnOn }], reaches: [] };
  const page = await probe(about.id, about.what, locale, async () => {
    const addresses = web.port === 0 ? words.anyPort : addressesOf(web.host, web.port).join(', ');
    if (isRunning) return { detail: words.open(addresses) };
    await assertPortFree({ variable: 'WEB_PORT', port: web.port, host: web.host });
    return { detail: words.canOpen(addresses) };
  });
  return { findings: [page, codeFinding(web, locale)], reaches: [] };
};
