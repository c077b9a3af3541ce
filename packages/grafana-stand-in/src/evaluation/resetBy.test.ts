import { AlertRule } from '../state/GrafanaState';
import { resetBy } from './resetBy';

const told = { receiver: 'team-a', group_by: ['alertname'] };

const rule: AlertRule = {
  id: 1,
  uid: 'r1',
  folderUID: 'f1',
  ruleGroup: 'g1',
  provenance: 'api',
  updated: '2026-11-23T18:31:30Z',
  version: 1,
  body: {
    title: 'A',
    condition: 'C',
    for: '1h',
    labels: { severity: 'warning' },
    annotations: { summary: 'A' },
    notification_settings: told,
    data: [{ refId: 'A', datasourceUid: 'prom', model: { expr: 'vector(1)' } }],
  },
};

const changed = (part: Record<string, unknown>): AlertRule => ({
  ...rule,
  version: 2,
  body: { ...rule.body, ...part },
});

describe('resetBy, as recorded with a real Grafana 12.4', () => {
  it.each([
    ['the same', rule, 'none'],
    ['another way to write the duration', changed({ for: '60m' }), 'none'],
    ['an annotation', changed({ annotations: { summary: 'B' } }), 'none'],
    ['a label', changed({ labels: { severity: 'critical' } }), 'all'],
    [
      'the query',
      changed({
        data: [
          { refId: 'A', datasourceUid: 'prom', model: { expr: 'vector(2)' } },
        ],
      }),
      'all',
    ],
    [
      'who is told',
      changed({ notification_settings: { receiver: 'team-b' } }),
      'all',
    ],
    ['that nobody is told', changed({ notification_settings: null }), 'all'],
    [
      'by what messages are grouped',
      changed({
        notification_settings: { ...told, group_by: ['alertname', 'entity'] },
      }),
      'all',
    ],
    ['the pending time', changed({ for: '2h' }), 'pending'],
    ['the title', changed({ title: 'B' }), 'all'],
    ['the group', { ...rule, ruleGroup: 'g2' }, 'all'],
    ['a pause', changed({ isPaused: true }), 'all'],
  ])('%s', (_, after, expected) => {
    expect(resetBy(rule, after)).toBe(expected);
  });
});
