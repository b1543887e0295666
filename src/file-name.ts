// The name of a file that people save: a title, without what file systems and chat services stumble over.

/** Forbidden in names by one of Windows, macOS and Linux, and what cannot be seen. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu;
/** Characters before the ending; of Hangul or emoji still below the 255 bytes of most file systems. */
const LONGEST_NAME = 60;
/** Devices, not files, on Windows, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

const withoutDots = (text: string): string => text.trim().replace(/^\.+|\.+$/g, '');

/** A file name that says the title on every system. */
export function fileNameFor(title: string, ending: string): string {
  const safe = withoutDots(title.normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/g, ' '));
  const short = withoutDots([...safe].slice(0, LONGEST_NAME).join('')).trim();
  return `${short && !RESERVED.test(short) ? short : 'storybook'}${ending}`;
}
