// What a privacy statement is made of, before it is written as text or set on paper.
import type { LeafletPart } from '../../render/index.ts';
import type { PrivacyFacts } from './facts.ts';

export interface Section {
  readonly id: 'summary' | 'processing' | 'safety' | 'rights' | 'children' | 'officer' | 'ai' | 'classes' | 'limits';
  readonly heading: string;
  readonly parts: readonly LeafletPart[];
}

export interface Statement {
  readonly title: string;
  /** What it is, and what it is not. */
  readonly about: string;
  readonly sections: readonly Section[];
}

export type Compose = (facts: PrivacyFacts) => Statement;
