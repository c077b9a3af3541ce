import type {
  EntityProvisioningResponse,
  ManagedObject,
  ProvisioningRunListResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { expect, pictureOfWindow, test } from './support/fixtures';
import { Portal } from './support/Portal';

const INGESTOR = '/entities/component/default/ingestor/provisioning';
const TAB = '/catalog/default/component/ingestor/monitoring?provisioning=open';
/** One run is due every 15 s in the demo. */
const RUN = { timeout: 60_000 };

async function httpDashboard(portal: Portal): Promise<ManagedObject> {
  const { objects } = await portal.api<EntityProvisioningResponse>(INGESTOR);
  const found = objects.find(
    ({ kind, title }) => kind === 'dashboard' && title.includes('HTTP'),
  );
  if (!found) {
    throw new Error('ingestor has no dashboard about HTTP');
  }
  return found;
}

const stateOf = async (portal: Portal) => (await httpDashboard(portal)).state;

test.describe.serial('provisioning can be seen, decided and stopped', () => {
  test.beforeAll(async ({ portal }) => {
    // The story of another file leaves an edit by hand, which is kept.
    const { key, state, theirs } = await httpDashboard(portal);
    if (state === 'drifted') {
      await portal.api(`${INGESTOR}/decisions`, {
        key,
        decision: 'take-ours',
        theirs: theirs?.hash,
      });
    }
  });

  test('the drawer previews a run that would write nothing', async ({
    portal,
    guest,
  }) => {
    await expect.poll(() => stateOf(portal), RUN).toBe('in-sync');
    await guest.goto(`${portal.url}${TAB}`);
    const drawer = guest.getByRole('dialog', {
      name: 'Provisioning of ingestor',
    });
    await expect(
      drawer.getByRole('list', { name: 'Dashboards' }),
    ).toBeVisible();
    await drawer.getByRole('button', { name: 'Preview run' }).click();
    await expect(
      drawer.getByText('A run now would write nothing.'),
    ).toBeVisible();
    await guest.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    expect(guest.url()).not.toContain('provisioning=open');
  });

  test('an edit by hand is shown beside ours, and taken back on demand', async ({
    portal,
    guest,
  }) => {
    const { uid, title } = await httpDashboard(portal);
    const { dashboard, meta } = await portal.grafana<any>(
      `/api/dashboards/uid/${uid}`,
    );
    await portal.grafana('/api/dashboards/db', {
      dashboard: { ...dashboard, title: 'Edited by hand' },
      folderUid: meta.folderUid,
      overwrite: false,
    });
    await expect.poll(() => stateOf(portal), RUN).toBe('drifted');

    await guest.setViewportSize({ width: 1440, height: 1_000 });
    await guest.goto(`${portal.url}${TAB}`);
    const drawer = guest.getByRole('dialog', {
      name: 'Provisioning of ingestor',
    });
    const differences = drawer.getByRole('table', { name: /^Differences of/ });
    await expect(differences).toContainText('Edited by hand');
    await expect(differences).toContainText(title);
    for (const colorScheme of ['light', 'dark'] as const) {
      await guest.emulateMedia({ colorScheme });
      await guest.reload();
      await expect(differences).toBeVisible();
      await pictureOfWindow(guest, `provisioning-drawer-${colorScheme}`);
    }

    await drawer.getByRole('button', { name: /^Take ours of/ }).click();
    await expect(
      drawer.getByRole('region', { name: 'The run that you started' }),
    ).toContainText(/Done in/);
    await expect(differences).toHaveCount(0);
    expect(await stateOf(portal)).toBe('in-sync');
    const after = await portal.grafana<any>(`/api/dashboards/uid/${uid}`);
    expect(after.dashboard.title).toBe(title);
  });

  test('a service is paused with a reason, and resumed', async ({
    portal,
    guest,
  }) => {
    await guest.goto(`${portal.url}${TAB}`);
    const drawer = guest.getByRole('dialog', {
      name: 'Provisioning of ingestor',
    });
    await drawer.getByRole('button', { name: 'Pause' }).click();
    const question = guest.getByRole('dialog', { name: /^Pause provisioning/ });
    await question.getByRole('textbox').fill('Grafana moves');
    await question.getByRole('button', { name: 'Pause' }).click();
    await expect(drawer.getByText('Reason: Grafana moves')).toBeVisible();
    await drawer.getByRole('button', { name: 'Resume' }).click();
    await expect(drawer.getByText('Reason: Grafana moves')).toHaveCount(0);
    await expect(drawer.getByRole('button', { name: 'Pause' })).toBeVisible();
  });

  test('the runs are listed, one is started, and its page tells what it did', async ({
    portal,
    guest,
  }) => {
    await guest.setViewportSize({ width: 1440, height: 1_000 });
    await guest.goto(portal.url);
    await guest.getByRole('link', { name: 'Monitoring' }).first().click();
    await guest.getByRole('tab', { name: /^Provisioning/ }).click();
    await expect(
      guest.getByRole('region', { name: 'State of provisioning' }),
    ).toBeVisible();
    expect(guest.url()).toContain('/monitoring/provisioning');
    await expect(guest.getByRole('table', { name: 'Runs' })).toBeVisible();

    await guest.getByRole('button', { name: 'Run now' }).click();
    const started = async () => {
      const { items } = await portal.api<ProvisioningRunListResponse>(
        '/provisioning/runs?limit=20',
      );
      return items.find(
        ({ trigger, entityRef, status }) =>
          trigger === 'manual' && !entityRef && status !== 'running',
      );
    };
    await expect.poll(started, RUN).toBeDefined();
    for (const colorScheme of ['light', 'dark'] as const) {
      await guest.emulateMedia({ colorScheme });
      await guest.reload();
      await expect(guest.getByRole('table', { name: 'Runs' })).toBeVisible();
      await pictureOfWindow(guest, `provisioning-runs-${colorScheme}`);
    }

    // The newest run that did something: the one that took the edit back.
    await guest
      .getByRole('table', { name: 'Runs' })
      .getByRole('row', { name: /ingestor/ })
      .getByRole('link', { name: /UTC|GMT|CE|:/ })
      .first()
      .click();
    await expect(
      guest.getByRole('heading', { name: 'Provisioning run' }),
    ).toBeVisible();
    await expect(
      guest.getByRole('table', { name: 'Steps of the run' }),
    ).toContainText('Put back dashboard');
    await pictureOfWindow(guest, 'provisioning-run-dark');

    const run = await started();
    await guest.goto(`${portal.url}/monitoring/provisioning/runs/${run?.id}`);
    await expect(guest.getByRole('list', { name: /^Progress/ })).toBeVisible();
  });
});
