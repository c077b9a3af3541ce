import { DataFrame } from '../frames/DataFrame';
import { PanelTransformation, VariableValues } from '../types';

/** What transformations may need besides the frames. @public */
export interface TransformationContext {
  variables: VariableValues;
  /** Of Grafana itself: `__from`, `__to`, `__interval`, see {@link builtInVariables}. */
  builtIns?: Record<string, string>;
  /** IANA name; absent means the reader's. */
  timeZone?: string;
}

/** One transformation of Grafana's. */
export type Transform = (
  frames: DataFrame[],
  options: PanelTransformation['options'],
  context: TransformationContext,
) => DataFrame[];

/** By Grafana's ids. */
export const TRANSFORMS: Record<string, Transform> = {};

/**
 * Applies a panel's transformations in their order.
 *
 * @public
 */
export function transformFrames(
  frames: DataFrame[],
  transformations: PanelTransformation[],
  context: TransformationContext,
): DataFrame[] {
  return transformations.reduce(
    (result, { id, options }) =>
      Object.hasOwn(TRANSFORMS, id)
        ? TRANSFORMS[id](result, options, context)
        : result,
    frames,
  );
}
