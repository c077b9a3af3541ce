import { DataField, DataFrame, FieldValue } from '../frames/DataFrame';
import { reduceField } from './reduceField';

/** The course of a field, and what of it the figure is. @public */
export interface Sparkline {
  /** Unix milliseconds; the places of the values when the frame has no times. */
  times: number[];
  values: (number | null)[];
  /** The value that the figure is. */
  highlightIndex?: number;
  /** The height that the figure is. */
  highlightValue?: number;
}

/**
 * The course of a field for a small graph behind its figure.
 *
 * @param calculation - that made the figure
 */
export function sparklineOf(
  field: DataField,
  frame: DataFrame,
  calculation: string,
): Sparkline {
  const time = frame.fields.find(({ type }) => type === 'time');
  const values = field.values.map(value =>
    typeof value === 'number' ? value : null,
  );
  return {
    times: values.map((_, index) => {
      const moment = time?.values[index];
      return typeof moment === 'number' ? moment : index;
    }),
    values,
    ...highlight(field, values, calculation),
  };
}

function highlight(
  field: DataField,
  values: (number | null)[],
  calculation: string,
): Pick<Sparkline, 'highlightIndex' | 'highlightValue'> {
  switch (calculation) {
    case 'first':
      return { highlightIndex: 0 };
    case 'last':
      return { highlightIndex: values.length - 1 };
    case 'firstNotNull':
      return atIndex(values.findIndex(isNumber));
    case 'lastNotNull':
      return atIndex(values.findLastIndex(isNumber));
    case 'min':
    case 'max': {
      const bound = reduceField(field, calculation);
      return atIndex(
        values.findIndex(value => value !== null && value === bound),
      );
    }
    case 'mean':
    case 'median': {
      const height = reduceField(field, calculation);
      return typeof height === 'number' ? { highlightValue: height } : {};
    }
    default:
      return {};
  }
}

function isNumber(value: FieldValue): boolean {
  return value !== null && !Number.isNaN(value);
}

function atIndex(index: number): { highlightIndex?: number } {
  return index >= 0 ? { highlightIndex: index } : {};
}
