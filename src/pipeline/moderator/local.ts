// The moderator that needs no network: looks for words of a list, in Korean and English whatever the text's language.
// It is careful about false alarms, and no more than a first look: grown-ups read what children make.
import { throwIfCancelled } from '../../errors.ts';
import type { Moderator } from '../types.ts';
import { checkEnglish } from './english.ts';
import { checkKorean } from './korean.ts';

/** What cannot be seen and is put between letters. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

export function createLocalModerator(): Moderator {
  return {
    name: 'local',
    async check(texts, { signal } = {}) {
      return texts.map((text) => {
        throwIfCancelled(signal);
        // Compatibility letters stay apart in NFC; NFKC would make conjoining ones of them.
        const tidy = text
          .replace(INVISIBLE, '')
          .normalize('NFC')
          .replace(/[\uFF01-\uFF5E]/g, (wide) => wide.normalize('NFKC'));
        return checkKorean(tidy) ?? checkEnglish(tidy);
      });
    },
  };
}
