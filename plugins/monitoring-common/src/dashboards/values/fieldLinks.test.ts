/* eslint-disable no-script-url -- what must be no link */
import { DataFrame } from '../frames/DataFrame';
import { fieldLinks, isSafeAddress } from './fieldLinks';

const CONFIG = { mappings: [], custom: {} };
const FRAME: DataFrame = {
  refId: 'A',
  fields: [
    { name: 'Time', type: 'time', config: CONFIG, values: [1_000, 2_000] },
    { name: 'pod', type: 'string', config: CONFIG, values: ['a b', 'c&d'] },
    {
      name: 'Value',
      type: 'number',
      labels: { job: 'api' },
      config: { ...CONFIG, unit: 'percent' },
      values: [50, 90],
    },
  ],
};

function linksOf(
  url: string,
  at: { row?: number; calculated?: number } = { row: 1 },
) {
  const field = {
    ...FRAME.fields[2],
    config: {
      ...FRAME.fields[2].config,
      links: [{ title: 'About ${__field.labels.job}', url, targetBlank: true }],
    },
  };
  return fieldLinks(
    { field, frame: FRAME },
    at,
    { variables: { service: 'shop' }, range: { from: 1, to: 2 } },
    { theme: 'dark' },
  );
}

describe('fieldLinks', () => {
  it('fills in the value, its row and its labels', () => {
    expect(
      linksOf(
        'https://x.example/${service}?pod=${__data.fields.pod}&v=${__value.raw}&t=${__value.time}',
        { row: 0 },
      ),
    ).toEqual([
      {
        title: 'About api',
        url: 'https://x.example/shop?pod=a%20b&v=50&t=1000',
        targetBlank: true,
      },
    ]);
  });

  it('knows a figure that was calculated', () => {
    expect(linksOf('/x?v=${__value.numeric}', { calculated: 70 })[0].url).toBe(
      '/x?v=70',
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '${service}:x'])(
    'leaves out %s',
    url => expect(linksOf(url)).toEqual([]),
  );
});

describe('X02 · isSafeAddress', () => {
  it.each([
    ['https://grafana.example/d/1?x=a:b', true],
    ['/d/1', true],
    ['d/1?a=b:c', true],
    ['#top', true],
    ['mailto:team@example.org', true],
    ['javascript:alert(1)', false],
    ['JavaScript:alert(1)', false],
    [' java\nscript:alert(1)', false],
    ['\u0001javascript:alert(1)', false],
    ['vbscript:x', false],
    ['data:text/html,<script>', false],
    ['blob:https://x', false],
    ['', false],
  ])('%p: %p', (address, isSafe) => {
    expect(isSafeAddress(address)).toBe(isSafe);
  });
});
