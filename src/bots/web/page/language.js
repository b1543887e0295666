// In which language the page speaks: the one chosen here before, else the one the server sent it in.
import { en } from './words-en.js';
import { ko } from './words-ko.js';

const KEY = 'talesrunner:language';

/** @returns {'ko' | 'en'} */
function chosen() {
  const wished = localStorage.getItem(KEY) ?? document.documentElement.lang;
  return wished === 'en' ? 'en' : 'ko';
}

export const language = chosen();
export const words = language === 'en' ? en : ko;
document.documentElement.lang = language;

/** @param {'ko' | 'en'} wished */
export function speak(wished) {
  localStorage.setItem(KEY, wished);
  location.reload();
}
