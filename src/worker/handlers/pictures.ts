// Pictures: what was sent to what can be printed, and what is printed to what is seen in it.
import { getBlob } from '../../blobs.ts';
import type { JobHandlers } from '../../jobs.ts';
import { describePictures, makeThumbnail, receivePicture } from '../../pipeline/index.ts';
import { thumbnailKey } from '../../story.ts';
import { counting, type Tools } from '../tools.ts';

export const pictureHandlers = (tools: Tools): Pick<JobHandlers, 'receive' | 'describe'> => ({
  async receive({ upload, keep, name }, { signal }) {
    const blobs = await tools.blobs();
    const received = await receivePicture(await getBlob(blobs, upload.key), {
      limits: tools.limits,
      signal,
      ...(name !== undefined && { name }),
    });
    const small = await makeThumbnail(received.bytes);
    await blobs.put(keep, received.bytes);
    const thumbnail = { key: thumbnailKey(keep), mediaType: 'image/jpeg', size: small.length };
    await blobs.put(thumbnail.key, small);
    return { picture: { ...received.picture, key: keep }, thumbnail };
  },
  async describe({ picture, locale, rules }, { signal }) {
    const engines = tools.engines(rules);
    const [blobs, captioner, translator] = await Promise.all([
      tools.blobs(),
      engines.captioner(),
      engines.translator(),
    ]);
    const bytes = await getBlob(blobs, picture.key);
    const moderator = await engines.moderator?.();
    const { onUsage, onNote, notes, spent } = counting(engines, moderator);
    const withheld: number[] = [];
    const [caption] = await describePictures(captioner, [{ picture, bytes }], [undefined], {
      ...{ translator, locale, moderator, signal, onUsage, onNote },
      onUnsuitable: (index) => withheld.push(index),
    });
    const [note] = notes();
    return {
      ...(caption && { caption }),
      ...(withheld.length > 0 && { withheld: true }),
      ...(note && { note }),
      ...spent(),
    };
  },
});
