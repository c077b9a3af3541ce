import { JsonObject } from '@backstage/types';
import { DataFrame } from '../frames/DataFrame';
import { BuiltIn } from '../variables/builtInVariables';
import { DashboardVariable, ScopedVariables, VariableValues } from '../types';

/** What transformations may need besides the frames. @public */
export interface TransformationContext {
  variables: VariableValues;
  /** The dashboard's variables: they say what all values of one are. */
  definitions?: DashboardVariable[];
  /** What a repeat sets for the panel: goes before the values. */
  scoped?: ScopedVariables;
  /** Of Grafana itself: `__from`, `__to`, `__interval`, see {@link builtInVariables}. */
  builtIns?: Record<string, BuiltIn>;
  /** IANA name; absent means UTC. */
  timeZone?: string;
}

/**
 * One transformation of Grafana's. Takes what it needs of the options and ignores the rest; options
 * that make no sense leave the frames as they are.
 */
export type Transform = (
  frames: DataFrame[],
  options: JsonObject,
  context: TransformationContext,
) => DataFrame[];
