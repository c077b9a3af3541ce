import { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  createExtensionTester,
  renderInTestApp,
  renderTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  anOverview,
  FakeMonitoringApi,
  INGESTOR,
  STORY_ALERTS,
  STORY_ENTITY,
  STORY_FLEET,
  STORY_SLOS,
} from './__testUtils__';
import plugin from './alpha';
import { monitoringApiRef } from './api';

const api = FakeMonitoringApi.create({
  provisioning: anOverview(),
  entity: STORY_ENTITY,
  slos: STORY_SLOS,
  alerts: STORY_ALERTS,
  sloList: STORY_FLEET,
  alertList: STORY_ALERTS,
});

async function render(element: JSX.Element) {
  await renderInTestApp(
    <TestApiProvider apis={[[monitoringApiRef, api]]}>
      <EntityProvider entity={INGESTOR}>{element}</EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

describe('the new frontend system', () => {
  it('offers the tab in the group observability, for what can be monitored', () => {
    const tester = createExtensionTester(
      plugin.getExtension('entity-content:monitoring'),
    );
    expect(tester.get(EntityContentBlueprint.dataRefs.title)).toBe(
      'Monitoring',
    );
    expect(tester.get(EntityContentBlueprint.dataRefs.group)).toBe(
      'observability',
    );
    const filter = tester.get(EntityContentBlueprint.dataRefs.filterFunction);
    for (const kind of ['Component', 'System', 'Resource', 'API']) {
      expect(filter?.({ ...INGESTOR, kind })).toBe(true);
    }
    for (const kind of ['User', 'Group', 'Location']) {
      expect(filter?.({ ...INGESTOR, kind })).toBe(false);
    }
  });

  it('mounts the entity tab', async () => {
    await render(
      createExtensionTester(
        plugin.getExtension('entity-content:monitoring'),
      ).reactElement(),
    );
    expect(
      await screen.findByRole('heading', { name: 'Burning' }),
    ).toBeInTheDocument();
  });

  it('mounts the SLO card of the overview', async () => {
    await render(
      createExtensionTester(
        plugin.getExtension('entity-card:monitoring/slos'),
      ).reactElement(),
    );
    expect(
      await screen.findByRole('link', { name: 'latency-p95' }),
    ).toHaveAttribute('href', '/catalog/default/component/ingestor/monitoring');
  });

  it('mounts the alerts card of the overview', async () => {
    await render(
      createExtensionTester(
        plugin.getExtension('entity-card:monitoring/alerts'),
      ).reactElement(),
    );
    expect(await screen.findByText('ConsumerLag')).toBeInTheDocument();
  });

  it('mounts the home page widget under the name MonitoringSlos', async () => {
    const widget = createExtensionTester(
      plugin.getExtension('home-page-widget:monitoring/slos'),
    ).get(homePageWidgetDataRef);
    expect(widget.name).toBe('MonitoringSlos');
    await render(widget.component);
    expect(await screen.findByText('14 SLOs')).toBeInTheDocument();
  });

  describe('as a whole', () => {
    const show = (entity: Entity) =>
      renderTestApp({
        features: [plugin],
        extensions: [createTestEntityPage({ entity })],
        apis: [[monitoringApiRef, api]],
      });

    it('fills an entity page: cards of the overview and the tab', async () => {
      show(INGESTOR);
      expect(
        // The first to load the tab's code, which takes longer than the default.
        await screen.findByRole(
          'heading',
          { name: 'Burning' },
          { timeout: 10_000 },
        ),
      ).toBeInTheDocument();
      expect(
        await screen.findAllByRole('link', { name: 'Open monitoring' }),
      ).toHaveLength(2);
    });

    it('brings a portal-wide page: SLOs, and provisioning behind its tab', async () => {
      renderTestApp({
        features: [plugin],
        initialRouteEntries: ['/monitoring'],
        extensions: [createTestEntityPage({ entity: INGESTOR })],
        apis: [[monitoringApiRef, api]],
      });
      expect(
        await screen.findByRole('table', { name: 'All SLOs' }),
      ).toBeInTheDocument();
      const tab = screen.getByRole('tab', { name: /^Provisioning/ });
      expect(tab).toHaveAttribute('href', '/monitoring/provisioning');
      await userEvent.click(tab);
      expect(
        await screen.findByRole('heading', { name: 'All done' }),
      ).toBeInTheDocument();
      expect(screen.getByRole('link', { name: /^2[34] Nov/ })).toHaveAttribute(
        'href',
        '/monitoring/provisioning/runs/1842',
      );
    });

    it('leaves the overview of an entity without annotations alone', async () => {
      show({ ...INGESTOR, metadata: { name: 'ingestor' } });
      expect(
        await screen.findByRole('heading', { name: 'Burning' }),
      ).toBeInTheDocument();
      expect(
        screen.queryByRole('link', { name: 'Open monitoring' }),
      ).toBeNull();
    });
  });
});
