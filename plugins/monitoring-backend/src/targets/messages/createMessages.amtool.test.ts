import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { createMessages } from './createMessages';

const messages = createMessages({
  dashboard: '.Annotations.dashboard_url',
  silence: 'https://alerts.example.com',
});

/** What a real Alertmanager makes of a text for a group of alerts. */
function render(text: string, alerts: [string, 'firing' | 'resolved'][]) {
  const directory = mkdtempSync(join(tmpdir(), 'sightline-messages-'));
  try {
    const data = join(directory, 'group.json');
    const glob = join(directory, 'none.tmpl');
    writeFileSync(glob, '');
    writeFileSync(
      data,
      JSON.stringify({
        status: alerts.some(([, status]) => status === 'firing')
          ? 'firing'
          : 'resolved',
        alerts: alerts.map(([alertname, status]) => ({
          status,
          labels: { alertname, severity: 'critical', service: 'ingestor' },
          annotations: { summary: `ingestor: ${alertname}` },
          startsAt: '2026-11-23T13:50:00Z',
          endsAt: '2026-11-23T14:30:00Z',
        })),
      }),
    );
    return execFileSync(
      'amtool',
      [
        'template',
        'render',
        `--template.glob=${glob}`,
        `--template.data=${data}`,
        `--template.text=${text}`,
      ],
      { encoding: 'utf8' },
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

describe('createMessages, as a real Alertmanager fills them in', () => {
  it.each([
    ['subject', messages.subject],
    ['slackTitle', messages.slackTitle],
  ])('names in %s what still fires, not what has ended', (_, text) => {
    expect(
      render(text, [
        ['SloBurnRateFast', 'resolved'],
        ['SloBurnRateMedium', 'firing'],
      ]),
    ).toBe('[CRITICAL] SloBurnRateMedium: ingestor: SloBurnRateMedium');
    expect(render(text, [['SloBurnRateFast', 'resolved']])).toBe(
      '[RESOLVED] SloBurnRateFast: ingestor: SloBurnRateFast',
    );
  });
});
