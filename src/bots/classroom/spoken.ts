// A class with what is answered to whoever did something.
import type { Problem } from '../conversation/form-parts.ts';
import type { Classroom } from './facts.ts';
import type { ClassAnswer, ClassForm, ClassView } from './replies.ts';

export interface ClassSpoken<C extends Classroom | undefined = Classroom> {
  readonly classroom: C;
  readonly answers: readonly ClassAnswer[];
}

export const notice = <C extends Classroom | undefined>(classroom: C, text: string): ClassSpoken<C> => ({
  classroom,
  answers: [{ to: 'actor', type: 'notice', text }],
});

export const showing = <C extends Classroom | undefined>(classroom: C, view: ClassView): ClassSpoken<C> => ({
  classroom,
  answers: [{ to: 'actor', type: 'class-view', view }],
});

/** The form to fill, or to mend. */
export const answerForm = (form: ClassForm, problems: readonly Problem[] = []): ClassAnswer =>
  problems.length === 0
    ? { to: 'actor', type: 'class-form', form }
    : { to: 'actor', type: 'class-problems', form, problems };
