import { nearestName } from './nearestName';

/** Longest word that is compared with those that are known. */
const LONGEST_WORD = 40;

/** {@link nearestName} of what anybody may have written, however long. */
export function nearestWord(
  word: string,
  known: readonly string[],
): string | undefined {
  return word.length <= LONGEST_WORD ? nearestName(word, known) : undefined;
}
