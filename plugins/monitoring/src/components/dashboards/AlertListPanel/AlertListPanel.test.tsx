import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { ActiveAlert } from '@sightline/backstage-plugin-monitoring-common';
import { renderScreen, STORY_NOW } from '../../../__testUtils__';
import { aPanelProps } from '../../../__testUtils__/panelProps';
import { DashboardContext } from '../DashboardContext';
import { AlertListPanel } from './AlertListPanel';

function anAlert(changes: Partial<ActiveAlert>): ActiveAlert {
  return {
    id: changes.name ?? 'a',
    name: 'Upload errors',
    state: 'firing',
    severity: 'warning',
    since: new Date(STORY_NOW - 600_000).toISOString(),
    labels: {},
    sources: [],
    ...changes,
  };
}

const ALERTS = [
  anAlert({
    name: 'Queue is long',
    severity: 'critical',
    since: new Date(STORY_NOW - 60_000).toISOString(),
    labels: { team: 'media' },
    runbookUrl: 'https://example.org/queue',
  }),
  anAlert({
    name: 'a disk fills',
    state: 'pending',
    labels: { team: 'infra' },
  }),
  anAlert({
    name: 'Upload errors',
    labels: { team: 'media' },
    dashboard: { uid: 'uploads' },
  }),
];

async function show(
  options: Record<string, unknown>,
  variables: Record<string, string> = {},
) {
  return renderScreen(
    <DashboardContext.Provider
      value={{
        entityRef: 'component:default/x',
        uid: 'overview',
        alerts: ALERTS,
        dashboards: [
          { uid: 'uploads', title: 'Uploads', source: 'grafana' },
          { uid: 'overview', title: 'Overview', source: 'grafana' },
        ],
        pathOf: uid => `/x/dashboards/${uid}`,
        openDashboard: () => {},
      }}
    >
      <AlertListPanel
        {...aPanelProps({ type: 'alertlist', title: 'Alerts', options })}
        variables={variables}
      />
    </DashboardContext.Provider>,
  );
}

const names = () =>
  screen
    .queryAllByRole('listitem')
    .map(({ textContent }) =>
      ALERTS.map(({ name }) => name).find(name => textContent?.includes(name)),
    );

describe('AlertListPanel', () => {
  it.each([
    [{}, ['a disk fills', 'Queue is long', 'Upload errors']],
    [{ sortOrder: 2 }, ['Upload errors', 'Queue is long', 'a disk fills']],
    [{ sortOrder: 3 }, ['Queue is long', 'Upload errors', 'a disk fills']],
    [{ sortOrder: 5, maxItems: 1 }, ['Queue is long']],
    [{ stateFilter: { firing: false, pending: true } }, ['a disk fills']],
    [{ alertName: 'UPLOAD' }, ['Upload errors']],
    [{ alertName: '$word' }, ['Queue is long']],
    [
      { alertInstanceLabelFilter: '{team="media"}' },
      ['Queue is long', 'Upload errors'],
    ],
    [{ alertInstanceLabelFilter: 'team=~"inf.*"' }, ['a disk fills']],
    [{ dashboardAlerts: true }, []],
  ])('lists what the author asks for: %j', async (options, expected) => {
    await show(options, { word: 'queue' });
    expect(names()).toEqual(expected);
  });

  it('divides the list by labels', async () => {
    await show({ groupMode: 'custom', groupBy: ['team'] });
    expect(
      screen.getByRole('list', { name: 'Alerts: team=media' }),
    ).toHaveTextContent(/Queue.*Upload/);
  });

  it('tells how many more there are', async () => {
    await show({ maxItems: 1 });
    expect(screen.getByText('and 2 more')).toBeInTheDocument();
  });

  it('only counts them when the author wants a figure', async () => {
    await show({ viewMode: 'stat' });
    expect(
      screen.getByRole('img', { name: 'Alerts: 3 alerts' }),
    ).toHaveTextContent('3');
  });

  it('leads to runbooks and to other dashboards of the entity', async () => {
    await show({});
    expect(screen.getByRole('link', { name: /runbook/i })).toHaveAttribute(
      'href',
      'https://example.org/queue',
    );
    expect(screen.getByRole('link', { name: 'Dashboard' })).toHaveAttribute(
      'href',
      '/x/dashboards/uploads',
    );
  });

  it('says when matchers cannot be read, and lists all', async () => {
    await show({ alertInstanceLabelFilter: '{team=' });
    expect(screen.getByRole('note')).toHaveTextContent(/cannot be read/);
    expect(names()).toHaveLength(3);
  });

  it('says when nothing fires', async () => {
    await show({ alertName: 'nothing like it' });
    expect(screen.getByText('No alert')).toBeInTheDocument();
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show({});
    expect((await axe(container)).violations).toEqual([]);
  });
});
