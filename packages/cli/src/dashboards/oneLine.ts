/** Longer texts are cut. */
const LONGEST = 60;

/** One line, whatever somebody wrote, and nothing that a terminal obeys. */
export function oneLine(text: string, longest: number = LONGEST): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\uFFFD\s]+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
