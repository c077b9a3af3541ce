import { writeFile } from 'node:fs/promises';
import { expect, test } from './support/fixtures';

test('reconciliation errors are forgotten when their 15 minutes have passed', async ({
  portal,
}) => {
  test.setTimeout(1_320_000);
  const alert = 'ReconciliationErrors';
  if ((await portal.messagesAbout(alert, 'firing')).length === 0) {
    // Without the story of the other file, in which they began long ago.
    await portal.annotate('ingestor', {
      'monitoring/alerts': `${alert}: for 10s`,
    });
    portal.demo.incidents.start('reconciliation-errors');
    await expect
      .poll(() => portal.messagesAbout(alert, 'firing'), { timeout: 240_000 })
      .not.toEqual([]);
    portal.demo.incidents.end('reconciliation-errors');
  }
  // From here on the machine has nothing to do: `npm test` goes on with its other steps.
  const idle = process.env.SIGHTLINE_E2E_IDLE_FILE;
  if (idle) {
    await writeFile(idle, '');
  }
  await expect
    .poll(() => portal.firingAlerts(), {
      timeout: 1_000_000,
      intervals: [5_000],
    })
    .not.toContain(alert);
  await expect
    .poll(() => portal.messagesAbout(alert, 'resolved'), { timeout: 60_000 })
    .toEqual(
      expect.arrayContaining(['media-slack component:default/ingestor']),
    );
});
