import { patternCost } from './patternCost';

/** Longest text for as many unbounded repetitions as the index says. */
const LONGEST_TEXTS = [100_000, 10_000, 1_000, 300, 120, 60, 40];

/** What is chosen besides may double the steps so often. */
const MOST_CHOICES = 16;

/**
 * How long a text a regular expression of JavaScript's may be run on.
 *
 * @param body - without slashes and flags
 * @returns 0 when it could take too long on any text
 */
export function patternBudget(body: string): number {
  const cost = patternCost(body);
  return cost && cost.choices <= MOST_CHOICES
    ? LONGEST_TEXTS[cost.repetitions] ?? 0
    : 0;
}
