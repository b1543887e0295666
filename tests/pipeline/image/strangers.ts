// Files of other kinds, by their first bytes: what comes in under a picture's name.
import { gzipSync } from 'node:zlib';
import { box, isoFile, latin, text, zip } from './crafted.ts';
import { SIDES } from './drawn.ts';
import type { Hostile } from './hostile.ts';

/** Everything that claims to be something else, by its first bytes. */
export function strangers(): readonly Hostile[] {
  const found = (what: string, bytes: Uint8Array, kind: string): Hostile => ({
    what,
    bytes,
    code: 'picture-not-a-picture',
    details: { found: kind },
  });
  return [
    found('a PDF', text('%PDF-1.7\n1 0 obj'), 'pdf'),
    found('a PDF after a blank', latin('\r\n%PDF-1.4\n%\xe2\xe3\xcf\xd3'), 'pdf'),
    found('a docx', zip('word/document.xml'), 'zip'),
    found('a 7z', latin("7z\xbc\xaf'\x1c\0\x04"), 'zip'),
    found('an old .hwp', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0'), 'zip'),
    found('an mp4', isoFile('isom', box('moov', Buffer.alloc(16))), 'video'),
    found('a mov', isoFile('qt  ', box('mdat', Buffer.alloc(16))), 'video'),
    found('an old mov', box('moov', Buffer.alloc(16)), 'video'),
    found('a webm', latin('\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f'), 'video'),
    found('an avi', latin('RIFF\x24\0\0\0AVI LIST'), 'video'),
    found('a wav', latin('RIFF\x24\0\0\0WAVEfmt '), 'audio'),
    found('an m4a', isoFile('M4A ', box('mdat', Buffer.alloc(16))), 'audio'),
    found('an mp3 with a tag', latin('ID3\x04\0\0\0\0\0\0TIT2'), 'audio'),
    found('an mp3 without a tag', latin('\xff\xfb\x90\x64\0\0\0\0\0\0'), 'audio'),
    found('an ogg', latin('OggS\0\x02\0\0'), 'audio'),
    found('a login page', text('\n<!DOCTYPE html><html><body>Please log in</body></html>'), 'html'),
    found('a login page without a doctype', text('<HTML lang="ko">로그인</HTML>'), 'html'),
    found('an SVG', text(SIDES), 'svg'),
    found('an SVG after an XML line and a comment', text(`\uFEFF<?xml version="1.0"?><!-- hi -->\n${SIDES}`), 'svg'),
    found('an SVG in UTF-16', Buffer.from(`\uFEFF${SIDES}`, 'utf16le'), 'svg'),
    found('an SVGZ', gzipSync(SIDES), 'zip'),
    found('plain text', text('별이는 오늘 바다에 갔어요.'), 'text'),
    found('a CSV', text('name,age\nkim,7\n'), 'text'),
    found('a BMP', latin('BM6\0\0\0\0\0\0\0\x36\0\0\0'), 'unknown'),
    found('a JPEG XL', latin('\xff\x0a\x3f\x01\0\0'), 'unknown'),
    found('random bytes', Buffer.from([7, 0, 1, 2, 3, 200, 4, 5, 6, 7, 8, 9, 0, 255]), 'unknown'),
    found('four zeros', Buffer.alloc(4), 'unknown'),
    found('two bytes of a JPEG', latin('\xff\xd8'), 'unknown'),
    found('text in an older Korean encoding', Buffer.from([0xc7, 0xd1, 0xb1, 0xdb]), 'text'),
  ];
}
