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
  FakeMonitoringApi,
  INGESTOR,
  STORY_ALERTS,
  STORY_ENTITY,
  STORY_FLEET,
  STORY_SLOS,
} from './__testUtils__';
import { monitoringApiRef } from './api';
import {
  EntityMonitoringAlertsCard,
  EntityMonitoringContent,
  EntityMonitoringSloCard,
  HomePageSlos,
  monitoringPlugin,
} from './plugin';
import { entityContentRouteRef } from './routes';

const api = FakeMonitoringApi.create({
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

  it('mounts the SLO card of the overview', async () => {
    await render(<EntityMonitoringSloCard />);
    expect(
      await screen.findByRole('link', { name: 'latency-p95' }),
    ).toHaveAttribute('href', `${PAGE}/monitoring`);
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
