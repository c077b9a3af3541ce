/** What no rule may contain: YAML has no way to write some of it, and one such text would spoil a whole file. */
const HIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]+/gu;

/** Free text as one line without control characters and halves of characters. */
export function plainText(text: string): string {
  return text.replace(HIDDEN, ' ').trim();
}
