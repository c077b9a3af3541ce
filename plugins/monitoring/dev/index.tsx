import { ReactNode } from 'react';
import {
  Content,
  Header,
  HeaderTabs,
  InfoCard,
  Page,
  SidebarItem,
} from '@backstage/core-components';
import {
  attachComponentData,
  createApiFactory,
} from '@backstage/core-plugin-api';
import { createDevApp } from '@backstage/dev-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { MockPermissionApi, TestApiProvider } from '@backstage/test-utils';
import Grid from '@material-ui/core/Grid';
import LayersIcon from '@material-ui/icons/Layers';
import { useParams } from 'react-router-dom';
import {
  FakeMonitoringApi,
  INGESTOR,
  QUIET_FLEET,
  STORY_CLOCK,
} from '../src/__testUtils__';
import { monitoringApiRef } from '../src/api';
import { EntityAlertsCard } from '../src/components/EntityAlertsCard';
import { EntityMonitoringContent } from '../src/components/EntityMonitoringContent';
import { EntitySloCard } from '../src/components/EntitySloCard';
import { SloWidget } from '../src/components/SloWidget';
import { MonitoringPage } from '../src/components/MonitoringPage';
import { ClockContext } from '../src/hooks/Clock';
import { monitoringPlugin } from '../src/plugin';
import { rootRouteRef } from '../src/routes';
import { DEV_SERVICES, devMonitoringApi } from './DevMonitoringApi';

/** A day on which nothing is wrong. */
const QUIET = FakeMonitoringApi.create({ sloList: QUIET_FLEET });

function Frame(props: { title: string; children: ReactNode }) {
  return (
    <ClockContext.Provider value={STORY_CLOCK}>
      <Page themeId="service">
        <Header title={props.title} type="component — service" />
        <HeaderTabs tabs={[{ id: 'monitoring', label: 'Monitoring' }]} />
        {props.children}
      </Page>
    </ClockContext.Provider>
  );
}

function EntityPage() {
  const { name = 'ingestor' } = useParams();
  const entity = { ...INGESTOR, metadata: { ...INGESTOR.metadata, name } };
  return (
    <EntityProvider entity={entity}>
      <Frame title={name}>
        <EntityMonitoringContent />
      </Frame>
    </EntityProvider>
  );
}
attachComponentData(EntityPage, 'core.mountPoint', entityRouteRef);

function HomePage() {
  return (
    <Frame title="Home">
      <Content>
        <Grid container spacing={3}>
          <Grid item xs={12} md={7}>
            <InfoCard title="SLOs">
              <SloWidget />
            </InfoCard>
          </Grid>
          <Grid item xs={12} md={5}>
            <InfoCard title="SLOs">
              <TestApiProvider apis={[[monitoringApiRef, QUIET]]}>
                <SloWidget scope="all" />
              </TestApiProvider>
            </InfoCard>
          </Grid>
          <EntityProvider entity={INGESTOR}>
            <Grid item xs={12} md={6}>
              <EntitySloCard />
            </Grid>
            <Grid item xs={12} md={6}>
              <EntityAlertsCard />
            </Grid>
          </EntityProvider>
        </Grid>
      </Content>
    </Frame>
  );
}

function MonitoringPages() {
  return (
    <ClockContext.Provider value={STORY_CLOCK}>
      <MonitoringPage />
    </ClockContext.Provider>
  );
}
attachComponentData(MonitoringPages, 'core.mountPoint', rootRouteRef);

const app = createDevApp()
  .registerPlugin(monitoringPlugin)
  .registerApi(
    createApiFactory({
      api: permissionApiRef,
      deps: {},
      factory: () => new MockPermissionApi(),
    }),
  )
  .registerApi(
    createApiFactory({
      api: monitoringApiRef,
      deps: {},
      factory: devMonitoringApi,
    }),
  )
  .addPage({ path: '/home', title: 'Home', element: <HomePage /> })
  .addPage({
    path: '/monitoring',
    title: 'Monitoring',
    element: <MonitoringPages />,
  })
  .addPage({
    path: '/catalog/:namespace/:kind/:name',
    element: <EntityPage />,
  });

for (const name of Object.keys(DEV_SERVICES)) {
  app.addSidebarItem(
    <SidebarItem
      key={name}
      icon={LayersIcon}
      to={`/catalog/default/component/${name}`}
      text={name}
    />,
  );
}

app.render();
