import { ruleContent } from './alertRuleMarks';
import { dashboardContent, hashDashboard } from './dashboards/dashboardContent';
import { hashRuleGroup } from './hashRuleGroup';
import recorded from './__fixtures__/roundTrips.json';

describe('what a Grafana 12.4 gives back', () => {
  it.each(recorded.dashboards.map(entry => [entry.name, entry] as const))(
    'is the dashboard that was sent (%s)',
    (_name, { sent, read }) => {
      expect(hashDashboard(dashboardContent(read.dashboard))).toBe(
        hashDashboard(dashboardContent(sent)),
      );
    },
  );

  it.each(recorded.ruleGroups.map(entry => [entry.name, entry] as const))(
    'is the rule group that was sent (%s)',
    (_name, { sent, read }) => {
      expect(hashRuleGroup({ rules: read.map(ruleContent) })).toBe(
        hashRuleGroup({ rules: sent.map(ruleContent) }),
      );
    },
  );

  it.each(recorded.rules.map(entry => [entry.name, entry] as const))(
    'is the duration that was sent (%s)',
    (_name, { sent, read }) => {
      expect(read.for).not.toBe(sent.for);
      expect(ruleContent(read).for).toBe(ruleContent(sent).for);
    },
  );

  it.each(recorded.notified.map(entry => [entry.name, entry] as const))(
    'is who is told, as it was sent (%s)',
    (_name, { sent, read }) => {
      expect(ruleContent(read)).toEqual(ruleContent(sent));
      expect(ruleContent(read)).toHaveProperty(
        'notification_settings.receiver',
        'team-a',
      );
    },
  );

  it('tells nobody when nothing was said of it', () => {
    const [{ sent }] = recorded.ruleGroups;
    const silent = { ...sent[0], notification_settings: null };
    expect(ruleContent(silent)).toEqual(ruleContent(sent[0]));
  });

  it('is another one when a person edited it', () => {
    const [{ read }] = recorded.dashboards;
    const [group] = recorded.ruleGroups;
    expect(
      hashDashboard(dashboardContent({ ...read.dashboard, title: 'Other' })),
    ).not.toBe(hashDashboard(dashboardContent(read.dashboard)));
    expect(
      hashRuleGroup({
        rules: group.read.map(rule => ruleContent({ ...rule, for: '6m' })),
      }),
    ).not.toBe(hashRuleGroup({ rules: group.read.map(ruleContent) }));
  });
});
