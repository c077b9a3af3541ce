import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  anOverview,
  aRun,
  FakeAnswers,
  FakeMonitoringApi,
  readable,
  renderScreen,
  SHARED_OBJECTS,
  SHARED_RULES,
  STORY_COMPARISON,
} from '../../__testUtils__';
import { ProvisioningPage } from './ProvisioningPage';

async function show(
  answers: Partial<FakeAnswers> = {},
  theme?: 'light' | 'dark',
) {
  const api = FakeMonitoringApi.create({
    provisioning: anOverview(),
    sharedObjects: { items: SHARED_OBJECTS, mayManage: true },
    comparison: STORY_COMPARISON,
    run: aRun(),
    started: { id: '1842' },
    ...answers,
  });
  return { api, ...(await renderScreen(<ProvisioningPage />, { api, theme })) };
}

const card = () => screen.findByRole('region', { name: 'Shared by services' });
const rows = async () =>
  within(
    await screen.findByRole('list', { name: 'Shared by services' }),
  ).getAllByRole('heading', { level: 3 });

describe('SharedObjectsCard', () => {
  it.each(['light', 'dark'] as const)(
    'lists what needs a person first, and the rest on demand, %s',
    async theme => {
      const { container } = await show({}, theme);
      expect((await rows()).map(readable)).toEqual([
        'Contact point media-teams',
        'Shared SLO rules',
        'Folder Sightline',
        'Mute timing nights',
        'Mute timing weekends',
      ]);
      expect((await axe(container)).violations).toEqual([]);
      await userEvent.click(screen.getByRole('button', { name: 'Show all 6' }));
      expect(await rows()).toHaveLength(6);
    },
  );

  it('says of shared rules how many services are in them, where, and since when', async () => {
    await show();
    const row = (await rows())[1].closest('li')!;
    expect(readable(row)).toContain('Drifted');
    expect(readable(row)).toContain('Rules of the SLOs of 42 services');
    expect(readable(row)).toContain('in Rule files ‘default’');
    expect(readable(row)).toContain('applied 14:30 UTC');
    expect(
      within(row).getByRole('table', {
        name: 'Differences of Shared SLO rules',
      }),
    ).toHaveTextContent('severity');
  });

  it('takes a decision for all, and follows the run that carries it out', async () => {
    const { api } = await show();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Take ours of Shared SLO rules',
      }),
    );
    expect(api.provisioningRequests).toEqual([
      {
        ask: 'decide-shared',
        decision: {
          key: SHARED_RULES.key,
          decision: 'take-ours',
          theirs: 'hash-of-shared',
        },
      },
    ]);
    expect(
      await screen.findByRole('region', { name: 'The run that you started' }),
    ).toHaveTextContent(/Done in/);
  });

  it('shows both sides in full', async () => {
    await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all as JSON' }),
    );
    expect(
      await screen.findByRole('table', {
        name: 'Both sides of Shared SLO rules as JSON',
      }),
    ).toBeInTheDocument();
  });

  it('tries what failed again by a run over all, unless all is paused', async () => {
    const { api, unmount } = await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Retry media-teams' }),
    );
    expect(api.provisioningRequests).toEqual([{ ask: 'start' }]);
    unmount();

    await show({
      provisioning: anOverview({
        paused: { by: 'user:default/lena', at: '2026-11-23T14:31:00Z' },
      }),
    });
    await rows();
    expect(screen.queryByRole('button', { name: /^Retry/ })).toBeNull();
  });

  it('says when nothing is shared, and when that could not be read', async () => {
    const { unmount } = await show({
      sharedObjects: { items: [], mayManage: true },
    });
    expect(
      await screen.findByText('Nothing is shared between services yet'),
    ).toBeInTheDocument();
    unmount();

    const { api } = await show({ sharedObjects: new Error('down') });
    const failed = await card();
    await within(failed).findByRole('alert');
    api.answers.sharedObjects = { items: SHARED_OBJECTS, mayManage: true };
    await userEvent.click(
      within(failed).getByRole('button', { name: 'Try again' }),
    );
    expect(await rows()).toHaveLength(5);
  });

  it('is not there for who may not manage provisioning', async () => {
    await show({ provisioning: anOverview({ mayManage: false }) });
    await screen.findByRole('region', { name: 'State of provisioning' });
    expect(
      screen.queryByRole('region', { name: 'Shared by services' }),
    ).toBeNull();
  });
});
