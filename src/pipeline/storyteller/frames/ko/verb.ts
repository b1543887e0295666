// What a verb or adjective is: its stem, how the stem changes, and what kind of word it is.

/**
 * How a stem changes before other sounds. ㄹ-dropping and ㅡ-dropping show in the stem itself and are `regular` here.
 * `ㅂ오` is 돕다 and 곱다 (도와), `러` 푸르다 (푸르러), `ㅜ` 푸다 (퍼).
 */
export type StemClass = 'regular' | 'ㄷ' | 'ㅂ' | 'ㅂ오' | 'ㅅ' | 'ㅎ' | '르' | '러' | 'ㅜ' | '하' | '이다' | '아니다';

/** `exist` is 있다, 없다, 계시다: verbs before -는, adjectives elsewhere. */
export type VerbKind = 'verb' | 'adjective' | 'exist' | 'copula';

export interface Verb {
  /** The dictionary form without 다. */
  readonly stem: string;
  readonly stemClass: StemClass;
  readonly kind: VerbKind;
}
