import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { axe } from 'jest-axe';
import {
  EntityNotification,
  NotificationTestPossibility,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  FakeAnswers,
  FakeMonitoringApi,
  renderScreen,
} from '../../__testUtils__';
import { NotificationChannels } from './NotificationChannels';

const CHANNELS: EntityNotification[] = [
  { channel: 'media-slack', type: 'slack', from: 'default' },
  {
    channel: 'media-pager',
    type: 'pagerduty',
    severity: 'critical',
    from: 'annotation',
  },
];
const SENT = {
  via: 'alertmanager:default',
  message: 'Sent to media-pager; it should arrive within a minute.',
};

async function show(
  notifications: EntityNotification[] | undefined,
  options: {
    permission?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
    /** Decisions are remembered for each entity. */
    entityRef?: string;
    answers?: Partial<FakeAnswers>;
    test?: NotificationTestPossibility;
  } = {},
) {
  const api = FakeMonitoringApi.create(options.answers);
  const rendered = await renderScreen(
    <NotificationChannels
      entityRef={options.entityRef ?? 'component:default/ingestor'}
      notifications={notifications}
      test={options.test}
    />,
    { api, permission: options.permission },
  );
  return { api, ...rendered };
}

describe('NotificationChannels', () => {
  it('says who is told of what', async () => {
    const { container } = await show(CHANNELS);
    expect(
      screen.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      expect.stringContaining(
        'media-slackSlack · every alert · by default, because none is named',
      ),
      expect.stringContaining('media-pagerPagerDuty · only critical'),
    ]);
    expect((await axe(container)).violations).toEqual([]);
  });

  it('sends a test, and says what became of it', async () => {
    const { api } = await show(CHANNELS, {
      answers: { testNotification: SENT },
    });
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Send a test notification to media-pager',
      }),
    );
    expect(await screen.findByText(SENT.message)).toBeInTheDocument();
    expect(api.testedChannels).toEqual(['media-pager']);
  });

  it('says that it is under way, and does not send twice', async () => {
    await show(CHANNELS, {
      answers: { testNotification: new Promise<never>(() => {}) },
    });
    const button = screen.getByRole('button', { name: /media-slack/ });
    await userEvent.click(button);
    expect(button).toBeDisabled();
    expect(button).toHaveTextContent('Sending');
    expect(button).toHaveAccessibleName(
      'Sending a test notification to media-slack',
    );
  });

  it('says why a test failed', async () => {
    await show(CHANNELS, {
      answers: { testNotification: new Error('Alertmanager is away') },
    });
    await userEvent.click(screen.getByRole('button', { name: /media-slack/ }));
    expect(
      await screen.findByText('The test was not sent: Alertmanager is away'),
    ).toBeInTheDocument();
  });

  it('offers no test to those who may not send one', async () => {
    await show(CHANNELS, {
      permission: AuthorizeResult.DENY,
      entityRef: 'component:default/closed',
    });
    expect(screen.getByText('media-slack')).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says why no test can be sent, in place of the button', async () => {
    const reason = 'No Alertmanager and no Grafana would deliver it.';
    await show(CHANNELS, { test: { possible: false, reason } });
    expect(screen.getAllByText(reason)).toHaveLength(2);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that no test can be sent, even without a reason', async () => {
    await show(CHANNELS, { test: { possible: false } });
    expect(screen.getAllByText('A test cannot be sent here.')).toHaveLength(2);
  });

  it('says that nobody is told, and what to paste', async () => {
    await show([]);
    expect(screen.getByText(/^Nobody is told/)).toBeInTheDocument();
    expect(
      screen.getByRole('group', { name: 'Lines for catalog-info.yaml' }),
    ).toHaveTextContent('monitoring/notify:');
  });

  it('claims nothing when the backend does not say', async () => {
    await show(undefined);
    expect(screen.queryByRole('heading')).toBeNull();
  });
});
