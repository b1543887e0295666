// A message outside of books' threads that brings files: it is posted once, its files follow into a thread of its own, and
// then it says where they are. How far it came is written down, so that stopping anywhere gives one message and not two.
import type { Sent } from '../types.ts';
import { type CarryingOptions, createCarrying, type Parcel } from './carrying.ts';
import { slackCode } from './faults.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Memory } from './memory.ts';
import type { Gallery, Messages } from './messages.ts';
import { findPosted, metadataFor, type OnceOptions } from './once.ts';
import { type ChannelSpot, nameChannel, readRef, writeRef } from './thread.ts';

export interface ParcelsOptions extends OnceOptions, CarryingOptions {
  readonly memory: Memory;
  readonly messages: Messages;
  readonly gallery: Gallery;
}

type Bringing = Sent & { readonly ref: string };

export type SendParcel = (place: ChannelSpot, parcel: Parcel) => Promise<Bringing>;

const GONE: readonly (string | undefined)[] = ['message_not_found', 'thread_not_found'];
const isMessageGone = (error: unknown): boolean => GONE.includes(slackCode(error));

const partsOf = ({ record }: Ledger): string =>
  writeRef({
    messages: [...(record.posted === undefined ? [] : [record.posted]), ...(record.shares ?? [])],
    files: [...new Set(Object.values(record.files ?? {}))],
  });

/** What is known of a message is kept under its own place as well: whoever changes it names no key. */
export const messageName = (place: ChannelSpot, ts: string): string => `${nameChannel(place)}:${ts}`;

export function createParcels(options: ParcelsOptions): SendParcel {
  const { memory, call, clock, messages, gallery } = options;
  const carrying = createCarrying(options);

  const post = async (place: ChannelSpot, ledger: Ledger, parcel: Parcel, cover: string | undefined) => {
    const { posted, at } = ledger.record;
    if (posted !== undefined) return posted;
    const found = at === undefined ? undefined : await findPosted(call, place, parcel.key, at);
    if (found === undefined && at === undefined) await ledger.write({ at: clock.now() });
    const ts = found ?? (await messages.post(place, parcel.draw({ cover }), { metadata: metadataFor(parcel.key) }));
    await ledger.write({ posted: ts });
    return ts;
  };

  const finish = async (place: ChannelSpot, ledger: Ledger, parcel: Parcel, ts: string): Promise<Bringing> => {
    const spot = { ...place, ts };
    const files = await carrying.files(ledger, spot, parcel.files);
    const cover = await carrying.cover(ledger, place, parcel);
    if (cover !== undefined && !gallery.refused(cover)) await parcel.keepCover?.(cover);
    await messages.edit(spot, ts, parcel.draw({ cover, files }));
    if (cover !== undefined && gallery.refused(cover)) await carrying.apart(ledger, spot, parcel);
    await carrying.clear(ledger, place, parcel);
    const ref = partsOf(ledger);
    await ledger.write({ ref, posted: ts });
    await memory.sent.set(messageName(place, ts), ledger.record);
    return { ref };
  };

  const sendNew = async (place: ChannelSpot, parcel: Parcel): Promise<Bringing> => {
    const name = `${place.team}:${parcel.key}`;
    const ledger = await openLedger(memory, name);
    const { ref, at } = ledger.record;
    if (ref !== undefined) return { ref, repeated: true };
    const cover = await carrying.cover(ledger, place, parcel);
    const ts = await post(place, ledger, parcel, cover);
    const sent = await finish(place, ledger, parcel, ts);
    // By its key it only has to be known again; what there is to know of it is under its place, and goes with it.
    await memory.sent.set(name, { ref: sent.ref });
    return { ...sent, ...(at !== undefined && { repeated: true }) };
  };

  /** A message that was deleted by somebody is posted anew, and known by its first name all the same. */
  const change = async (place: ChannelSpot, parcel: Parcel, first: string): Promise<Bringing> => {
    const name = messageName(place, first);
    const ledger = await openLedger(memory, name);
    try {
      return await finish(place, ledger, parcel, ledger.record.posted ?? first);
    } catch (error) {
      if (!isMessageGone(error)) throw error;
      const sent = await sendNew(place, parcel);
      await carrying.drop(ledger, place);
      const [ts] = readRef(sent.ref).messages;
      const anew = ts === undefined ? undefined : await memory.sent.get(messageName(place, ts));
      if (anew) await memory.sent.set(name, anew);
      return sent;
    }
  };

  return async (place, parcel) => {
    const [first] = parcel.ref === undefined ? [] : readRef(parcel.ref).messages;
    if (first === undefined || parcel.ref === undefined) return sendNew(place, parcel);
    return { ...(await change(place, parcel, first)), ref: parcel.ref };
  };
}
