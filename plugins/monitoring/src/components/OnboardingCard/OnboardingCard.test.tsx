import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aSpec,
  anEntityAnswer,
  FakeMonitoringApi,
  REDIS_SUGGESTION,
  renderScreen,
} from '../../__testUtils__';
import { OnboardingCard } from './OnboardingCard';

const entity = anEntityAnswer({
  spec: aSpec({ name: 'caption-service', optedIn: false }),
});
const REF = 'component:default/caption-service';
const snippet = () =>
  screen.getByRole('group', { name: 'Lines for catalog-info.yaml' });

describe('OnboardingCard', () => {
  it('shows the exact lines to paste, with the chosen packs', async () => {
    await renderScreen(<OnboardingCard entityRef={REF} entity={entity} />);
    expect(snippet()).toHaveTextContent('name: caption-service');
    expect(snippet()).toHaveTextContent('monitoring/packs: http');

    await userEvent.click(
      screen.getByRole('checkbox', { name: /media-ingestor/ }),
    );
    expect(snippet()).toHaveTextContent(
      'monitoring/packs: http, media-ingestor',
    );
  });

  it('says what each pack brings', async () => {
    await renderScreen(<OnboardingCard entityRef={REF} entity={entity} />);
    expect(
      screen.getByText('Uploads, their failures and duration'),
    ).toBeInTheDocument();
  });

  it('asks for a pack when none is chosen', async () => {
    await renderScreen(<OnboardingCard entityRef={REF} entity={entity} />);
    await userEvent.click(screen.getByRole('checkbox', { name: /http/ }));
    expect(
      screen.getByText('Choose a pack to see the lines.'),
    ).toBeInTheDocument();
  });

  it('copies the lines and leads to the file', async () => {
    await renderScreen(
      <OnboardingCard
        entityRef={REF}
        entity={entity}
        editUrl="https://git.example.com/edit"
      />,
    );
    expect(screen.getByRole('button', { name: /copy/i })).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Open catalog-info.yaml/ }),
    ).toHaveAttribute('href', 'https://git.example.com/edit');
  });

  it('chooses what was found, and says what that is', async () => {
    const suggestions = {
      items: [{ ...REDIS_SUGGESTION, pack: 'media-ingestor' }],
      line: 'media-ingestor',
      selector: '{service="caption-service"}',
    };
    const api = FakeMonitoringApi.create({ suggestions });
    await renderScreen(<OnboardingCard entityRef={REF} entity={entity} />, {
      api,
    });
    expect(
      await screen.findByText('Found: redis_up, 12 series'),
    ).toBeInTheDocument();
    expect(snippet()).toHaveTextContent('monitoring/packs: media-ingestor');
    const [first] = screen.getAllByRole('checkbox');
    expect(first).toBeChecked();
    expect(first).toHaveAccessibleName(/^media-ingestor/);
  });

  it('says where it looked when nothing was found, and what to do', async () => {
    await renderScreen(<OnboardingCard entityRef={REF} entity={entity} />);
    expect(
      await screen.findByText(
        /^No metrics that a pack knows were found with {service="ingestor"}/,
      ),
    ).toBeInTheDocument();
  });

  it('says while it looks, and why nobody could', async () => {
    const api = FakeMonitoringApi.create({
      suggestions: new Promise<never>(() => {}),
    });
    const { unmount } = await renderScreen(
      <OnboardingCard entityRef={REF} entity={entity} />,
      { api },
    );
    expect(
      screen.getByRole('status', {
        name: 'Looking at what this service exposes',
      }),
    ).toBeInTheDocument();
    unmount();
    await renderScreen(<OnboardingCard entityRef={REF} entity={entity} />, {
      api: FakeMonitoringApi.create({
        suggestions: {
          items: [],
          selector: '{}',
          notice: 'Prometheus does not answer.',
        },
      }),
    });
    expect(
      await screen.findByText(/Prometheus does not answer\. A pack can be/),
    ).toBeInTheDocument();
  });
});
