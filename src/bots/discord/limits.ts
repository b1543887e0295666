// Every limit of Discord that what we send is held to, in one table. Where Discord's own pages disagree, the smaller number.

export const LIMITS = {
  /** A thread's name, in characters. */
  threadName: 100,
  /** The text of an ordinary message. */
  content: 2000,
  /** Components of a message, nested ones too. */
  components: 40,
  /**
   * Cost of all text in a message of Components V2, see `cost` in `text.ts`: below 4000 characters, and below the
   * number of UTF-8 bytes above which Discord breaks instead of explaining (10170, less 12 for each display).
   */
  text: 10_000,
  /** One is ours; a person sees so many in a row on a phone. */
  buttonsInRow: 3,
  buttonLabel: 80,
  customId: 100,
  optionLabel: 100,
  optionValue: 100,
  selectOptions: 25,
  placeholder: 150,
  /** Items of a gallery, attachments of a message, files of one upload. */
  pictures: 10,
  altText: 1024,
  modalTitle: 45,
  modalParts: 5,
  label: 45,
  labelDescription: 100,
  inputValue: 4000,
  radioOptions: 10,
  checkboxes: 10,
  nonce: 25,
  /** Bytes of one file, where nobody has paid for more. */
  file: 10 * 1024 * 1024,
  /** Bytes of all files of one message: 25 MiB are the most of a request, and it has other parts. */
  files: 24 * 1024 * 1024,
  /** Messages of one listing. */
  listing: 100,
} as const;

/** Milliseconds within which an interaction has to be acknowledged. */
export const ACKNOWLEDGE_WITHIN = 3000;
