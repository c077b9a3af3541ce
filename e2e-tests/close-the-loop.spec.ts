import type {
  EntityMonitoringResponse,
  SloListResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  drawDashboard,
  expect,
  openMonitoring,
  screenshot,
  test,
} from './support/fixtures';
import { PLATFORM_ALERTS } from './support/platformAlerts';
import { Portal } from './support/Portal';

const INGESTOR = '/entities/component/default/ingestor';
/** One reconcile is due every 15 s in the demo; a catalog refresh every 10 s. */
const RECONCILE = { timeout: 60_000 };
/** Its alert counts over 15 minutes: it begins first, and its end is looked at last of all. */
const LONGEST = 'reconciliation-errors';
/** A rate over 5 minutes needs that long to forget. */
const FORGET = { timeout: 420_000, intervals: [5_000] };

async function lastReconcile(portal: Portal): Promise<string | undefined> {
  const { lastReconciledAt } = await portal.api<EntityMonitoringResponse>(
    INGESTOR,
  );
  return lastReconciledAt;
}

/** Waits until two more runs have ended: the second one saw everything that was there before. */
async function twoMoreReconciles(portal: Portal): Promise<void> {
  for (let run = 0; run < 2; run += 1) {
    const before = await lastReconcile(portal);
    await expect.poll(() => lastReconcile(portal), RECONCILE).not.toBe(before);
  }
}

async function budgetOf(portal: Portal, id: string): Promise<number> {
  const { items } = await portal.api<SloListResponse>(`${INGESTOR}/slos`);
  return items.find(slo => slo.id === id)?.budgetRemaining ?? NaN;
}

test.describe.serial('one annotation closes the loop', () => {
  let budgetBefore = NaN;

  test('(a) an opted-in service has its dashboards, rules, graphs and SLO cards', async ({
    portal,
    guest,
  }) => {
    // The packs wait minutes; the teams of this test are less patient.
    for (const entity of new Set(PLATFORM_ALERTS.map(row => row.entity))) {
      await portal.annotate(entity, {
        'monitoring/alerts': PLATFORM_ALERTS.filter(
          row => row.entity === entity,
        )
          .map(({ alert }) => `${alert}: for 10s`)
          .join('; '),
      });
    }
    portal.demo.incidents.start(LONGEST);
    await expect
      .poll(async () => {
        const dashboards = await portal.dashboardsOf('ingestor');
        return dashboards.map(({ title }) => title).sort();
      }, RECONCILE)
      .toEqual([
        'ingestor · HTTP',
        'ingestor · Node.js',
        'ingestor · Upload Overview',
      ]);
    const [{ uid }] = await portal.dashboardsOf('ingestor');
    const { meta } = await portal.grafana<any>(`/api/dashboards/uid/${uid}`);
    expect(meta.folderTitle).toBe('Sightline');
    await expect
      .poll(() => portal.ruleGroupsOf('ingestor'), RECONCILE)
      .toContain('sightline:alerts:component:default/ingestor');
    await expect
      .poll(() => portal.ruledSlosOf('ingestor'), RECONCILE)
      .toEqual(['availability', 'latency-500-ms', 'uploads']);

    await openMonitoring(guest, portal, 'ingestor');
    // Beside that of the uploads, in the order of what is left.
    const card = guest.getByRole('region', {
      name: 'Availability',
      exact: true,
    });
    await expect(card).toContainText('objective 99.9 %');
    await expect(card).toContainText(/\d\.\d\s%/);
    await drawDashboard(guest);
    await expect(guest.getByText('In sync').first()).toBeVisible();
  });

  test('(b) an annotation that is added gives a service the same, without a restart', async ({
    portal,
    guest,
  }) => {
    await openMonitoring(guest, portal, 'thumbnail-cache');
    await expect(guest.getByText('Not monitored yet')).toBeVisible();
    await screenshot(guest, 'onboarding-light');

    await portal.annotate('thumbnail-cache', {
      'monitoring/packs': 'http',
      'monitoring/slos': 'availability 99% 30d',
    });
    await expect
      .poll(() => portal.dashboardsOf('thumbnail-cache'), RECONCILE)
      .toHaveLength(1);
    await expect
      .poll(() => portal.ruleGroupsOf('thumbnail-cache'), RECONCILE)
      .toContain('sightline:alerts:component:default/thumbnail-cache');
    await expect
      .poll(() => portal.ruledSlosOf('thumbnail-cache'), RECONCILE)
      .toEqual(['availability']);
    await expect
      .poll(async () => {
        const { items } = await portal.api<SloListResponse>(
          '/entities/component/default/thumbnail-cache/slos',
        );
        return items[0]?.sli ?? 0;
      }, RECONCILE)
      .toBeGreaterThan(0.5);
    await guest.reload();
    await expect(
      guest.getByRole('region', { name: /^Availability/ }).first(),
    ).toContainText('objective 99 %');
    await drawDashboard(guest);
    portal.demo.incidents.end(LONGEST);
  });

  test('(c) each of the eight alerts fires during its incident, with its labels', async ({
    portal,
  }) => {
    test.setTimeout(360_000);
    budgetBefore = await budgetOf(portal, 'uploads');
    for (const { incident } of PLATFORM_ALERTS) {
      if (incident !== LONGEST) {
        portal.demo.incidents.start(incident);
      }
    }
    for (const { alert, entity, kind, severity } of PLATFORM_ALERTS) {
      await expect
        .poll(() => portal.labelsOfFiring(alert), { timeout: 300_000 })
        .toContainEqual(
          expect.objectContaining({
            entity: `${kind}:default/${entity}`,
            service: entity,
            severity,
          }),
        );
    }
  });

  test('(c) each of them reaches its channels, and Alertmanager', async ({
    portal,
  }) => {
    await expect
      .poll(() => portal.routedAlerts(), { timeout: 60_000 })
      .toEqual(
        expect.arrayContaining(PLATFORM_ALERTS.map(({ alert }) => alert)),
      );
    for (const { alert, entity, kind, channels } of PLATFORM_ALERTS) {
      await expect
        .poll(
          async () => (await portal.messagesAbout(alert, 'firing')).sort(),
          { timeout: 60_000 },
        )
        .toEqual(
          channels.map(channel => `${channel} ${kind}:default/${entity}`),
        );
    }
  });

  test('(c) each of them is seen on the tab of its entity and on the home page', async ({
    portal,
    guest,
  }) => {
    test.setTimeout(300_000);
    for (const { alert, entity, kind, severity } of PLATFORM_ALERTS) {
      await openMonitoring(guest, portal, entity, kind);
      await expect(guest.getByText(alert).first()).toBeVisible();
      await expect(
        guest
          .getByText(severity === 'critical' ? 'Critical' : 'Warning')
          .first(),
      ).toBeVisible();
    }

    await openMonitoring(guest, portal, 'ingestor');
    await expect
      .poll(() => budgetOf(portal, 'uploads'), { timeout: 120_000 })
      .toBeLessThan(budgetBefore);
    await drawDashboard(guest);
    await screenshot(guest, 'entity-tab-light');
    await guest.emulateMedia({ colorScheme: 'dark' });
    await guest.reload();
    await expect(
      guest.getByText('HighUploadFailureRate').first(),
    ).toBeVisible();
    await drawDashboard(guest);
    await screenshot(guest, 'entity-tab-dark');
    await guest.emulateMedia({ colorScheme: 'light' });

    await guest.goto(portal.url);
    await expect(
      guest.getByText('HighUploadFailureRate').first(),
    ).toBeVisible();
    await screenshot(guest, 'home-light');
    await guest.getByRole('button', { name: /Whose services/ }).click();
    await guest.getByRole('option', { name: 'All services' }).click();
    await guest.getByRole('button', { name: /Show \d+ more that/ }).click();
    for (const { alert } of PLATFORM_ALERTS) {
      await expect(guest.getByText(alert).first()).toBeVisible();
    }

    for (const { incident } of PLATFORM_ALERTS) {
      if (incident !== LONGEST) {
        portal.demo.incidents.end(incident);
      }
    }
  });

  test('(d) a dashboard that a person edited survives, and is shown as drifted', async ({
    portal,
    guest,
  }) => {
    const [{ uid }] = (await portal.dashboardsOf('ingestor')).filter(
      ({ title }) => title.includes('HTTP'),
    );
    const { dashboard, meta } = await portal.grafana<any>(
      `/api/dashboards/uid/${uid}`,
    );
    await portal.grafana('/api/dashboards/db', {
      dashboard: { ...dashboard, title: 'Edited by hand' },
      folderUid: meta.folderUid,
      overwrite: false,
    });
    await twoMoreReconciles(portal);
    const { dashboard: after } = await portal.grafana<any>(
      `/api/dashboards/uid/${uid}`,
    );
    expect(after.title).toBe('Edited by hand');

    await openMonitoring(guest, portal, 'ingestor');
    await guest.getByRole('button', { name: /Show all/ }).click();
    await expect(guest.getByText('Drifted').first()).toBeVisible();
    await expect(guest.getByText('Edited by hand').first()).toBeVisible();
  });

  test('(e) a restart of the backend writes nothing twice', async ({
    portal,
  }) => {
    const versions = async () => {
      const dashboards = await portal.grafana<{ uid: string }[]>(
        '/api/search?tag=sightline',
      );
      return Promise.all(
        dashboards.map(async ({ uid }) => {
          const { meta } = await portal.grafana<any>(
            `/api/dashboards/uid/${uid}`,
          );
          return [uid, meta.version, meta.updated];
        }),
      );
    };
    const before = { files: await portal.ruleFiles(), saved: await versions() };
    await portal.backend.restart();
    await twoMoreReconciles(portal);
    expect(await portal.ruleFiles()).toEqual(before.files);
    expect(await versions()).toEqual(before.saved);
  });

  test('(c, its end) the alerts go when the incidents have ended, and the channels are told', async ({
    portal,
    guest,
  }) => {
    test.setTimeout(480_000);
    const ended = PLATFORM_ALERTS.filter(
      ({ incident }) => incident !== LONGEST,
    );
    await expect
      .poll(async () => {
        const firing = await portal.firingAlerts();
        return ended.filter(({ alert }) => firing.includes(alert));
      }, FORGET)
      .toEqual([]);
    for (const { alert, entity, kind, channels } of ended) {
      await expect
        .poll(
          async () => (await portal.messagesAbout(alert, 'resolved')).sort(),
          { timeout: 60_000 },
        )
        .toEqual(
          channels.map(channel => `${channel} ${kind}:default/${entity}`),
        );
    }
    await openMonitoring(guest, portal, 'ingestor');
    await expect(guest.getByText('HighUploadFailureRate')).toHaveCount(0, {
      timeout: 60_000,
    });
  });

  test('(f) while Prometheus is stopped the page says so, keeps what it knew, and recovers', async ({
    portal,
    guest,
  }) => {
    await openMonitoring(guest, portal, 'media-service');
    const card = guest.getByRole('region', { name: /^Availability/ }).first();
    await expect(card).toContainText(/\d\.\d\s%/);

    await portal.demo.stopPrometheus();
    await expect(guest.getByText(/does not answer/).first()).toBeVisible({
      timeout: 90_000,
    });
    await expect(card).toContainText(/\d\.\d\s%/);
    await expect(card).toContainText(/last known/i);
    await screenshot(guest, 'prometheus-down-light');

    await portal.demo.restartPrometheus();
    await expect(guest.getByText(/does not answer/)).toHaveCount(0, {
      timeout: 120_000,
    });
    await expect(card).toContainText(/\d\.\d\s%/);
  });
});
