// What the doors that people open take from where they are started: the language of messages, and a `.env`.
import { existsSync } from 'node:fs';
import { TalesError } from './errors.ts';
import type { Locale } from './story.ts';

/** Messages are Korean on a Korean system and English elsewhere. */
export const systemLocale = (): Locale =>
  Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ko') ? 'ko' : 'en';

/**
 * Adds what a `.env` in the current folder says to the environment, where there is one.
 * @throws TalesError `file-unreadable`
 */
export function loadEnvironment(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch (cause) {
    throw new TalesError('file-unreadable', { path: '.env' }, { cause });
  }
}
