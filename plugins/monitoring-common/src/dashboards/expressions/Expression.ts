import { ClassicCondition } from './classicConditions';
import { Comparison } from './Comparison';
import { MathNode } from './math/MathNode';
import { Reducer } from './reduceFigures';
import { NonNumbers } from './reduceValue';
import { Resampling } from './resampleSeries';

/** What a panel calculates from the answers of its queries. */
export type Expression =
  | { type: 'math'; formula: MathNode }
  | { type: 'reduce'; input: string; reducer: Reducer; nonNumbers: NonNumbers }
  | { type: 'resample'; input: string; resampling: Resampling }
  | { type: 'threshold'; input: string; comparison: Comparison }
  | { type: 'classic_conditions'; conditions: ClassicCondition[] };

const KNOWN = new Set<unknown>([
  'math',
  'reduce',
  'resample',
  'threshold',
  'classic_conditions',
] satisfies Expression['type'][]);

/**
 * Whether Sightline calculates expressions of this type; `sql` it does not.
 *
 * @param expression - as the dashboard has it
 * @public
 */
export function isExpressionKnown(expression: { type?: unknown }): boolean {
  return KNOWN.has(expression.type);
}
