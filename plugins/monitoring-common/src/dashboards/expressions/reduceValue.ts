import { ExpressionError } from './ExpressionError';
import { ExpressionValue, Figure } from './ExpressionValue';
import { reduceFigures, Reducer } from './reduceFigures';

/** What is done with values that are not there, no numbers or infinite. */
export type NonNumbers =
  | { mode: 'keep' }
  | { mode: 'drop' }
  | { mode: 'replace'; value: number };

/**
 * Makes one number of a series, with its labels. What is a number already stays one.
 *
 * @returns `undefined` when a number is to be dropped
 * @throws `ExpressionError` for a constant, which Grafana does not reduce
 */
export function reduceValue(
  value: ExpressionValue,
  reducer: Reducer,
  nonNumbers: NonNumbers,
): ExpressionValue | undefined {
  switch (value.kind) {
    case 'series': {
      const figures = value.values.flatMap(figure =>
        prepare(figure, nonNumbers),
      );
      return {
        kind: 'number',
        labels: value.labels,
        value: finish(reduceFigures(reducer, figures), nonNumbers),
      };
    }
    case 'number': {
      const [figure] = prepare(value.value, nonNumbers);
      return figure === undefined ? undefined : { ...value, value: figure };
    }
    case 'noData':
      return value;
    default:
      throw new ExpressionError('only series can be reduced, not a constant');
  }
}

function prepare(figure: Figure, nonNumbers: NonNumbers): Figure[] {
  if (nonNumbers.mode === 'keep' || Number.isFinite(figure)) {
    return [figure];
  }
  return nonNumbers.mode === 'replace' ? [nonNumbers.value] : [];
}

function finish(figure: Figure, nonNumbers: NonNumbers): Figure {
  if (nonNumbers.mode === 'keep' || !Number.isNaN(figure)) {
    return figure;
  }
  return nonNumbers.mode === 'replace' ? nonNumbers.value : null;
}
