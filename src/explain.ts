// What went wrong, for the person it happened to: with which value, and what to do about it. The sentences are in a table
// for each language; every code of `errors.ts` and every note of `story.ts` has its own.
import type { ErrorCode, TalesError } from './errors.ts';
import { en } from './explain-en.ts';
import { ko } from './explain-ko.ts';
import { sentenceOf } from './explain-types.ts';
import { CAPTION_LABEL, FIELD_LABELS } from './labels.ts';
import type { CoarsePicture, Locale, Note } from './story.ts';

const sentences = { ko, en };

/** Whether it is one of the codes that there are, for codes from another process. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(en, code);

/** The sentence for an error, also one that came through JSON, in the reader's language. */
export const explain = <C extends ErrorCode>(error: Pick<TalesError<C>, 'code' | 'details'>, locale: Locale): string =>
  sentenceOf(sentences[locale], error);

const coarse: Readonly<Record<Locale, (picture: CoarsePicture) => string>> = {
  ko: ({ number, dpi, name }) => `${number}번${name ? ` “${name}”` : ''}(인치당 ${dpi}화소)`,
  en: ({ number, dpi, name }) => `no. ${number}${name ? ` “${name}”` : ''} (${dpi} dpi)`,
};

/** The sentence for a note, in the reader's language. */
export function explainNote(note: Note, locale: Locale): string {
  switch (note.code) {
    case 'untranslated':
      return locale === 'ko'
        ? '번역기를 찾지 못해 글을 그 언어 그대로 두었어요.'
        : 'No translator was found, so the text was left in its own language.';
    case 'instead':
      return locale === 'ko'
        ? `쓰려던 엔진을 지금 쓸 수 없어서 다른 엔진이 했어요. 쓰려던 것: ${note.wanted}, 한 것: ${note.used}`
        : `The engine asked for (${note.wanted}) cannot be used just now; this was done by ${note.used} instead.`;
    case 'left-out': {
      const fields = note.fields.map((field) =>
        field === 'caption' ? CAPTION_LABEL[locale] : FIELD_LABELS[locale][field],
      );
      return locale === 'ko'
        ? `적은 말이 이야기 모델이 읽을 수 있는 길이를 넘어서 덜어 냈어요: ${fields.join(', ')}`
        : `The scene says more than the story model can read, so some of it was left out: ${fields.join(', ')}`;
    }
    case 'undrawable':
      return locale === 'ko'
        ? `글꼴에 없는 글자를 뺐어요: ${note.characters.join(' ')}`
        : `Left out characters that no font here can draw: ${note.characters.join(' ')}`;
    case 'reduced-pictures':
      return locale === 'ko'
        ? `파일 크기를 맞추려고 그림을 긴 쪽 ${note.longSide}화소로 줄여 실었어요.`
        : `To keep the file small, pictures were printed at ${note.longSide} pixels on the long side.`;
    case 'moderated-by-list':
      return locale === 'ko'
        ? '말을 살펴 주는 서비스가 지금 대답하지 않아서, 이 프로그램의 낱말 목록으로만 살펴봤어요. 어른이 한 번 더 읽어 주세요.'
        : 'The service that checks words cannot be asked just now, so only this program’s own list of words was used. Please have a grown-up read it once more.';
    case 'coarse-pictures': {
      const pictures = note.pictures.map(coarse[locale]).join(', ');
      return locale === 'ko'
        ? `화소가 적어 인쇄하면 작거나 흐릿한 그림이 있어요: ${pictures}. 더 큰 파일이 있으면 바꿔 주세요.`
        : `Some pictures have few pixels and print small or blurred: ${pictures}. Use larger files if there are any.`;
    }
  }
}
