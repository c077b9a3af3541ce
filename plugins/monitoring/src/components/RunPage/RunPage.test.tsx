import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  aRun,
  FakeAnswers,
  FakeMonitoringApi,
  readable,
  renderScreen,
  WAITING_RUN,
  WAITING_STEPS,
} from '../../__testUtils__';
import { RunPage } from './RunPage';

async function show(
  answers: Partial<FakeAnswers> = {},
  theme?: 'light' | 'dark',
) {
  const api = FakeMonitoringApi.create({
    run: WAITING_RUN,
    steps: { items: WAITING_STEPS, totalItems: 216, nextCursor: 'page-2' },
    ...answers,
  });
  return {
    api,
    ...(await renderScreen(<RunPage id="1842" />, { api, theme })),
  };
}

describe('RunPage', () => {
  it('says how the run stands and how far each part is', async () => {
    await show();
    const header = await screen.findByRole('region', {
      name: 'Provisioning run',
    });
    expect(readable(header)).toContain(
      'Waiting for a personsince 14:26 UTC, 6 min ago',
    );
    expect(readable(header)).toContain(
      'would also delete 214 of 812 managed objects (26.4 %); at most 20 % may go',
    );
    const phases = within(
      screen.getByRole('list', { name: 'Progress: 15 of 229 steps done' }),
    )
      .getAllByRole('listitem')
      .map(readable);
    expect(phases).toEqual([
      'Plan229 steps4.1 s',
      'Folders1 of 10.3 s',
      'Channelsnothing to do',
      'Dashboards8 of 812.7 s',
      'Rules6 of 62 failed, 23.9 s',
      'Delete0 of 214waits for a person',
    ]);
    expect(readable(document.body)).toContain('14:30 UTC, schedule');
  });

  it('lists the steps with their service, and pages through them', async () => {
    const { api } = await show();
    const table = await screen.findByRole('table', {
      name: 'Steps of the run',
    });
    const rows = within(table).getAllByRole('row').slice(1).map(readable);
    expect(rows[0]).toContain('FailedUpdate alert rulesplayback-http');
    expect(rows[0]).toContain('playback-api2.1 s');
    expect(rows[1]).toContain('WaitingDelete dashboard');
    expect(rows[2]).toContain('shared by all');
    expect(readable(document.body)).toContain('1–3 of 216');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() =>
      expect(api.stepQueries.at(-1)).toEqual(
        expect.objectContaining({ cursor: 'page-2', limit: 50 }),
      ),
    );
    expect(await screen.findByText('51–53 of 216')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(await screen.findByText('1–3 of 216')).toBeInTheDocument();
  });

  it('filters the steps by result and by service', async () => {
    const { api } = await show();
    await userEvent.click(await screen.findByLabelText(/Result/));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Failed' }),
    );
    await waitFor(() =>
      expect(api.stepQueries.at(-1)).toEqual(
        expect.objectContaining({ outcome: ['failed'] }),
      ),
    );
    api.answers.steps = { items: [], totalItems: 0 };
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Service' }),
      'Ingestor',
    );
    await waitFor(() =>
      expect(api.stepQueries.at(-1)).toEqual(
        expect.objectContaining({
          outcome: ['failed'],
          entityRef: 'component:default/ingestor',
        }),
      ),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear the filters' }),
    );
    await waitFor(() => expect(api.stepQueries.at(-1)).toEqual({ limit: 50 }));
  });

  it('stops a run that is under way', async () => {
    const { api } = await show({
      run: aRun({ status: 'running', finishedAt: undefined }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(api.provisioningRequests).toEqual([{ ask: 'stop', id: '1842' }]);
  });

  it('says that a run found nothing to do', async () => {
    await show({ run: aRun(), steps: { items: [], totalItems: 0 } });
    expect(
      await screen.findByText('This run found nothing to do'),
    ).toBeInTheDocument();
  });

  it('says that there is no such run', async () => {
    const missing = Object.assign(new Error('no'), { statusCode: 404 });
    await show({ run: missing });
    expect(await screen.findByText('There is no such run')).toBeInTheDocument();
  });

  it('says which permission is missing', async () => {
    const forbidden = Object.assign(new Error('no'), { statusCode: 403 });
    await show({ run: forbidden });
    expect(
      await screen.findByText('You cannot see provisioning'),
    ).toBeInTheDocument();
  });

  it.each(['light', 'dark'] as const)(
    'has no fault that axe can find, in the %s theme',
    async theme => {
      const { container } = await show({}, theme);
      await screen.findByRole('table', { name: 'Steps of the run' });
      expect((await axe(container)).violations).toEqual([]);
    },
  );
});
