// A browser for tests: Chromium where the machine has one. Nothing is downloaded; without one, tests say that they skip.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const BROWSER = PLACES.find((path) => existsSync(path));

/** To be said where there is none. */
export const NO_BROWSER = 'skipped: no Chromium, Chrome or Edge is installed at a usual place';

/** A browser beside everything else that tests do takes its time. */
export const SLOWLY = { timeout: 400_000 } as const;

/** Quiet: it calls nobody by itself. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

export function launchBrowser(): Promise<Browser> {
  if (BROWSER === undefined) throw new Error(NO_BROWSER);
  return chromium.launch({ executablePath: BROWSER, headless: true, args: FLAGS });
}
