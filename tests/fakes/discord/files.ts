// Uploaded bytes and the signed addresses under which they are served for a while.
import { createHmac } from 'node:crypto';
import type { Attachment } from './model.ts';
import type { World } from './world.ts';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As declared, which may be wrong. */
  readonly contentType?: string;
}

const sign = (path: string, expires: string, issued: string): string =>
  createHmac('sha256', 'the fake').update(`${path} ${expires} ${issued}`).digest('hex');

/** Apps' files keep plain characters alone in their names; what they were called before is the title. */
const plain = (name: string): string => name.replaceAll(/\s/g, '_').replaceAll(/[^\w.-]/g, '');

export interface Keeping {
  readonly world: World;
  readonly upload: Upload;
  readonly folder: string;
  readonly ephemeral: boolean;
  readonly description?: string;
  /** As it was given, for a file whose name says less. */
  readonly title?: string;
}

export function keepFile({ world, upload, folder, ephemeral, description, title }: Keeping): Attachment {
  const id = world.nextId();
  const filename = plain(upload.name);
  const { contentType } = upload;
  const createdAt = world.clock.now();
  world.files.set(id, { bytes: upload.bytes, filename, contentType, folder, ephemeral, createdAt });
  return {
    id,
    filename,
    ...(title ? { title } : filename === upload.name ? {} : { title: upload.name.replace(/\.[^.]*$/, '') }),
    ...(description ? { description } : {}),
    ...(contentType === undefined ? {} : { content_type: contentType }),
    size: upload.bytes.byteLength,
    ephemeral,
  };
}

export function addressOf(world: World, id: string): string {
  const file = world.files.get(id);
  if (!file) return `${world.origin.url}/attachments/0/${id}/gone`;
  const kind = file.ephemeral ? 'ephemeral-attachments' : 'attachments';
  const path = `/${kind}/${file.folder}/${id}/${encodeURIComponent(file.filename)}`;
  const now = Math.floor(world.clock.now() / 1000);
  const issued = now.toString(16);
  const expires = (now + Math.floor(world.settings.attachmentLifetime / 1000)).toString(16);
  return `${world.origin.url}${path}?ex=${expires}&is=${issued}&hm=${sign(path, expires, issued)}&`;
}

export interface Served {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

const gone: Served = {
  status: 404,
  bytes: Buffer.from('This content is no longer available.'),
  contentType: 'text/plain;charset=UTF-8',
};

export function serveFile(world: World, url: URL): Served {
  const [, kind, folder, id = ''] = url.pathname.split('/');
  const file = world.files.get(id);
  const expires = url.searchParams.get('ex') ?? '';
  const right = sign(url.pathname, expires, url.searchParams.get('is') ?? '');
  const now = world.clock.now();
  if (!file || file.folder !== folder || (kind === 'ephemeral-attachments') !== file.ephemeral) return gone;
  if (url.searchParams.get('hm') !== right || Number.parseInt(expires, 16) * 1000 < now) return gone;
  if (file.ephemeral && file.createdAt + world.settings.ephemeralLifetime < now) return gone;
  return { status: 200, bytes: file.bytes, contentType: file.contentType ?? 'application/octet-stream' };
}
