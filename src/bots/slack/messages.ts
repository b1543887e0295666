// Sends, edits and deletes messages of ours. Slack may not take a picture in them: then they go without it, and that file
// is not drawn again.
import { TalesError } from '../../errors.ts';
import { createRecent } from '../recent.ts';
import type { Call, CallOptions, Fields } from './calls.ts';
import { slackCode } from './faults.ts';
import { type Block, filesDrawn, withoutImages } from './outgoing/blocks.ts';
import type { Drawn } from './outgoing/card.ts';
import type { View } from './outgoing/form.ts';
import type { Spot } from './thread.ts';

/** Which files Slack has drawn before, and which it has not. */
export interface Gallery {
  readonly refused: (file: string) => boolean;
  readonly drew: (file: string) => boolean;
  readonly note: (files: readonly string[], drawn: boolean) => void;
}

/** Files remembered at once. */
const MOST_FILES = 5000;

export function createGallery(): Gallery {
  const seen = createRecent<boolean>(MOST_FILES);
  return {
    refused: (file) => seen.get(file) === false,
    drew: (file) => seen.get(file) === true,
    note: (files, drawn) => {
      for (const file of files) seen.set(file, drawn);
    },
  };
}

const BAD_BLOCKS: readonly string[] = ['invalid_blocks', 'invalid_arguments', 'invalid_blocks_format'];

export interface Messages {
  /** The `ts` of the new message. */
  post(spot: Pick<Spot, 'team' | 'channel'> & { readonly ts?: string }, drawn: Drawn, more?: Fields): Promise<string>;
  edit(spot: Spot, ts: string, drawn: Drawn, options?: CallOptions): Promise<void>;
  /** To one person. */
  whisper(spot: Pick<Spot, 'team' | 'channel'> & { readonly ts?: string }, user: string, drawn: Drawn): Promise<void>;
  /** Whatever is deleted already is deleted. */
  delete(spot: Pick<Spot, 'team' | 'channel'>, ts: string): Promise<void>;
  openView(team: string, trigger: string, view: View): Promise<{ readonly id: string }>;
  updateView(team: string, id: string, view: View): Promise<void>;
}

export function createMessages(call: Call, gallery: Gallery): Messages {
  const drawing = async (
    team: string,
    method: string,
    blocks: readonly Block[],
    argsFor: (blocks: readonly Block[]) => Fields,
    options?: CallOptions,
  ): Promise<Fields> => {
    const files = filesDrawn(blocks);
    try {
      const answer = await call(team, method, argsFor(blocks), options);
      gallery.note(files, true);
      return answer;
    } catch (error) {
      if (files.length === 0 || !BAD_BLOCKS.includes(slackCode(error) ?? '')) throw error;
      const answer = await call(team, method, argsFor(withoutImages(blocks)), options);
      gallery.note(files, false);
      return answer;
    }
  };

  const withBlocks = (view: View) => (blocks: readonly Block[]) => ({ ...view, blocks });
  const blocksOf = (view: View): readonly Block[] => (view['blocks'] ?? []) as readonly Block[];

  return {
    async post({ team, channel, ts }, { text, blocks }, more = {}) {
      const args = (drawn: readonly Block[]): Fields => ({
        channel,
        text,
        blocks: drawn,
        unfurl_links: false,
        unfurl_media: false,
        ...(ts !== undefined && { thread_ts: ts }),
        ...more,
      });
      const answer = await drawing(team, 'chat.postMessage', blocks, args);
      if (typeof answer['ts'] !== 'string') throw new TalesError('unexpected', {});
      return answer['ts'];
    },
    async edit({ team, channel }, ts, { text, blocks }, options) {
      await drawing(team, 'chat.update', blocks, (drawn) => ({ channel, ts, text, blocks: drawn }), options);
    },
    async whisper({ team, channel, ts }, user, { text, blocks }) {
      const args = (drawn: readonly Block[]): Fields => ({
        channel,
        user,
        text,
        blocks: drawn,
        ...(ts !== undefined && { thread_ts: ts }),
      });
      await drawing(team, 'chat.postEphemeral', blocks, args);
    },
    async delete({ team, channel }, ts) {
      try {
        await call(team, 'chat.delete', { channel, ts });
      } catch (error) {
        if (slackCode(error) !== 'message_not_found') throw error;
      }
    },
    async openView(team, trigger, view) {
      const viewFor = withBlocks(view);
      const args = (drawn: readonly Block[]): Fields => ({ trigger_id: trigger, view: viewFor(drawn) });
      const answer = await drawing(team, 'views.open', blocksOf(view), args, { now: true });
      return { id: String((answer['view'] as { readonly id?: string } | undefined)?.id ?? '') };
    },
    async updateView(team, id, view) {
      const viewFor = withBlocks(view);
      await drawing(team, 'views.update', blocksOf(view), (drawn) => ({ view_id: id, view: viewFor(drawn) }));
    },
  };
}
