// What `storybook books`, `books delete`, `export` and `privacy` do is asked for under these names.
import type { Locale } from '../../story.ts';

interface JsonOption {
  readonly json?: boolean;
}

export interface ExportOptions extends JsonOption {
  readonly all?: boolean;
  readonly out?: string;
}

export interface PrivacyOptions extends JsonOption {
  readonly locale?: Locale;
  readonly out?: string;
}

export interface KeepingActions {
  books(options: JsonOption): Promise<void>;
  deleteBook(id: string, options: { readonly yes?: boolean }): Promise<void>;
  export(id: string | undefined, options: ExportOptions): Promise<void>;
  privacy(options: PrivacyOptions): Promise<void>;
}
