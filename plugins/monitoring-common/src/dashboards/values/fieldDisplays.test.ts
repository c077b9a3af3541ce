import oracle from '../__fixtures__/reduceOptions.json';
import { applyFieldConfig } from '../frames/applyFieldConfig';
import { DataFrame, FieldValue } from '../frames/DataFrame';
import { parseFieldConfig } from '../model/parseFieldConfig';
import { readReduceOptions } from '../model/readPanelOptions';
import { fieldDisplays } from './fieldDisplays';

const NO_CONFIG = { mappings: [], custom: {} };
const START = 1_700_000_000_000;

function series(name: string, values: FieldValue[]): DataFrame {
  return {
    refId: 'A',
    fields: [
      {
        name: 'Time',
        type: 'time',
        config: NO_CONFIG,
        values: values.map((_, index) => START + index * 60_000),
      },
      { name, type: 'number', config: NO_CONFIG, values },
    ],
  };
}

function table(columns: Record<string, FieldValue[]>): DataFrame {
  return {
    refId: 'A',
    fields: Object.entries(columns).map(([name, values]) => ({
      name,
      type: typeof values[0] === 'string' ? 'string' : 'number',
      config: NO_CONFIG,
      values,
    })),
  };
}

function show(
  frames: DataFrame[],
  reduceOptions: Record<string, unknown>,
  fieldConfigJson: Record<string, unknown> = {},
) {
  const fieldConfig = parseFieldConfig(fieldConfigJson);
  return fieldDisplays(
    applyFieldConfig(frames, fieldConfig),
    readReduceOptions({ reduceOptions } as never),
    {
      theme: 'dark',
      timeZone: 'UTC',
      fieldConfig,
      withPercentChange: true,
      withSparkline: true,
    },
  );
}

const texts = (displays: ReturnType<typeof show>) =>
  displays.map(({ title, display }) => [title, display.full]);

describe('fieldDisplays', () => {
  it.each(oracle.cases.map(one => [one.reduceOptions, one.values] as const))(
    'has the figures of Grafana for %j',
    (options, expected) => {
      const own = show(
        [series('a', [1, 2, 3]), series('b', [10, 20, 30])],
        options,
      ).map(({ calculation = '', title, display }) => ({
        name: calculation,
        title,
        text: display.text,
        numeric: display.numeric,
        color: display.color,
      }));
      expect(own).toEqual(expected);
    },
  );

  it('says that there is no data, in the words of the author', () => {
    expect(texts(show([], {}))).toEqual([[undefined, 'No data']]);
    expect(
      texts(show([], {}, { defaults: { noValue: 'none yet', unit: 's' } })),
    ).toEqual([[undefined, 'none yet']]);
  });

  it('calls every calculation of a series alike', () => {
    expect(
      texts(show([series('a', [1, 2, 6])], { calcs: ['mean', 'range'] })),
    ).toEqual([
      ['a', '3'],
      ['a', '5'],
    ]);
  });

  it('tells the calculation where the author wants it', () => {
    expect(
      texts(
        show(
          [series('a', [1, 2, 6])],
          { calcs: ['min', 'max'] },
          { defaults: { displayName: 'the ${__calc}' } },
        ),
      ),
    ).toEqual([
      ['the min', '1'],
      ['the max', '6'],
    ]);
  });

  it.each([
    ['', ['up', 'load']],
    ['load', ['load']],
    ['/^up$/', ['up']],
    ['/^u|job/', ['job', 'up']],
    ['nothing', [undefined]],
    ['/(/', [undefined]],
  ])('takes the fields %p', (fields, expected) => {
    const frame = table({ job: ['a'], up: [1], load: [2] });
    expect(show([frame], { fields }).map(({ title }) => title)).toEqual(
      expected,
    );
  });

  it('names rows by their texts', () => {
    expect(
      texts(
        show([table({ job: ['a', 'b'], zone: ['x', ''], up: [1, 0] })], {
          values: true,
        }),
      ),
    ).toEqual([
      ['a x', '1'],
      ['b', '0'],
    ]);
  });

  it('adds the name of the field where a row has several numbers', () => {
    expect(
      texts(
        show([table({ job: ['a', 'b'], up: [1, 0], load: [3, 4] })], {
          values: true,
        }),
      ),
    ).toEqual([
      ['a up', '1'],
      ['b up', '0'],
      ['a load', '3'],
      ['b load', '4'],
    ]);
  });

  it('names rows as the author wants', () => {
    expect(
      texts(
        show(
          [table({ job: ['a', 'b'], up: [1, 0] })],
          { values: true },
          { defaults: { displayName: '${__data.fields.job} is $__cell_1' } },
        ),
      ),
    ).toEqual([
      ['a is 1', '1'],
      ['b is 0', '0'],
    ]);
  });

  it('shows 25 rows unless the author wants another number', () => {
    const frame = table({ up: Array.from({ length: 40 }, (_, row) => row) });
    expect(show([frame], { values: true })).toHaveLength(25);
    expect(show([frame], { values: true, limit: 30 })).toHaveLength(30);
  });

  it('gives each row the next colour of the palette, or that of its override', () => {
    const colors = show(
      [table({ job: ['a', 'b', 'c'], up: [1, 0, 1] })],
      { values: true },
      {
        defaults: { color: { mode: 'palette-classic' } },
        overrides: [
          {
            matcher: { id: 'byName', options: 'c' },
            properties: [
              { id: 'color', value: { mode: 'fixed', fixedColor: 'red' } },
            ],
          },
        ],
      },
    ).map(({ display }) => display.color);
    expect(colors).toEqual(['#73BF69', '#F2CC0C', '#F2495C']);
  });

  it.each([
    ['lastNotNull', { highlightIndex: 2 }],
    ['first', { highlightIndex: 0 }],
    ['max', { highlightIndex: 1 }],
    ['min', { highlightIndex: 0 }],
    ['mean', { highlightValue: 5 }],
    ['sum', {}],
  ])('shows in the course what is %s', (calculation, expected) => {
    const [{ sparkline }] = show([series('a', [2, 9, 4, null])], {
      calcs: [calculation],
    });
    expect(sparkline).toEqual({
      times: [0, 1, 2, 3].map(index => START + index * 60_000),
      values: [2, 9, 4, null],
      ...expected,
    });
  });

  it('tells the change in percent', () => {
    expect(show([series('a', [2, 3])], {})[0].percentChange).toBe(50);
    expect(show([series('a', [0, 0])], {})[0].percentChange).toBeNaN();
  });

  it('has a key of its own for each figure, also of series with one name', () => {
    const keys = show([series('a', [1]), series('a', [2])], {}).map(
      ({ key }) => key,
    );
    expect(new Set(keys).size).toBe(2);
  });
});
