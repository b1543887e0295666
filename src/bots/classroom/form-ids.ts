// The forms of a classroom by name: who may do what, what its books begin with, how children are kept safe; the books to
// bind; whom a number belongs to; how an anthology is to be printed.

/** `who`, `books`, `care`: the settings in three parts. `bind`: an anthology. `label`: what a child is called in class. `print`: a file for printers. */
export const CLASS_FORM_IDS = ['who', 'books', 'care', 'bind', 'label', 'print'] as const;
export type ClassFormId = (typeof CLASS_FORM_IDS)[number];
