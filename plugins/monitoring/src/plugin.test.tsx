import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  anOverview,
  FakeMonitoringApi,
  INGESTOR,
  STORY_ALERTS,
  STORY_ENTITY,
  STORY_FLEET,
  STORY_SLOS,
  WAITING_RUN,
} from './__testUtils__';
import { monitoringApiRef } from './api';
import {
  EntityMonitoringAlertsCard,
  EntityMonitoringContent,
  EntityMonitoringSloCard,
  HomePageSlos,
  MonitoringPage,
  monitoringPlugin,
} from './plugin';
import { entityContentRouteRef, rootRouteRef } from './routes';

const api = FakeMonitoringApi.create({
  provisioning: anOverview(),
  run: WAITING_RUN,
  entity: STORY_ENTITY,
  slos: STORY_SLOS,
  alerts: STORY_ALERTS,
  sloList: STORY_FLEET,
  alertList: STORY_ALERTS,
});

const PAGE = '/catalog/default/component/ingestor';

async function render(element: JSX.Element, path = '/') {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [monitoringApiRef, api],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <EntityProvider entity={INGESTOR}>{element}</EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        [`${PAGE}/monitoring`]: entityContentRouteRef,
        '/monitoring': rootRouteRef,
      },
    },
  );
}

describe('the classic frontend system', () => {
  it('brings the way to the backend', () => {
    expect(
      [...monitoringPlugin.getApis()].map(({ api: ref }) => ref.id),
    ).toEqual(['plugin.monitoring.service']);
  });

  it('mounts the entity tab', async () => {
    await render(
      <Routes>
        <Route
          path={`${PAGE}/monitoring/*`}
          element={<EntityMonitoringContent />}
        />
      </Routes>,
      `${PAGE}/monitoring`,
    );
    expect(
      await screen.findByRole('heading', { name: 'Burning' }),
    ).toBeInTheDocument();
  });

  it('mounts the portal-wide page, which is that of the SLOs', async () => {
    await render(
      <Routes>
        <Route path="/monitoring/*" element={<MonitoringPage />} />
      </Routes>,
      '/monitoring',
    );
    expect(
      await screen.findByRole('table', { name: 'All SLOs' }),
    ).toBeInTheDocument();
  });

  it('mounts the page of a run', async () => {
    await render(
      <Routes>
        <Route path="/monitoring/*" element={<MonitoringPage />} />
      </Routes>,
      '/monitoring/provisioning/runs/1842',
    );
    expect(
      await screen.findByRole('heading', { name: 'Waiting for a person' }),
    ).toBeInTheDocument();
  });

  it('mounts the SLO card of the overview', async () => {
    await render(<EntityMonitoringSloCard />);
    expect(
      await screen.findByRole('link', { name: 'latency-p95' }),
    ).toHaveAttribute(
      'href',
      '/monitoring/slos/component/default/ingestor/latency-p95',
    );
  });

  it('mounts the alerts card of the overview, budgets included', async () => {
    await render(<EntityMonitoringAlertsCard />);
    expect(await screen.findByText('ConsumerLag')).toBeInTheDocument();
    expect(screen.getByText('SloBurnRateFast')).toBeInTheDocument();
  });

  it('mounts the home page widget with its title', async () => {
    await render(<HomePageSlos scope="all" limit={5} />);
    expect(await screen.findByText('14 SLOs')).toBeInTheDocument();
    expect(screen.getByText('SLOs')).toBeInTheDocument();
  });
});
