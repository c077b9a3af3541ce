import { parseAlerts } from './parseAlerts';

const GOOD = {
  labels: { alertname: 'DiskFull', severity: 'critical' },
  annotations: { summary: 'No space left' },
  state: 'firing',
  activeAt: '2026-11-23T17:51:07.6Z',
  value: '1e+00',
};

describe('parseAlerts', () => {
  it.each<[string, unknown]>([
    ['is nothing', null],
    ['is a text', 'firing'],
    ['has a severity that is no text', { ...GOOD, labels: { severity: 5 } }],
    ['has a list of labels', { ...GOOD, labels: ['severity'] }],
    ['has a text for labels', { ...GOOD, labels: 'severity' }],
    ['has a time that is a number', { ...GOOD, activeAt: 2026 }],
    ['has no time', { ...GOOD, activeAt: undefined }],
    ['has a state that nobody knows', { ...GOOD, state: ['firing'] }],
  ])('leaves out an alert that %s, and keeps the others', (_, garbage) => {
    expect(parseAlerts([garbage, GOOD]).map(({ labels }) => labels)).toEqual([
      GOOD.labels,
    ]);
  });

  it.each<[string, unknown, object]>([
    [
      'one is no text',
      { summary: 'Full', runbook_url: {} },
      { summary: 'Full' },
    ],
    ['they are no map', ['Full'], {}],
    ['there are none', null, {}],
  ])(
    'keeps an alert without its faulty annotations when %s',
    (_, some, kept) => {
      expect(parseAlerts([{ ...GOOD, annotations: some }])).toEqual([
        { ...GOOD, annotations: kept, value: 1 },
      ]);
    },
  );

  it('takes nothing for no alerts, and refuses what is no list', () => {
    expect(parseAlerts(undefined)).toEqual([]);
    expect(() => parseAlerts({})).toThrow('something other than a list');
  });
});
