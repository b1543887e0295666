// The name of the file that people save: the book's title, without what file systems and chat services stumble over.

const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu;

/** At most 64 characters before `.pdf`. */
export function fileNameFor(title: string): string {
  const plain = title.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '');
  const short = [...plain].slice(0, 64).join('').trim().replace(/\.+$/, '');
  return `${short || 'book'}.pdf`;
}
