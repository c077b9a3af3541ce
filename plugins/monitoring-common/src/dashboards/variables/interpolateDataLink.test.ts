import {
  DataLinkScope,
  interpolateDataLink,
  interpolateDataLinkTitle,
} from './interpolateDataLink';

const value = (raw: string | number, text = String(raw)) => ({
  raw,
  numeric: Number(raw),
  text,
  time: 1_700_000_000_000,
});

const scope: DataLinkScope = {
  variables: { job: ['a b', 'c&d'], one: 'x/y', all: '$__all', hidden: 'h' },
  range: { from: 1_000, to: 2_000 },
  rawRange: { from: 'now-6h', to: 'now' },
  page: { dashboard: { title: 'Nodes', uid: 'n1' } },
  seriesName: 'cpu user',
  field: { name: 'Value', labels: { pod: 'p-1', 'a b': 'c' } },
  value: value(12.5, '12.5 %'),
  row: {
    refId: 'A',
    frameName: 'cpu',
    fields: { pod: value('p 1'), 'Some name': value(3, '3 s') },
  },
  withoutSync: ['hidden'],
};

describe('interpolateDataLink', () => {
  it.each([
    ['/x?v=${__value.raw}', '/x?v=12.5'],
    ['/x?v=${__value.text}', '/x?v=12.5%20%25'],
    ['/x?v=${__value.numeric}&t=${__value.time}', '/x?v=12.5&t=1700000000000'],
    ['/x?s=${__series.name}', '/x?s=cpu%20user'],
    ['/x?s=$__name', '/x?s=cpu%20user'],
    ['/${__field.name}/${__field.labels.pod}', '/Value/p-1'],
    ['/${__field.labels["a b"]}', '/c'],
    ['/${__data.fields.pod}', '/p%201'],
    ['/${__data.fields["Some name"].text}', '/3%20s'],
    ['/${__data.fields[0].raw:raw}/${__data.fields[1].numeric}', '/p 1/3'],
    ['/${__data.refId}/${__data.name}', '/A/cpu'],
    ['/d?${__url_time_range}', '/d?from=now-6h&to=now'],
    [
      '/d?${__all_variables}',
      '/d?var-job=a%20b&var-job=c%26d&var-one=x%2Fy&var-all=%24__all',
    ],
    ['/d?${job:queryparam}', '/d?var-job=a%20b&var-job=c%26d'],
    ['/d/$one?x=${one:percentencode}', '/d/x/y?x=x%2Fy'],
    ['/d/${__dashboard.uid}?from=$__from', '/d/n1?from=1000'],
    ['/${__data.fields.missing}', '/${__data.fields.missing}'],
    ['/a\n/b', '/a/b'],
  ])('turns %s into %s', (url, address) => {
    expect(interpolateDataLink(url, scope)).toBe(address);
  });

  it('writes titles as they are read', () => {
    expect(interpolateDataLinkTitle('${__value.text} of $job', scope)).toBe(
      '12.5 % of a b + c&d',
    );
  });
});
