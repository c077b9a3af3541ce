import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  aBrake,
  anOverview,
  aRun,
  FakeAnswers,
  FakeMonitoringApi,
  readable,
  renderScreen,
  WAITING_RUN,
} from '../../__testUtils__';
import { ProvisioningPage } from './ProvisioningPage';

async function show(answers: Partial<FakeAnswers> = {}) {
  const api = FakeMonitoringApi.create({
    provisioning: anOverview(),
    runs: { items: [aRun()], totalItems: 1 },
    ...answers,
  });
  return { api, ...(await renderScreen(<ProvisioningPage />, { api })) };
}

const state = () =>
  screen.findByRole('region', { name: 'State of provisioning' });

describe('ProvisioningPage', () => {
  it('says that all is done, by the last run, and lists targets and runs', async () => {
    const { container } = await show();
    const text = readable(await state());
    expect(text).toContain('All done');
    expect(text).toContain(
      'Last run 14:30 UTC: 6 created, 7 updated, 1 in conflict, 5 edited and kept, 583 unchanged. Next 14:35 UTC.',
    );
    expect(text).toContain('812');
    expect(
      within(screen.getByRole('list', { name: 'Targets' })).getAllByRole(
        'listitem',
      ),
    ).toHaveLength(2);
    const runs = await screen.findByRole('table', { name: 'Runs' });
    expect(within(runs).getAllByRole('row')).toHaveLength(2);
    expect(readable(runs)).toContain('scheduleall services');
    expect((await axe(container)).violations).toEqual([]);
  });

  it('follows the run under way, and stops it', async () => {
    const running = aRun({
      id: '1843',
      status: 'running',
      finishedAt: undefined,
      phases: [
        { name: 'plan', done: 229, total: 229, failed: 0, duration: 4_100 },
        { name: 'dashboards', done: 3, total: 8, failed: 0, duration: 900 },
      ],
    });
    const { api } = await show({ provisioning: anOverview({ running }) });
    expect(
      await screen.findByText('Running: Dashboards, 3 of 8'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(api.provisioningRequests).toEqual([{ ask: 'stop', id: '1843' }]);
  });

  it('starts a run', async () => {
    const { api } = await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Run now' }),
    );
    expect(api.provisioningRequests).toEqual([{ ask: 'start' }]);
  });

  it('pauses everything with a reason, and resumes', async () => {
    const { api } = await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Pause all' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Pause all provisioning?',
    });
    await userEvent.type(within(dialog).getByRole('textbox'), 'Grafana moves');
    api.answers.provisioning = anOverview({
      paused: {
        by: 'user:default/lena.fischer',
        at: '2026-11-23T14:31:00Z',
        reason: 'Grafana moves',
      },
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Pause all' }),
    );
    expect(
      await screen.findByText('Reason: Grafana moves'),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resume' }),
    );
    expect(api.provisioningRequests).toEqual([
      {
        ask: 'pause',
        request: { reason: 'Grafana moves' },
        entityRef: undefined,
      },
      { ask: 'resume', entityRef: undefined },
    ]);
  });

  it('shows what waits for a person, and what failed by cause', async () => {
    await show({
      provisioning: anOverview({ brake: aBrake(), lastRun: WAITING_RUN }),
    });
    expect(readable(await state())).toContain('Waiting for a person');
    expect(
      screen.getByRole('button', { name: 'Keep everything' }),
    ).toBeInTheDocument();
    const causes = within(
      screen.getByRole('list', { name: 'Failures of the last run, by cause' }),
    ).getAllByRole('listitem');
    expect(causes).toHaveLength(1);
    expect(readable(causes[0])).toContain('Grafana does not answer (503).');
    expect(readable(causes[0])).toContain('2 objects');
  });

  it('says which target is left in peace, and until when', async () => {
    await show({
      provisioning: anOverview({
        targets: [
          {
            id: 'mimir:eu',
            title: 'Mimir ‘eu’',
            state: 'waiting',
            message: 'It does not answer.',
            retryAt: '2026-11-23T14:35:00Z',
            objects: 0,
          },
        ],
      }),
    });
    expect(
      await screen.findByText('It does not answer. Next try 14:35 UTC.'),
    ).toBeInTheDocument();
  });

  it('lists all runs on demand', async () => {
    const { api } = await show({ runs: { items: [], totalItems: 0 } });
    expect(
      await screen.findByText('No run has done anything yet'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Only runs that did something' }),
    );
    await waitFor(() => expect(api.runQueries.at(-1)).toEqual({ limit: 20 }));
    expect(await screen.findByText('No run yet')).toBeInTheDocument();
  });

  it('says which permission is missing', async () => {
    const forbidden = Object.assign(new Error('no'), { statusCode: 403 });
    await show({ provisioning: forbidden });
    expect(
      await screen.findByText('You cannot see provisioning'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/monitoring\.provisioning\.read/),
    ).toBeInTheDocument();
  });

  it('offers nothing to those who may only look, and says so', async () => {
    await show({ provisioning: anOverview({ mayManage: false }) });
    expect(await screen.findByText(/^You may look, not change/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Run now' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Pause all' })).toBeNull();
  });
});
