/// <reference lib="dom" />
// A person at the local page: finds things by what they are called, as eyes and screen readers do.
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const EXAMPLES = new URL('../../../examples/', import.meta.url);

export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export async function example(path: string, name = path.split('/').at(-1) ?? path): Promise<GivenFile> {
  const mimeType = path.endsWith('.jpg') ? 'image/jpeg' : 'image/png';
  return { name, mimeType, buffer: await readFile(new URL(path, EXAMPLES)) };
}

export interface Told {
  readonly name: string;
  readonly action: string;
  readonly theme: string;
}

export interface PersonOptions {
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Goes on in the browser of somebody else. */
  readonly context?: BrowserContext;
}

export async function sitDown(browser: Browser, options: PersonOptions = {}) {
  const { locale = 'ko-KR', viewport = { width: 1366, height: 768 } } = options;
  const context = options.context ?? (await browser.newContext({ locale, viewport, reducedMotion: 'reduce' }));
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  /** What the browser complains of; nothing may be there at the end. */
  const complaints: string[] = [];
  page.on('pageerror', (error) => void complaints.push(error.message));
  page.on('console', (message) => {
    // That a server is gone is said by the browser, too; tests that stop it expect so.
    if (message.type() === 'error' && !/ERR_|Failed to load/.test(message.text())) complaints.push(message.text());
  });
  return { page, context, complaints, ...hands(page) };
}

function hands(page: Page) {
  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const box = (name: string | RegExp): Locator => page.getByRole('textbox', { name });
  const card = (number: number): Locator => page.locator('.picture-card').nth(number - 1);

  /** Files as a browser carries them. */
  const carried = (files: readonly GivenFile[]) =>
    page.evaluateHandle(
      (given) => {
        const transfer = new DataTransfer();
        for (const { name, mimeType, base64 } of given) {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          transfer.items.add(new File([bytes], name, { type: mimeType }));
        }
        return transfer;
      },
      files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') })),
    );

  /** Files let go over the middle of the page. */
  async function drop(files: readonly GivenFile[]): Promise<void> {
    const dataTransfer = await carried(files);
    for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main', type, { dataTransfer });
  }

  const paste = async (file: GivenFile): Promise<void> =>
    page.evaluate(
      (clipboardData) => {
        dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
      },
      await carried([file]),
    );

  return {
    button,
    box,
    card,
    drop,
    paste,
    async begin(address: string, title: string): Promise<string> {
      await page.goto(address);
      await page.getByLabel(/책 제목|Title of the book/).fill(title);
      await button(/시작하기|Start/).click();
      await page.waitForURL(/\/b\//);
      return new URL(page.url()).pathname;
    },
    /** Pictures that were checked and can be printed. */
    async ready(count: number): Promise<void> {
      await page.waitForFunction(
        (wanted) =>
          document.querySelectorAll('.picture-card').length === wanted &&
          [...document.querySelectorAll('.picture-card .said')].every((said) => (said as HTMLElement).hidden),
        count,
      );
    },
    step: (number: 1 | 2 | 3): Promise<void> =>
      page
        .locator('.tab')
        .nth(number - 1)
        .click(),
    async tell({ name, action, theme }: Told): Promise<void> {
      await box(/^(이름|Name)/).fill(name);
      await box(/^(행동 꼭|Action needed)/).fill(action);
      await page.getByRole('radio', { name: theme }).check({ force: true });
    },
    async saved(): Promise<void> {
      await page
        .locator('.saved.saved')
        .filter({ hasText: /저장됐어요|Saved/ })
        .waitFor();
    },
    /** File names in the order of the cards. */
    order: async (): Promise<readonly string[]> =>
      page
        .locator('.picture-card')
        .evaluateAll((cards) => cards.map((one) => (one as HTMLElement).dataset['scene'] ?? '')),
    async make(): Promise<void> {
      // An earlier book is still to be seen until the new one is being made.
      const file = page.locator('.viewer a[download]');
      const earlier = (await file.count()) > 0 ? await file.first().getAttribute('href') : null;
      await button(/^(책 만들기|다시 만들기|Make the book|Make it again)$/)
        .last()
        .click();
      await page.waitForFunction(
        (before) => (document.querySelector('.viewer a[download]')?.getAttribute('href') ?? before) !== before,
        earlier,
      );
      await page.locator('.viewer h2').waitFor({ state: 'visible' });
    },
    async download(): Promise<{ readonly name: string; readonly bytes: Buffer }> {
      const waiting = page.waitForEvent('download');
      await page.getByRole('link', { name: /PDF/ }).click();
      const download = await waiting;
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
  };
}

export type Person = Awaited<ReturnType<typeof sitDown>>;

export const TOLD: readonly Told[] = [
  { name: '별이', action: '지붕 위에서 달을 올려다본다', theme: '자연탐구' },
  { name: '별이, 루나', action: '등불을 들고 걸어간다', theme: '신체운동·건강' },
  { name: '새싹', action: '햇볕을 쬔다', theme: '자연탐구' },
];

export function expectPdf(bytes: Buffer): void {
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(bytes.subarray(-8).toString('latin1')).toContain('%%EOF');
}

/** Machines that run tests are busy: what is to come may take a while. */
export const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look);
