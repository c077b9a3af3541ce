import { publicDashboards } from '../__fixtures__/publicDashboards';
import { dashboardPanels, parseDashboard } from '../model';
import { expandRepeats } from '../repeats';
import { DashboardModel, DashboardVariable } from '../types';
import { describeSupport } from './describeSupport';

const dashboards = publicDashboards();

/** As if every query variable had found three values, all of which are chosen. */
function withAllChosen(dashboard: DashboardModel): DashboardVariable[] {
  return dashboard.variables.map(variable => ({
    ...variable,
    current: ['$__all'],
    options: variable.options.length
      ? variable.options
      : ['a', 'b', 'c'].map(value => ({ value, text: value })),
  }));
}

describe('public dashboards', () => {
  it('are eighteen, of 476 panels', () => {
    expect(dashboards).toHaveLength(18);
    const panels = dashboards.flatMap(([, json]) =>
      dashboardPanels(parseDashboard(json)),
    );
    expect(panels).toHaveLength(476);
  });

  it('are drawn to 97 % at least, and what is not says why', () => {
    const support = dashboards.flatMap(([name, json]) =>
      describeSupport(parseDashboard(json)).map(one => ({ name, ...one })),
    );
    const missing = support.filter(({ state }) => state === 'unsupported');
    expect(missing.length / support.length).toBeLessThanOrEqual(0.03);
    for (const { reasons } of missing) {
      expect(reasons).not.toEqual([]);
      expect(reasons[0].code).not.toBe('invalid');
    }
  });

  it.each(dashboards)('%s has everything that is in its JSON', (_, json) => {
    const text = JSON.stringify(json);
    const dashboard = parseDashboard(json);
    const panels = dashboardPanels(dashboard);
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
    expect(dashboard.title).toBe((json as { title: string }).title);
    expect(
      panels.flatMap(({ targets }) => targets.filter(({ expr }) => expr)),
    ).toHaveLength(count(/"expr":"(?!")/g) - annotationQueries(dashboard));
    expect(new Set(panels.map(({ key }) => key)).size).toBe(panels.length);
    for (const { gridPos } of panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    }
  });

  it.each(dashboards)('%s repeats what it is to repeat', (_, json) => {
    const dashboard = parseDashboard(json);
    const expanded = expandRepeats(dashboard, {
      variables: {},
      definitions: withAllChosen(dashboard),
    });
    const repeated = dashboardPanels(dashboard).filter(({ repeat }) => repeat);
    const rows = dashboard.sections.filter(({ repeat }) => repeat);
    const panels = dashboardPanels(expanded);
    expect(new Set(panels.map(({ key }) => key)).size).toBe(panels.length);
    expect(expanded.omittedPanels).toBeUndefined();
    expect(panels.length > dashboardPanels(dashboard).length).toBe(
      repeated.length > 0 || rows.some(row => row.panels.length > 0),
    );
  });
});

function annotationQueries({ annotations }: DashboardModel): number {
  return annotations.filter(({ expr }) => expr).length;
}
