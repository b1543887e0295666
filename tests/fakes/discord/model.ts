// What the fake keeps, in the shapes that go over the wire. Components are kept loosely typed: they were checked on the way in.

export interface User {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: null;
  readonly bot: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
}

export interface Overwrite {
  readonly id: string;
  /** 0 a role, 1 a member. */
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Member {
  readonly user: User;
  readonly roles: readonly string[];
  readonly joined_at: string;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly preferred_locale: string;
  readonly roles: readonly Role[];
  readonly members: ReadonlyMap<string, Member>;
  /** Bytes for one file, by the server's boost tier. */
  readonly uploadLimit: number;
}

export interface ThreadFacts {
  readonly ownerId: string;
  readonly members: readonly string[];
  readonly archived: boolean;
  readonly locked: boolean;
  readonly invitable: boolean;
  readonly autoArchiveMinutes: number;
  readonly archivedAt: string;
  readonly createdAt: string;
}

export const CHANNEL = { text: 0, voice: 2, news: 5, newsThread: 10, publicThread: 11, privateThread: 12 } as const;

export interface Channel {
  readonly id: string;
  readonly guildId: string;
  readonly type: number;
  readonly name: string;
  readonly parentId: string | undefined;
  readonly overwrites: readonly Overwrite[];
  readonly slowmode: number;
  readonly lastMessageId: string | undefined;
  readonly thread: ThreadFacts | undefined;
}

/** A component as the bot sent it; which fields belong to which type is the validators' matter. */
export interface Component {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly description?: string;
  readonly style?: number;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly emoji?: { readonly name?: string; readonly id?: string };
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
  readonly items?: readonly MediaItem[];
  readonly media?: Media;
  readonly file?: Media;
  readonly options?: readonly Option[];
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly value?: string;
  readonly default?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly file_types?: readonly string[];
  readonly default_values?: readonly { readonly id: string; readonly type: string }[];
}

export interface Media {
  readonly url: string;
  readonly attachment_id?: string;
}

export interface MediaItem {
  readonly media: Media;
  readonly description?: string | null;
  readonly spoiler?: boolean;
}

export interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

export interface Embed {
  readonly title?: string;
  readonly description?: string;
  readonly footer?: { readonly text: string };
  readonly author?: { readonly name: string };
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
  readonly image?: Media;
  readonly thumbnail?: Media;
}

/** Addresses are made when it is shown: they expire. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly title?: string;
  readonly description?: string;
  readonly content_type?: string;
  readonly size: number;
  readonly ephemeral: boolean;
}

export const FLAG = { ephemeral: 64, loading: 128, silent: 4096, v2: 32768 } as const;

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly author: User;
  readonly type: number;
  readonly content: string;
  readonly flags: number;
  readonly embeds: readonly Embed[];
  readonly components: readonly Component[];
  readonly attachments: readonly Attachment[];
  readonly timestamp: string;
  readonly editedAt: string | null;
  readonly repliesTo: string | undefined;
  /** Whom it named to their faces: ids of users and roles, `everyone`. */
  readonly pinged: readonly string[];
  /** The users that it names, as Discord lists them. */
  readonly mentions: readonly string[];
  readonly nonce: string | number | undefined;
  /** The only person who sees it. */
  readonly onlyFor: string | undefined;
  /** It answers this interaction. */
  readonly interaction: { readonly id: string; readonly type: number; readonly userId: string } | undefined;
  /** `name: count`, as the bot reacted. */
  readonly reactions: readonly string[];
}

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly filename: string;
  readonly contentType: string | undefined;
  /** What the address has between `attachments` and the name. */
  readonly folder: string;
  readonly ephemeral: boolean;
  readonly createdAt: number;
}

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly CommandOption[];
}

export interface Command extends CommandOption {
  readonly id: string;
  readonly default_member_permissions: string | null;
  readonly contexts?: readonly number[] | null;
  readonly [field: string]: unknown;
}
