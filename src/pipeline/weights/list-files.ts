// Which files a model consists of, with sizes and hashes as the hub lists them for a revision.
import { z } from 'zod';
import { TalesError } from '../../errors.ts';
import type { HubModel } from './manifest.ts';
import { ask, serviceOf } from './request.ts';
import { withRetries } from './retry.ts';
import type { HubContext, HubFile } from './types.ts';

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));

const entrySchema = z.union([
  z.object({
    type: z.literal('file'),
    path: z.string(),
    size: z.int().nonnegative(),
    oid: hex(40),
    lfs: z.object({ oid: hex(64), size: z.int().nonnegative() }).optional(),
  }),
  z.object({ type: z.string(), path: z.string() }),
]);
const pageSchema = z.array(entrySchema);
type Entry = z.infer<typeof entrySchema>;

/** More than any repository has; a listing that goes on for longer leads in a circle. */
const MOST_PAGES = 100;

/** `Link: <address>; rel="next"`, RFC 8288. */
function nextOf(link: string | null, url: URL): URL | undefined {
  const [, target] = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link ?? '') ?? [];
  return target === undefined ? undefined : new URL(target, url);
}

function fileOf(entry: Entry): readonly HubFile[] {
  if (!('oid' in entry)) return [];
  const { path, size, oid, lfs } = entry;
  return lfs
    ? [{ path, size: lfs.size, hash: { kind: 'sha256', hex: lfs.oid } }]
    : [{ path, size, hash: { kind: 'git-sha1', hex: oid } }];
}

interface TreePage {
  readonly files: readonly HubFile[];
  readonly next: URL | undefined;
}

async function readPage(context: HubContext, url: URL): Promise<TreePage> {
  return ask(context, { url }, async (response) => {
    const text = await response.text();
    const parsed = pageSchema.safeParse(jsonOf(text));
    if (!parsed.success) {
      const reason = 'no list of files';
      throw new TalesError('service-refused', { service: serviceOf(context.hub), reason }, { cause: parsed.error });
    }
    return { files: parsed.data.flatMap(fileOf), next: nextOf(response.headers.get('link'), url) };
  });
}

/** `undefined` for what is no JSON, such as the page of a school's proxy. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function listTree(context: HubContext, { repo, revision }: HubModel): Promise<readonly HubFile[]> {
  const { hub, tools, signal, tell } = context;
  const files: HubFile[] = [];
  let url: URL | undefined = new URL(`${hub.endpoint}/api/models/${repo}/tree/${revision}?recursive=true`);
  for (let page = 0; url && page < MOST_PAGES; page += 1) {
    const at: URL = url;
    const options = {
      ...{ service: serviceOf(hub), clock: tools.clock, random: tools.random, signal },
      onPause: (pause: number) => tell({ kind: 'retrying', file: repo, seconds: pause / 1000 }),
    };
    const read: TreePage = await withRetries(options, () => readPage(context, at));
    files.push(...read.files);
    url = read.next;
  }
  return files;
}

/**
 * @throws TalesError `hub-not-found` naming what the revision lacks, `hub-denied`, `service-…`, `cancelled`.
 */
export async function listFiles(context: HubContext, model: HubModel): Promise<readonly HubFile[]> {
  const tree = new Map((await listTree(context, model)).map((file) => [file.path, file]));
  const wanted = (names: readonly string[]): HubFile => {
    const found = names.map((name) => tree.get(name)).find((file) => file !== undefined);
    if (found) return found;
    throw new TalesError('hub-not-found', { address: `${context.hub.endpoint}/${model.repo}: ${names.join(', ')}` });
  };
  return [...model.files.map((name) => wanted([name])), wanted(model.weights)];
}
