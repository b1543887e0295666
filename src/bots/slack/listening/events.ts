// What Slack tells of by itself, and who sees to it: pictures in threads, the bot's name, the bot being taken out.
import type { Ears } from '../ears.ts';
import type { LeavingEvent, SlackEvent } from '../payloads.ts';
import type { Asked } from './commands.ts';
import type { Desk } from './desk.ts';
import { createMentions } from './mentions.ts';
import { createPictureEvents, type Told } from './pictures.ts';

export function createEvents(desk: Desk, ask: (asked: Asked) => Promise<void>): Ears['event'] {
  const pictures = createPictureEvents(desk);
  const takeMention = createMentions(desk, ask);

  const takeLeaving = async ({ team, organisation, payload }: Told<LeavingEvent>): Promise<void> => {
    if (payload.type === 'tokens_revoked' && (payload.tokens?.bot?.length ?? 0) === 0) return;
    desk.log.info({ team }, 'the bot was taken out of a workspace');
    await desk.forget(team, organisation);
  };

  return async (told) => {
    const { team, id, payload } = told;
    const about = <E extends SlackEvent>(event: E): Told<E> => ({ ...told, payload: event });
    switch (payload.type) {
      case 'message':
        return pictures.message(about(payload));
      case 'app_mention':
        return takeMention(about(payload));
      case 'file_deleted':
        return pictures.deletedFile(team, id, payload.file_id);
      default:
        return takeLeaving(about(payload));
    }
  };
}
