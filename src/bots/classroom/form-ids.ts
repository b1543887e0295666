// The forms of a classroom by name: who may do what, what its books begin with, how children are kept safe; the books to
// bind; and whom a number belongs to.

/** `who`, `books`, `care`: the settings in three parts. `bind`: an anthology. `label`: what a child is called in class. */
export const CLASS_FORM_IDS = ['who', 'books', 'care', 'bind', 'label'] as const;
export type ClassFormId = (typeof CLASS_FORM_IDS)[number];
