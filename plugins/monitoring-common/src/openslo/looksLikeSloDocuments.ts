const FIELD =
  /^[ \t]*(?:-[ \t]+)?["']?(?:apiVersion|kind|version)["']?[ \t]*:/m;

/**
 * Whether a text is one of documents, even of faulty ones, and not one of short forms.
 *
 * @public
 */
export function looksLikeSloDocuments(text: string): boolean {
  return /^\s*[{[]/.test(text) || /^---/m.test(text) || FIELD.test(text);
}
