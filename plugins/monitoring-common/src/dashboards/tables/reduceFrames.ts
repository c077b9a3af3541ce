import { JsonObject } from '@backstage/types';
import { asTexts } from '../model/json';
import { calculationName } from '../values/calculationName';
import { reduceValues } from '../values/reduceValues';
import { fieldName, TableField, TableFrame, TableValue } from './TableFrame';

/** `reduce`: one row for each series, one column for each calculation. */
export function reduceFrames(
  frames: TableFrame[],
  options: JsonObject,
): TableFrame[] {
  const series = frames.flatMap(({ fields }) =>
    fields.filter(({ type }) => type === 'number'),
  );
  const labels =
    options.labelsToFields === true
      ? [...new Set(series.flatMap(one => Object.keys(one.labels ?? {})))]
      : [];
  const column = (
    name: string,
    type: TableField['type'],
    valueOf: (field: TableField) => TableValue,
  ): TableField => ({ name, type, values: series.map(valueOf) });

  return [
    {
      refId: `reduce-${[...new Set(frames.map(({ refId }) => refId))].join(
        '-',
      )}`,
      fields: [
        column('Field', 'string', fieldName),
        ...labels.map(label =>
          column(label, 'string', one => one.labels?.[label] ?? null),
        ),
        ...asTexts(options.reducers).map(calculation =>
          column(
            calculationName(calculation),
            'number',
            ({ values }) =>
              reduceValues(values.map(asSample), calculation) ?? null,
          ),
        ),
      ],
    },
  ];
}

function asSample(value: TableValue): number | null {
  return typeof value === 'number' ? value : null;
}
