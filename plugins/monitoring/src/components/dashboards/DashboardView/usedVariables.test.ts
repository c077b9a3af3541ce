import {
  dashboardPanels,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { aDashboardJson, aPanelJson } from '../../../__testUtils__';
import { usedVariables } from './usedVariables';

const VARIABLES = [
  { name: 'cluster', type: 'query', query: 'label_values(up, cluster)' },
  {
    name: 'job',
    type: 'query',
    query: 'label_values(up{cluster="$cluster"}, job)',
  },
  { name: 'loop', type: 'custom', query: '$loop,$other' },
  { name: 'other', type: 'custom', query: 'a,b' },
  { name: 'unused', type: 'custom', query: 'a,b' },
];

function used(panel: Record<string, unknown>, more: unknown[] = []) {
  const dashboard = parseDashboard(
    aDashboardJson([aPanelJson(panel)], {
      templating: { list: [...VARIABLES, ...more] },
    }),
  );
  const found = usedVariables(
    dashboardPanels(dashboard)[0],
    dashboard.variables,
  );
  return found && [...found].sort();
}

describe('usedVariables', () => {
  it.each([
    ['none', 'up', []],
    ['one', 'up{cluster=~"$cluster"}', ['cluster']],
    ['what another depends on', 'up{job="${job:pipe}"}', ['cluster', 'job']],
    ['those that refer to themselves', 'x{a="$loop"}', ['loop', 'other']],
  ])('finds %s', (_, expr, names) => {
    expect(used({ targets: [{ refId: 'A', expr }] })).toEqual(names);
  });

  it('counts filters, which are in every query', () => {
    const filters = { name: 'filters', type: 'adhoc', filters: [] };
    expect(used({}, [filters])).toEqual(['filters']);
  });

  it('does not know what another panel’s answers depend on', () => {
    expect(
      used({
        datasource: { uid: '-- Dashboard --' },
        targets: [{ refId: 'A', panelId: 7 }],
      }),
    ).toBeUndefined();
  });
});
