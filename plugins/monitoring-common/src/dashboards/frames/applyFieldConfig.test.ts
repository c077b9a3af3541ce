import { aField, aFrame } from '../__testUtils__/aFrame';
import { parseFieldConfig } from '../model/parseFieldConfig';
import { applyFieldConfig } from './applyFieldConfig';
import { DataFrame } from './DataFrame';
import { writeFieldName } from './writeFieldName';

const A = aFrame(
  'A',
  aField('Time', [1, 2]),
  aField('Value', [5, 10], { labels: { pod: 'a', zone: 'x' } }),
);
const B = aFrame(
  'B',
  aField('Time', [1, 2]),
  aField('Value', [NaN, 40], { labels: { pod: 'b', zone: 'x' } }),
);

function valuesOf(frames: DataFrame[], json: object) {
  return applyFieldConfig(frames, parseFieldConfig(json), writeFieldName)
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => type !== 'time');
}
const ranges = (json: object, frames = [A, B]) =>
  valuesOf(frames, json).map(({ state }) => state?.range);
const of = (options: string, ...properties: object[]) => ({
  matcher: { id: 'byFrameRefID', options },
  properties,
});

describe('applyFieldConfig', () => {
  it('counts the places of all that are no times', () => {
    expect(valuesOf([A, B], {}).map(({ state }) => state?.seriesIndex)).toEqual(
      [0, 1],
    );
  });

  it('measures all numbers by the least and the most of them', () => {
    expect(ranges({})).toEqual([
      { min: 5, max: 40 },
      { min: 5, max: 40 },
    ]);
    expect(ranges({ defaults: { min: 0 } })).toEqual([
      { min: 0, max: 40 },
      { min: 0, max: 40 },
    ]);
  });

  it('measures a field alone when the panel says so', () => {
    const alone = { id: 'fieldMinMax', value: true };
    expect(ranges({ overrides: [of('A', alone), of('B', alone)] })).toEqual([
      { min: 5, max: 10 },
      { min: 40, max: 40 },
    ]);
  });

  it('measures those after a field with limits by its limits, as Grafana does', () => {
    expect(
      ranges({
        overrides: [of('A', { id: 'min', value: 0 }, { id: 'max', value: 1 })],
      }),
    ).toEqual([
      { min: 0, max: 1 },
      { min: 0, max: 1 },
    ]);
  });

  it.each([
    ['${__field.labels.pod}', 'a'],
    ['${__field.labels["pod"]} in ${__field.labels.zone}', 'a in x'],
    ['${__field.labels}', 'pod="a", zone="x"'],
    ['${__field.labels.none}', ''],
    ['${__field.name}', 'Value'],
    ['${__field.displayName}', '{pod="a", zone="x"}'],
    ['${__series.name}', '{pod="a", zone="x"}'],
    ['$__cell_1 ${__value.text}', '$__cell_1 ${__value.text}'],
  ])('writes the name %s', (displayName, expected) => {
    const [{ state, config }] = valuesOf([A, B], { defaults: { displayName } });
    expect(config.displayName).toBe(expected);
    expect(state?.displayName).toBe(expected || '{pod="a", zone="x"}');
  });

  it('leaves what it was given as it was', () => {
    const before = JSON.stringify([A, B]);
    valuesOf([A, B], { defaults: { displayName: 'x', unit: 's' } });
    expect(JSON.stringify([A, B])).toBe(before);
  });

  it('gives small graphs in cells the look of their column', () => {
    const table = aFrame('A', aField('Trend', [A], { type: 'frame' }));
    const [{ values }] = valuesOf([table], {
      defaults: { unit: 's', custom: { cellOptions: { type: 'sparkline' } } },
    });
    const [, inner] = (values[0] as DataFrame).fields;
    expect(inner.config).toMatchObject({
      unit: 's',
      custom: { cellOptions: { type: 'sparkline' } },
    });
    expect(inner.state?.range).toEqual({ min: 5, max: 10 });
  });
});
