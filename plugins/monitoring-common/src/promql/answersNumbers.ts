import { parseExpression } from './parseExpression';
import { PromqlError } from './PromqlError';

/** Nodes that can make NaN of numbers. */
const DIVIDING = new Set(['Div', 'Mod', 'Pow', 'Atan2']);
/** Functions that count, and so answer numbers for numbers. */
const COUNTING =
  /^(increase|rate|irate|delta|idelta|changes|resets|count_over_time|sum_over_time|max_over_time|min_over_time|last_over_time|avg_over_time|histogram_count|clamp_min|clamp_max|clamp|abs|floor|ceil)$/;

/**
 * Whether an expression answers numbers, never NaN, as long as its series are numbers. In doubt not.
 *
 * @param query - may have `$selector` and `$window`
 */
export function answersNumbers(query: string): boolean {
  const text = query
    .replace(/\$selector\b/g, 'a="b"')
    .replace(/\$window\b/g, '5m');
  let safe = true;
  try {
    parseExpression(text).iterate({
      enter({ name, from, to }) {
        if (
          DIVIDING.has(name) ||
          (name === 'FunctionIdentifier' &&
            !COUNTING.test(text.slice(from, to)))
        ) {
          safe = false;
        }
      },
    });
  } catch (error) {
    if (error instanceof PromqlError) {
      return false;
    }
    throw error;
  }
  return safe;
}
