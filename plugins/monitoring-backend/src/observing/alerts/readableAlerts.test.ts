import { readableAlerts } from './readableAlerts';

const alert = (part: object) => ({
  labels: { alertname: 'DiskFull' },
  annotations: {},
  status: { silencedBy: [], inhibitedBy: [] },
  ...(part as {}),
});

describe('readableAlerts', () => {
  it.each<[string, object]>([
    ['a label that is no text', { labels: { severity: 5 } }],
    ['no labels', { labels: null }],
    [
      'silences that are no list',
      { status: { silencedBy: 's', inhibitedBy: [] } },
    ],
    ['no list of what inhibits it', { status: { silencedBy: [] } }],
  ])('leaves out an alert with %s', (_, garbage) => {
    const good = alert({});
    expect(readableAlerts([alert(garbage), good])).toEqual([good]);
  });

  it('keeps an alert of a source that does not silence', () => {
    const good = alert({ status: undefined });
    expect(readableAlerts([good])).toEqual([good]);
  });

  it('keeps an alert without an annotation that is no text', () => {
    const [kept] = readableAlerts([
      alert({ annotations: { summary: 5, runbook_url: 'https://a' } }),
    ]);
    expect(kept.annotations).toEqual({ runbook_url: 'https://a' });
  });
});
