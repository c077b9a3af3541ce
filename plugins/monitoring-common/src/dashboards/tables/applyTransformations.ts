import { PanelTransformation } from '../types';
import { filterFields } from './filterFields';
import { joinFrames } from './joinFrames';
import { limitRows } from './limitRows';
import { mergeFrames } from './mergeFrames';
import { organizeFields } from './organizeFields';
import { reduceFrames } from './reduceFrames';
import { sortRows } from './sortRows';
import { TableFrame } from './TableFrame';

type Transform = (
  frames: TableFrame[],
  options: PanelTransformation['options'],
) => TableFrame[];

const TRANSFORMS: Record<string, Transform> = {
  merge: mergeFrames,
  organize: organizeFields,
  joinByField: joinFrames,
  // The name before Grafana 9.
  seriesToColumns: joinFrames,
  sortBy: sortRows,
  reduce: reduceFrames,
  limit: limitRows,
  filterFieldsByName: filterFields,
};

/** Whether {@link applyTransformations} does what Grafana does. */
export function isTransformationKnown(one: PanelTransformation): boolean {
  return (
    Object.hasOwn(TRANSFORMS, one.id) &&
    !(one.id === 'reduce' && one.options.mode === 'reduceFields')
  );
}

/**
 * Applies a panel's transformations in their order; unknown ones change nothing.
 *
 * @public
 */
export function applyTransformations(
  frames: TableFrame[],
  transformations: PanelTransformation[],
): TableFrame[] {
  return transformations.reduce(
    (result, one) =>
      isTransformationKnown(one)
        ? TRANSFORMS[one.id](result, one.options)
        : result,
    frames,
  );
}
