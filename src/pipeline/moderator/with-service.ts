// A service's moderation beside the local words: services look for what is grave, and let insults pass that the list knows.
// Where the service has no such endpoint the local words alone decide, and the log says so; where it cannot be
// asked they do too, and whoever asked is told.
import { isTalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Moderator } from '../types.ts';

/** @param open asks the service what it can; gives nothing where it has no such endpoint. */
export function createModeratorWithService(
  open: () => Promise<Moderator | undefined>,
  local: Moderator,
  log: Pick<Log, 'warn' | 'info'>,
): Moderator {
  let opened: Promise<Moderator | undefined> | undefined;
  const openOnce = async (): Promise<Moderator | undefined> => {
    const found = await open();
    if (!found) log.info('the service has no moderation of its own: the local list of words decides alone');
    return found;
  };
  /** What could not be found out is asked again the next time. */
  const service = (): Promise<Moderator | undefined> => {
    const opening =
      opened ??
      openOnce().catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
    opened = opening;
    return opening;
  };
  return {
    name: 'openai',
    async check(texts, options) {
      const found = await local.check(texts, options);
      const rest = texts.filter((_, index) => found[index] === undefined);
      if (rest.length === 0) return found;
      try {
        const answers = (await (await service())?.check(rest, options))?.values();
        return answers ? found.map((topic) => topic ?? answers.next().value) : found;
      } catch (error) {
        if (!isTalesError(error) || error.code === 'cancelled') throw error;
        log.warn({ err: error }, 'the service could not moderate: the local list of words decided alone');
        options?.onNote?.({ code: 'moderated-by-list' });
        return found;
      }
    },
  };
}
