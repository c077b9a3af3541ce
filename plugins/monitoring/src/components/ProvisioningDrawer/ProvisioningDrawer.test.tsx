import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  anEntityProvisioning,
  aRun,
  DRIFTED_OBJECT,
  FakeAnswers,
  FakeMonitoringApi,
  readable,
  renderScreen,
  STORY_COMPARISON,
} from '../../__testUtils__';
import { ProvisioningDrawer } from './ProvisioningDrawer';

const INGESTOR = 'component:default/ingestor';

async function show(
  answers: Partial<FakeAnswers> = {},
  theme?: 'light' | 'dark',
) {
  const api = FakeMonitoringApi.create({
    entityProvisioning: anEntityProvisioning(),
    run: aRun(),
    comparison: STORY_COMPARISON,
    started: { id: '1842' },
    ...answers,
  });
  const onChanged = jest.fn();
  const onClose = jest.fn();
  const rendered = await renderScreen(
    <ProvisioningDrawer
      entityRef={INGESTOR}
      entityName="ingestor"
      onChanged={onChanged}
      onClose={onClose}
    />,
    { api, theme },
  );
  return { api, onChanged, onClose, ...rendered };
}

const row = (title: string) =>
  screen.getByRole('heading', { name: title }).closest('li') as HTMLElement;

describe('ProvisioningDrawer', () => {
  it('is a dialog with a name that takes the focus', async () => {
    const { onClose } = await show();
    expect(
      screen.getByRole('dialog', { name: 'Provisioning of ingestor' }),
    ).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalled();
  });

  it('groups the objects by kind, most urgent first, with their reasons', async () => {
    await show();
    const dashboards = await screen.findByRole('list', { name: 'Dashboards' });
    expect(
      within(dashboards)
        .getAllByRole('heading')
        .map(heading => heading.textContent),
    ).toEqual(['Redis', 'Upload Overview', 'PostgreSQL']);
    expect(readable(row('ingestor-nodejs'))).toContain(
      'Failed 3 times in a row; next try 14:40 UTC.',
    );
    expect(readable(row('Upload Overview'))).toContain('applied 9 Nov');
    expect(readable(row('Contact point media-teams'))).toContain(
      'never applied',
    );
    expect(
      screen.getByRole('link', { name: /Open PostgreSQL/ }),
    ).toHaveAttribute('href', 'http://localhost:3001/d/sl-ingestor-uploads');
  });

  it('shows theirs beside ours, by whom and when', async () => {
    await show();
    const table = await screen.findByRole('table', {
      name: 'Differences of Upload Overview',
    });
    expect(readable(table)).toContain('lena.fischer, 20 Nov, 16:12 UTC');
    expect(
      within(table).getByRole('row', { name: /defaults\.unit/ }),
    ).toHaveTextContent('"short""reqps"');
    expect(
      within(table).getByRole('row', { name: /panels\[7\]/ }),
    ).toHaveTextContent('not there');
  });

  it('shows both sides in full on demand', async () => {
    await show();
    const buttons = await screen.findAllByRole('button', {
      name: 'Show all as JSON',
    });
    await userEvent.click(buttons[1]);
    const table = await screen.findByRole('table', {
      name: 'Both sides of Upload Overview as JSON',
    });
    expect(table).toHaveTextContent('− "unit": "short"');
    expect(table).toHaveTextContent('+ "unit": "reqps"');
  });

  it.each([
    ['Keep theirs', 'keep-theirs'],
    ['Take ours', 'take-ours'],
  ])(
    '%s: decides on what was seen, and follows the run',
    async (name, decision) => {
      const { api, onChanged } = await show();
      await userEvent.click(
        await screen.findByRole('button', {
          name: `${name} of Upload Overview`,
        }),
      );
      expect(api.provisioningRequests).toEqual([
        {
          ask: 'decide',
          entityRef: INGESTOR,
          decision: {
            key: DRIFTED_OBJECT.key,
            decision,
            theirs: 'hash-of-theirs',
          },
        },
      ]);
      const run = await screen.findByRole('region', {
        name: 'The run that you started',
      });
      await waitFor(() => expect(readable(run)).toContain('Done in 41 s'));
      expect(onChanged).toHaveBeenCalled();
    },
  );

  it('says that a decision came too late, and reads anew', async () => {
    const late = Object.assign(new Error('changed'), { statusCode: 409 });
    await show({ started: late });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Take ours of Upload Overview',
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'it was changed since you looked',
    );
  });

  it('says what adopting replaces before it does', async () => {
    const { api } = await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Adopt Redis' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Adopt Redis?' });
    expect(readable(dialog)).toContain('replaces its content');
    expect(readable(dialog)).toContain('last edited by ops-bot');
    expect(api.provisioningRequests).toEqual([]);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Adopt and replace' }),
    );
    expect(api.provisioningRequests).toEqual([
      expect.objectContaining({
        decision: expect.objectContaining({ decision: 'adopt' }),
      }),
    ]);
  });

  it('tries a failed object again', async () => {
    const { api } = await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Retry ingestor-nodejs' }),
    );
    expect(api.provisioningRequests).toEqual([
      { ask: 'apply', entityRef: INGESTOR },
    ]);
  });

  it('shows only objects of the state that is chosen, and all again', async () => {
    await show();
    const failed = await screen.findByRole('button', { name: /^1 ?Failed$/ });
    await userEvent.click(failed);
    expect(failed).toHaveAttribute('aria-pressed', 'true');
    expect(screen.queryByRole('heading', { name: 'PostgreSQL' })).toBeNull();
    await userEvent.click(failed);
    expect(
      screen.getByRole('heading', { name: 'PostgreSQL' }),
    ).toBeInTheDocument();
  });

  it('says how far the run is that is under way', async () => {
    const run = aRun({
      status: 'running',
      finishedAt: undefined,
      phases: [
        { name: 'plan', done: 5, total: 5, failed: 0, duration: 400 },
        { name: 'rules', done: 2, total: 5, failed: 0, duration: 900 },
      ],
    });
    await show({
      entityProvisioning: anEntityProvisioning({ running: run }),
      run,
    });
    expect(await screen.findByText('Running: Rules, 2 of 5')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('pauses the service with a reason, and resumes it', async () => {
    const { api } = await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Pause provisioning of ingestor?',
    });
    await userEvent.type(within(dialog).getByRole('textbox'), 'it moves');
    api.answers.entityProvisioning = anEntityProvisioning({
      paused: {
        scope: 'entity',
        by: 'user:default/lena.fischer',
        at: '2026-11-23T14:31:00Z',
        reason: 'it moves',
      },
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Pause' }),
    );
    expect(
      await screen.findByText(/^Paused by lena.fischer, 14:31 UTC/),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resume' }),
    );
    expect(api.provisioningRequests).toEqual([
      { ask: 'pause', request: { reason: 'it moves' }, entityRef: INGESTOR },
      { ask: 'resume', entityRef: INGESTOR },
    ]);
  });

  it('lets somebody without the permission look, and says why nothing can be done', async () => {
    await show({
      entityProvisioning: anEntityProvisioning({ mayProvision: false }),
    });
    expect(await screen.findByText(/^You may look, not change/)).toBeVisible();
    for (const name of [/Preview/, /^Take ours/, /^Adopt/, /^Retry/, /Pause/]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });

  it('says what could not be loaded, and tries again', async () => {
    const { api } = await show({ entityProvisioning: new Error('no') });
    expect(
      await screen.findByText('Provisioning could not be loaded'),
    ).toBeInTheDocument();
    api.answers.entityProvisioning = anEntityProvisioning({ objects: [] });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('Nothing is provisioned'),
    ).toBeInTheDocument();
  });

  it.each(['light', 'dark'] as const)(
    'has no fault that axe can find, in the %s theme',
    async theme => {
      const { baseElement } = await show({}, theme);
      await screen.findByRole('list', { name: 'Dashboards' });
      expect((await axe(baseElement)).violations).toEqual([]);
    },
  );
});
