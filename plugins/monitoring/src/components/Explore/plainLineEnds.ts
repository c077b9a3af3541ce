/** A text as the editor has it, where each line ends with one character. */
export function plainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
