import { parseMetricMetadata } from './parseMetricMetadata';

it('takes what the first service says of a metric, as text for one line', () => {
  expect(
    parseMetricMetadata('Prometheus', {
      up: [
        { type: 'gauge', help: 'Whether it is\nup, see http://10.0.0.1/x' },
        { type: 'counter', help: 'other' },
      ],
      __proto__of_nothing: [],
      odd: [{ type: '<b>', help: 7 }],
      broken: 'no list',
    }),
  ).toEqual(
    new Map([
      ['up', { type: 'gauge', help: 'Whether it is up, see (address)' }],
      ['odd', { type: '', help: '7' }],
    ]),
  );
});

it.each([null, [], 'text', undefined])('refuses %j', data => {
  expect(() => parseMetricMetadata('Prometheus', data)).toThrow(
    'Prometheus answered something other than metadata',
  );
});
