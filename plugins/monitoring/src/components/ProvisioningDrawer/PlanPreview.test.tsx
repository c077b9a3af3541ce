import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { EntityPlanResponse } from '@sightline/backstage-plugin-monitoring-common';
import {
  aStep,
  FakeMonitoringApi,
  readable,
  renderScreen,
} from '../../__testUtils__';
import { PlanPreview } from './PlanPreview';

const INGESTOR = 'component:default/ingestor';
const STEPS = [
  aStep({ action: 'create', title: 'Redis', reason: 'The pack asks for it' }),
  aStep({
    title: 'PostgreSQL',
    differences: [{ path: 'title', theirs: '"Pool"', ours: '"Connections"' }],
  }),
  aStep({ action: 'keep-drifted', title: 'Uploads' }),
  aStep({ action: 'nothing', title: 'NATS' }),
];

async function show(plan: EntityPlanResponse | Error, mayApply = true) {
  const api = FakeMonitoringApi.create({ plan, started: { id: '7' } });
  const onStarted = jest.fn();
  const rendered = await renderScreen(
    <PlanPreview
      entityRef={INGESTOR}
      mayApply={mayApply}
      onStarted={onStarted}
    />,
    { api },
  );
  return { api, onStarted, ...rendered };
}

describe('PlanPreview', () => {
  it('says what a run would do, why, and what it would change', async () => {
    const { container } = await show({
      steps: STEPS,
      notices: ['Folders are left to the run over all services.'],
    });
    const list = await screen.findByRole('list', {
      name: 'Steps of a run now',
    });
    const rows = within(list).getAllByRole('listitem').map(readable);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain('Create dashboardRedisThe pack asks for it');
    expect(rows[1]).toContain('Update dashboardPostgreSQL');
    expect(rows[1]).toContain('"Pool""Connections"');
    expect(rows[2]).toContain('Keep edited dashboard');
    expect(
      screen.getByText('A run now would write 2 objects.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/1 object stays as it is/)).toBeInTheDocument();
    expect(screen.getByText(/^Folders are left/)).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('lets it do so', async () => {
    const { api, onStarted } = await show({ steps: STEPS, notices: [] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Apply now' }),
    );
    expect(api.provisioningRequests).toEqual([
      { ask: 'apply', entityRef: INGESTOR },
    ]);
    expect(onStarted).toHaveBeenCalledWith('7');
  });

  it('says why the run was not started', async () => {
    const { api } = await show({ steps: STEPS, notices: [] });
    api.answers.started = new Error('it is paused');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Apply now' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The run was not started: it is paused',
    );
  });

  it('offers nothing to apply when nothing would be written', async () => {
    await show({ steps: [aStep({ action: 'nothing' })], notices: [] });
    expect(
      await screen.findByText('A run now would write nothing.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Apply now' })).toBeNull();
  });

  it('offers nothing to apply where a run would not write', async () => {
    await show({ steps: STEPS, notices: [] }, false);
    await screen.findByRole('list', { name: 'Steps of a run now' });
    expect(screen.queryByRole('button', { name: 'Apply now' })).toBeNull();
  });

  it('says that the targets could not be asked', async () => {
    await show(new Error('Grafana is away'));
    expect(
      await screen.findByText('The preview could not be loaded'),
    ).toBeInTheDocument();
  });
});
