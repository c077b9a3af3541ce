import oracle from '../__fixtures__/transformations.json';
import { DataFrame, FieldType, FieldValue } from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { transformFrames } from './transformFrames';

interface OracleFrame {
  refId?: string;
  name?: string;
  length: number;
  fields: {
    name: string;
    displayName: string;
    type: string;
    labels?: Record<string, string>;
    config?: { displayNameFromDS?: string; displayName?: string };
    values: FieldValue[];
  }[];
}

function framesOf(frames: OracleFrame[]): DataFrame[] {
  return frames.map(({ refId, name, fields }) => ({
    refId,
    name,
    fields: fields.map(field => ({
      name: field.name,
      type: field.type as FieldType,
      labels: field.labels,
      values: field.values,
      config: {
        mappings: [],
        custom: {},
        displayName: field.config?.displayName,
        displayNameFromSource: field.config?.displayNameFromDS,
      },
    })),
  }));
}

/** What the oracle tells, of frames of ours. */
function told(frames: DataFrame[]) {
  return frames.map(frame => ({
    refId: frame.refId,
    name: frame.name,
    fields: frame.fields.map(field => ({
      name: field.name,
      displayName: fieldDisplayName(field, frame, frames),
      type: field.type,
      labels: field.labels,
      given: [field.config.displayName, field.config.displayNameFromSource],
      values: field.values,
    })),
  }));
}

describe('transformFrames', () => {
  it.each(
    oracle.cases.map(
      ({ name, id, options, input, output }) =>
        [name, id, options, input, output] as const,
    ),
  )('answers as Grafana does: %s', (_, id, options, input, output) => {
    const transformed = transformFrames(
      framesOf(input as OracleFrame[]),
      [{ id, options }],
      { variables: {} },
    );
    expect(told(transformed)).toEqual(
      (output as OracleFrame[]).map(({ refId, name, fields }) => ({
        refId,
        name,
        fields: fields.map(({ config, ...field }) => ({
          ...field,
          given: [config?.displayName, config?.displayNameFromDS],
        })),
      })),
    );
  });
});
