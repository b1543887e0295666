// Discord's payloads as far as they are read and written here: plain data, no library. The numbers are Discord's own.

export const COMPONENT = {
  row: 1,
  button: 2,
  select: 3,
  input: 4,
  people: 5,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  upload: 19,
  radios: 21,
  checkboxes: 22,
} as const;

export const BUTTON_STYLE = { primary: 1, plain: 2, danger: 4 } as const;
export const FLAG = { ephemeral: 64, componentsV2: 32_768 } as const;
export const INTERACTION = { command: 2, component: 3, modal: 5 } as const;
export const COMMAND = { slash: 1, message: 3 } as const;
export const CHANNEL = {
  text: 0,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
} as const;
export const isThread = (type: number): boolean =>
  type === CHANNEL.publicThread || type === CHANNEL.privateThread || type === CHANNEL.announcementThread;
/** Types of answers to an interaction. */
export const CALLBACK = { message: 4, later: 5, silence: 6, update: 7, modal: 9 } as const;

/** A component as it is sent; each type has its own fields. */
export interface Component {
  readonly type: number;
  readonly [field: string]: unknown;
}

/** A file that is sent with a message. Its place in the list is its number. */
export interface OutFile {
  readonly name: string;
  readonly contentType: string;
  readonly data: Uint8Array;
}

/** A message as it is sent. */
export interface MessageBody {
  readonly content?: string;
  readonly flags?: number;
  readonly components?: readonly Component[];
  readonly attachments?: readonly { readonly id: string | number; readonly [field: string]: unknown }[];
  readonly allowed_mentions: { readonly parse: readonly string[]; readonly users?: readonly string[] };
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
  readonly message_reference?: { readonly message_id: string; readonly fail_if_not_exists: boolean };
}

export interface ModalBody {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Component[];
}

export interface WireAttachment {
  readonly id: string;
  readonly filename: string;
  /** What the file was called, where Discord has changed its name. */
  readonly title?: string;
  readonly size: number;
  readonly url: string;
  readonly content_type?: string;
}

interface WireUser {
  readonly id: string;
  readonly bot?: boolean;
}

export interface WireMember {
  readonly user?: WireUser;
  readonly roles: readonly string[];
  /** In interactions alone: what the person may do in the channel, as a decimal number. */
  readonly permissions?: string;
}

/** A component as it comes back with a message or a modal. */
export interface WireComponent {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly components?: readonly WireComponent[];
  readonly component?: WireComponent;
  readonly value?: string | null;
  readonly values?: readonly string[];
}

export interface WireMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string;
  readonly author: WireUser;
  readonly member?: WireMember;
  readonly webhook_id?: string;
  readonly type: number;
  readonly content?: string;
  readonly attachments: readonly WireAttachment[];
  /** What a forwarded message held. */
  readonly message_snapshots?: readonly { readonly message: { readonly attachments?: readonly WireAttachment[] } }[];
  readonly components?: readonly WireComponent[];
  readonly nonce?: string | number;
  readonly flags?: number;
}

export interface WireOption {
  readonly name: string;
  readonly value?: string | number | boolean;
  readonly options?: readonly WireOption[];
}

export interface WireInteraction {
  readonly id: string;
  readonly application_id: string;
  readonly token: string;
  readonly type: number;
  readonly guild_id?: string;
  readonly channel_id?: string;
  readonly channel?: { readonly id: string; readonly type: number; readonly parent_id?: string | null };
  readonly member?: WireMember;
  readonly user?: WireUser;
  readonly locale?: string;
  /** What the bot may do in the channel, as a decimal number. */
  readonly app_permissions?: string;
  readonly message?: WireMessage;
  readonly data?: {
    readonly name?: string;
    readonly type?: number;
    readonly custom_id?: string;
    readonly target_id?: string;
    readonly values?: readonly string[];
    readonly options?: readonly WireOption[];
    readonly components?: readonly WireComponent[];
    readonly resolved?: {
      readonly attachments?: Readonly<Record<string, WireAttachment>>;
      readonly messages?: Readonly<Record<string, WireMessage>>;
    };
  };
}
