import { JsonObject } from '@backstage/types';
import { parseVariable } from './parseVariable';

const parse = (json: JsonObject) => parseVariable({ name: 'x', ...json })!;

describe('parseVariable', () => {
  it('knows none without a name', () => {
    expect(parseVariable({ type: 'query' })).toBeUndefined();
  });

  it('reads a query variable', () => {
    expect(
      parse({
        type: 'query',
        label: 'Pod',
        description: 'Which one',
        datasource: { type: 'prometheus', uid: '${ds}' },
        query: { query: 'label_values(up, pod)', refId: 'A' },
        current: { text: ['A', 'B'], value: ['a', 'b'] },
        multi: true,
        includeAll: true,
        allValue: '.+',
        regex: '/a/',
        sort: 7,
        refresh: 2,
        hide: 1,
        skipUrlSync: true,
        allowCustomValue: false,
      }),
    ).toMatchObject({
      label: 'Pod',
      description: 'Which one',
      datasource: { type: 'prometheus', uid: '${ds}' },
      query: 'label_values(up, pod)',
      current: ['a', 'b'],
      currentText: ['A', 'B'],
      multi: true,
      includeAll: true,
      allValue: '.+',
      regex: '/a/',
      sort: 'natural-asc',
      refresh: 'time',
      hide: 'label',
      skipUrlSync: true,
      allowCustomValue: false,
    });
  });

  it('reads what version 2 of the schema calls by names', () => {
    expect(
      parse({
        type: 'query',
        query: { qryType: 1, label: 'job' },
        refresh: 'onTimeRangeChanged',
        hide: 'hideVariable',
        sort: 'alphabeticalCaseInsensitiveDesc',
      }),
    ).toMatchObject({
      query: 'label_values(job)',
      refresh: 'time',
      hide: 'variable',
      sort: 'insensitive-desc',
    });
  });

  it('takes a list from where its author wrote it, not from what was saved', () => {
    const options = [{ text: 'old', value: 'old' }];
    expect(parse({ type: 'custom', query: 'a,b', options }).options).toEqual([
      { text: 'a', value: 'a' },
      { text: 'b', value: 'b' },
    ]);
    expect(parse({ type: 'custom', query: '', options }).options).toEqual(
      options,
    );
    expect(
      parse({ type: 'interval', query: '1m, "10m",\'1h\',', options }).options,
    ).toEqual(['1m', '10m', '1h'].map(value => ({ text: value, value })));
  });

  it.each<[JsonObject, object | undefined]>([
    [{}, undefined],
    [{ auto: true }, { count: 30, min: '10s' }],
    [
      { auto: true, auto_count: 50, auto_min: '1m' },
      { count: 50, min: '1m' },
    ],
  ])('reads "auto" of intervals from %j', (json, auto) => {
    expect(parse({ type: 'interval', query: '1m', ...json }).auto).toEqual(
      auto,
    );
  });

  it('reads filters, and leaves out those that Prometheus has not', () => {
    expect(
      parse({
        type: 'adhoc',
        filters: [
          { key: 'job', operator: '=', value: 'a' },
          { key: 'env', operator: '=|', value: 'b', values: ['b', 'c'] },
          { key: 'x', operator: '>', value: '3' },
          { operator: '=' },
        ],
      }).filters,
    ).toEqual([
      { key: 'job', operator: '=', value: 'a' },
      { key: 'env', operator: '=|', value: 'b', values: ['b', 'c'] },
    ]);
  });

  it('reads a switch', () => {
    expect(
      parse({
        type: 'switch',
        enabledValue: 'on',
        disabledValue: 'off',
      }),
    ).toMatchObject({
      current: 'off',
      options: [
        { text: 'Enabled', value: 'on' },
        { text: 'Disabled', value: 'off' },
      ],
    });
  });

  it('reads anything without throwing', () => {
    for (const odd of [null, 3, 'x', [], [[]], {}, true]) {
      for (const type of ['query', 'custom', 'interval', 'adhoc', 'switch']) {
        expect(
          parse({
            type,
            query: odd,
            current: odd,
            options: odd,
            filters: odd,
            datasource: odd,
            regex: odd,
            hide: odd,
            sort: odd,
          }).name,
        ).toBe('x');
      }
    }
  });
});
