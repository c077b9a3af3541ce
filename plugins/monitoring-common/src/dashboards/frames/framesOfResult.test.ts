import { PanelFrame } from '../../api/types';
import { framesOfResult } from './framesOfResult';

const STEP = 60;

function answer(changes: Partial<PanelFrame> = {}): PanelFrame {
  return {
    refId: 'A',
    expression: 'up',
    resultType: 'matrix',
    stepSeconds: STEP,
    times: [60_000, 120_000, 180_000],
    series: [{ labels: { job: 'a' }, values: [1, null, 'NaN'] }],
    ...changes,
  };
}

function shown(frames: PanelFrame[], format?: PanelFrame['format']) {
  return framesOfResult(
    frames.map(frame => ({ ...frame, format: frame.format ?? format })),
    [],
  );
}

describe('series', () => {
  it('have times of their own, and tell the step', () => {
    const [frame] = shown([answer()]);
    expect(frame).toEqual({
      refId: 'A',
      meta: {
        type: 'timeseries-multi',
        resultType: 'matrix',
        expression: 'up',
        stepSeconds: 60,
      },
      fields: [
        {
          name: 'Time',
          type: 'time',
          config: { mappings: [], custom: {}, interval: 60_000 },
          values: [60_000, 180_000],
        },
        {
          name: 'Value',
          type: 'number',
          labels: { job: 'a' },
          config: {
            mappings: [],
            custom: {},
            displayNameFromSource: '{job="a"}',
          },
          values: [1, NaN],
        },
      ],
    });
  });

  it.each<[string, Partial<PanelFrame>, (string | undefined)[]]>([
    ['labels', {}, ['{job="a"}']],
    [
      'labels in the order of their texts, quoted',
      {
        series: [
          { labels: { __name__: 'm', b: '"', a1: 'x', a: '\\' }, values: [1] },
        ],
      },
      ['m{a1="x", a="\\\\", b="\\""}'],
    ],
    ['a template', { legendFormat: '{{job}} of {{ none }}.' }, ['a of .']],
    [
      'nothing, when a template comes to nothing',
      { legendFormat: '{{x}}' },
      [undefined],
    ],
    ['nothing, found in the browser', { legendFormat: '__auto' }, [undefined]],
    [
      'the expression, without labels',
      { legendFormat: '__auto', series: [{ labels: {}, values: [1] }] },
      ['up'],
    ],
    [
      'what tells metrics apart, found in the browser',
      {
        legendFormat: '__auto',
        series: ['a', 'b'].map(job => ({
          labels: { __name__: 'up', job },
          values: [1],
        })),
      },
      ['{__name__="up", job="a"}', '{__name__="up", job="b"}'],
    ],
  ])('are named by %s', (_, changes, names) => {
    expect(
      shown([answer({ times: [0], ...changes })]).map(
        ({ fields }) => fields[1].config.displayNameFromSource,
      ),
    ).toEqual(names);
  });

  it('keep the names of metrics beside expressions, of which the browser knows nothing', () => {
    const series = ['a', 'b'].map(job => ({
      labels: { __name__: 'up', job },
      values: [1],
    }));
    const frames = framesOfResult(
      [answer({ times: [0], legendFormat: '__auto', series })],
      [
        { refId: 'A', format: 'time_series' },
        { refId: 'B', format: 'time_series', expression: { type: 'math' } },
      ],
    );
    expect(
      frames.map(({ fields: [, { name, config }] }) => [
        name,
        config.displayNameFromSource,
      ]),
    ).toEqual([
      ['up', undefined],
      ['up', undefined],
    ]);
  });

  it('are figures when the query was instant, also when a range has one point', () => {
    const one = { times: [60_000], series: [{ labels: {}, values: [1] }] };
    expect(
      shown([
        answer({ ...one, resultType: 'vector' }),
        answer({ ...one, resultType: 'scalar' }),
        answer(one),
      ]).map(({ meta }) => meta?.type),
    ).toEqual(['numeric-multi', 'numeric-multi', 'timeseries-multi']);
  });

  it('are texts when the answer is one', () => {
    const [{ fields }] = shown([
      answer({
        expression: '"hello"',
        resultType: 'string',
        times: [5],
        series: [],
        text: 'hello',
      }),
    ]);
    expect(fields[1]).toMatchObject({
      name: 'Value',
      type: 'string',
      config: { displayNameFromSource: '"hello"' },
      values: ['hello'],
    });
  });

  it('keep their empty places when an expression calculated them', () => {
    const [{ fields }] = shown([
      answer({
        refId: 'C',
        valueName: 'C',
        stepSeconds: undefined,
        series: [{ labels: { job: 'a' }, values: [1, null, 2] }],
      }),
    ]);
    expect(fields.map(({ name, values }) => [name, values])).toEqual([
      ['Time', [60_000, 120_000, 180_000]],
      ['C', [1, null, 2]],
    ]);
    expect(fields[0].config.interval).toBeUndefined();
    expect(fields[1].config.displayNameFromSource).toBeUndefined();
  });

  it('have no times when an expression reduced them', () => {
    const [{ fields, meta }] = shown([
      answer({
        valueName: 'B',
        resultType: 'number',
        times: [],
        series: [{ labels: { job: 'a' }, values: [null] }],
      }),
    ]);
    expect(meta?.type).toBe('numeric-multi');
    expect(fields.map(({ name, values }) => [name, values])).toEqual([
      ['B', [null]],
    ]);
  });
});

describe('tables', () => {
  const instant = (
    refId: string,
    series: [Record<string, string>, number][],
  ): PanelFrame =>
    answer({
      refId,
      format: 'table',
      resultType: 'vector',
      times: [60_000],
      series: series.map(([labels, value]) => ({ labels, values: [value] })),
    });
  const columns = (frames: PanelFrame[]) =>
    shown(frames).map(({ refId, fields }) => [
      refId,
      Object.fromEntries(fields.map(({ name, values }) => [name, values])),
    ]);

  it('have a row for each series, and empty cells for labels that it lacks', () => {
    expect(
      columns([
        instant('A', [
          [{ job: 'a', code: '200' }, 1],
          [{ zone: 'z' }, 2],
        ]),
      ]),
    ).toEqual([
      [
        'A',
        {
          Time: [60_000, 60_000],
          code: ['200', ''],
          job: ['a', ''],
          zone: ['', 'z'],
          Value: [1, 2],
        },
      ],
    ]);
  });

  it('say whose values they have when there are several, even an empty one', () => {
    expect(
      columns([instant('A', [[{ job: 'a' }, 1]]), instant('B', [])]),
    ).toEqual([
      ['A', { Time: [60_000], job: ['a'], 'Value #A': [1] }],
      ['B', { Time: [], 'Value #B': [] }],
    ]);
  });

  it('are nothing at all when the only query has no answer', () => {
    const nothing = answer({ times: [], series: [] });
    expect(shown([nothing], 'table')).toEqual([]);
    expect(
      shown([nothing, { ...nothing, refId: 'B' }], 'table').map(({ fields }) =>
        fields.map(({ name }) => name),
      ),
    ).toEqual([
      ['Time', 'Value #A'],
      ['Time', 'Value #B'],
    ]);
  });

  it('have the rows of all times by time', () => {
    const frame = answer({
      format: 'table',
      series: [
        { labels: { job: 'a' }, values: [1, 2, null] },
        { labels: { job: 'b' }, values: [3, null, 4] },
      ],
    });
    expect(columns([frame])).toEqual([
      [
        'A',
        {
          Time: [60_000, 60_000, 120_000, 180_000],
          job: ['a', 'b', 'a', 'b'],
          Value: [1, 3, 2, 4],
        },
      ],
    ]);
  });

  it('stand behind series of other queries', () => {
    const frames = shown([
      instant('A', [[{}, 1]]),
      answer({ refId: 'B' }),
      instant('C', [[{}, 1]]),
    ]);
    expect(frames.map(({ refId }) => refId)).toEqual(['B', 'A', 'C']);
  });
});

describe('heatmaps', () => {
  const bucket = (
    labels: Record<string, string>,
    values: PanelFrame['series'][number]['values'],
  ) => ({ labels, values });

  it('have a column for each bucket with what is in it alone', () => {
    const [frame, ...more] = shown(
      [
        answer({
          legendFormat: 'any',
          series: [
            bucket({ le: '+Inf' }, [10, 10, 12]),
            bucket({ le: '10' }, [8, 'NaN', 12]),
            bucket({ le: '2' }, [5, 7, 4]),
          ],
        }),
      ],
      'heatmap',
    );
    expect(more).toEqual([]);
    expect(frame.meta?.type).toBe('heatmap-rows');
    expect(
      frame.fields.map(({ name, values, config }) => [
        name,
        values,
        config.displayNameFromSource,
      ]),
    ).toEqual([
      ['Time', [60_000, 120_000, 180_000], undefined],
      ['2', [5, 7, 4], '2'],
      ['10', [3, NaN, 8], '10'],
      ['+Inf', [2, 10, 0], '+Inf'],
    ]);
    expect(frame.fields[0].config.interval).toBe(60_000);
  });

  it('are one for each histogram, and leave out times without a sample', () => {
    const frames = shown(
      [
        answer({
          series: [
            bucket({ job: 'a', le: '1' }, [1, null, 1]),
            bucket({ job: 'b', le: '1' }, [1, 1, 1]),
            bucket({ job: 'a', le: '2' }, [2, null, null]),
          ],
        }),
      ],
      'heatmap',
    );
    expect(
      frames.map(({ fields }) => fields.map(({ values }) => values)),
    ).toEqual([
      [
        [60_000, 180_000],
        [1, 1],
        [1, null],
      ],
      [
        [60_000, 120_000, 180_000],
        [1, 1, 1],
      ],
    ]);
  });

  it('are none without a sample', () => {
    expect(shown([answer({ series: [] })], 'heatmap')).toEqual([]);
  });
});
