// What a person does when a program does not answer: the same again, until it shows.

export interface Insisting {
  readonly what: string;
  readonly shows: () => boolean;
  readonly act: () => Promise<unknown>;
  /** Resolves when it shows, and rejects when it has not for a while. */
  readonly wait: (shows: () => boolean, what: string) => Promise<unknown>;
  /** Whether an error is one that a person may meet. */
  readonly forgives: (error: unknown) => boolean;
}

const MOST_TRIES = 100;

export async function insist({ what, shows, act, wait, forgives }: Insisting): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES && !shows(); tries += 1) {
    try {
      await act();
    } catch (error) {
      if (!forgives(error)) throw error;
    }
    await wait(shows, what).catch(() => {});
  }
  if (!shows()) throw new Error(`${what} never came`);
}
