// `files.*`: looking at files and sending them out in three steps; a share appears only some time after the last step.
import { extensionOf, fileObject, mayRead, mediaTypeOf } from '../files.ts';
import { type Fields, faultWith, listOf, SlackFault, textOf } from '../json.ts';
import { post, removeFile } from '../messages.ts';
import { withIds } from '../views.ts';
import type { StoredFile, World } from '../world.ts';
import { blocksOf, type Call, type Methods, memberOf, needed, threadOf } from './method.ts';

/** A file that was announced; its bytes come by the upload address. */
export interface Upload {
  readonly id: string;
  readonly token: string;
  readonly length: number;
  readonly name: string;
  readonly altText?: string;
  bytes?: Uint8Array;
}
export type Uploads = Map<string, Upload>;

export interface FileOptions {
  readonly uploads: Uploads;
  /** How long a share takes to appear, in milliseconds. */
  readonly shareDelay: number;
}

const MOST_ALT_TEXT = 1000;
const INVALID = (name: string, why: string) =>
  faultWith('invalid_arguments', [`[ERROR] ${why} [json-pointer:/${name}]`]);

function announceUpload({ world, args, installation }: Call, uploads: Uploads): Fields {
  const name = needed(args, 'filename');
  const length = Number(args['length']);
  if (!Number.isInteger(length) || length <= 0) throw INVALID('length', 'must be greater than or equal to 1');
  // The documents call it `alt_txt`, the client sends `alt_text`; what the service makes of the latter is not known.
  const altText = textOf(args['alt_txt']) ?? textOf(args['alt_text']);
  if ((altText ?? '').length > MOST_ALT_TEXT) throw INVALID('alt_txt', 'must be less than 1001 characters');
  const id = world.id('F');
  uploads.set(id, { id, token: installation.token, name, length, ...(altText !== undefined && { altText }) });
  return { upload_url: `${world.origin}/upload/v1/${id}`, file_id: id };
}

/** Takes the bytes; the answer is the status of HTTP. */
export function takeUpload(uploads: Uploads, id: string, bytes: Uint8Array): number {
  const upload = uploads.get(id);
  if (!upload) return 404;
  if (bytes.length !== upload.length) return 400;
  upload.bytes = bytes;
  return 200;
}

interface Sharing {
  readonly channel: string;
  readonly threadTs?: string;
  readonly text: string;
  readonly blocks: readonly Fields[];
}

/** Exactly one channel, and the root of a thread in it. */
function sharingOf(call: Call): Sharing | undefined {
  const { args } = call;
  const id = textOf(args['channel_id']) ?? textOf(args['channels']);
  if (id === undefined) {
    if (args['thread_ts'] !== undefined) throw INVALID('thread_ts', 'thread_ts needs exactly one channel');
    return undefined;
  }
  if (!/^[CGD]\w+$/.test(id)) throw new SlackFault('invalid_channel');
  const channel = memberOf(call, id);
  const root = threadOf(call, channel);
  const text = textOf(args['initial_comment']) ?? '';
  const blocks = text === '' ? withIds(blocksOf(call)) : [];
  return { channel: channel.id, text, blocks, ...(root && { threadTs: root.ts }) };
}

/** A PDF with alternative text is reported to be taken and never to appear. */
const isSwallowed = ({ name, altText }: Upload): boolean => altText !== undefined && extensionOf(name) === 'pdf';

function share(
  world: World,
  files: readonly StoredFile[],
  sharing: Sharing,
  by: { user: string; botId: string },
): void {
  const there = files.filter(({ id }) => world.files.has(id)).map(({ id }) => id);
  if (there.length === 0) return;
  post(world, { ...sharing, ...by, files: there, subtype: 'file_share' });
}

function complete(call: Call, { uploads, shareDelay }: FileOptions): Fields {
  const { world, args, installation } = call;
  const wanted = listOf(args['files']);
  if (wanted.length === 0) throw INVALID('files', 'no less than 1 items required');
  const sharing = sharingOf(call);
  const found = wanted.map((item) => {
    const upload = uploads.get(textOf(item['id']) ?? '');
    if (upload?.bytes === undefined || upload.token !== installation.token) throw new SlackFault('file_not_found');
    return { upload, bytes: upload.bytes, title: textOf(item['title']) ?? upload.name };
  });
  const files = found.map(({ upload: { id, name, altText }, bytes, title }): StoredFile => {
    const owner = { team: installation.team, user: installation.botUser };
    const alt = altText !== undefined && { altText };
    return {
      id,
      ...owner,
      name,
      title,
      bytes,
      mimetype: mediaTypeOf(name),
      created: world.clock.now(),
      shares: [],
      ...alt,
    };
  });
  const shown = files.filter((_, index) => found[index] && !isSwallowed(found[index].upload));
  for (const file of files) {
    world.files.set(file.id, file);
    uploads.delete(file.id);
  }
  const by = { user: installation.botUser, botId: installation.botId };
  if (sharing) world.clock.after(shareDelay, () => share(world, shown, sharing, by));
  world.changed();
  return { files: files.map(({ id, title }) => ({ id, title })) };
}

function readable({ world, args, installation }: Call): StoredFile {
  const file = world.files.get(needed(args, 'file'));
  if (!file || !mayRead(world, installation, file)) throw new SlackFault('file_not_found');
  return file;
}

export const files = (options: FileOptions): Methods => ({
  'files.info': {
    scopes: ['files:read'],
    run: (call) => ({ file: fileObject(call.world, readable(call)), comments: [] }),
  },
  'files.getUploadURLExternal': { scopes: ['files:write'], run: (call) => announceUpload(call, options.uploads) },
  'files.completeUploadExternal': { scopes: ['files:write'], run: (call) => complete(call, options) },
  'files.delete': {
    scopes: ['files:write'],
    run: (call) => {
      const file = readable(call);
      if (file.user !== call.installation.botUser) throw new SlackFault('cant_delete_file');
      removeFile(call.world, file.id);
      return {};
    },
  },
});
