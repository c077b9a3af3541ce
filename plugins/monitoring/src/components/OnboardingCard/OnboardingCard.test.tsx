import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aSpec, anEntityAnswer, renderScreen } from '../../__testUtils__';
import { OnboardingCard } from './OnboardingCard';

const entity = anEntityAnswer({
  spec: aSpec({ name: 'caption-service', optedIn: false }),
});
const snippet = () =>
  screen.getByRole('group', { name: 'Lines for catalog-info.yaml' });

describe('OnboardingCard', () => {
  it('shows the exact lines to paste, with the chosen packs', async () => {
    await renderScreen(<OnboardingCard entity={entity} />);
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
    await renderScreen(<OnboardingCard entity={entity} />);
    expect(
      screen.getByText('Uploads, their failures and duration'),
    ).toBeInTheDocument();
  });

  it('asks for a pack when none is chosen', async () => {
    await renderScreen(<OnboardingCard entity={entity} />);
    await userEvent.click(screen.getByRole('checkbox', { name: /http/ }));
    expect(
      screen.getByText('Choose a pack to see the lines.'),
    ).toBeInTheDocument();
  });

  it('copies the lines and leads to the file', async () => {
    await renderScreen(
      <OnboardingCard entity={entity} editUrl="https://git.example.com/edit" />,
    );
    expect(screen.getByRole('button', { name: /copy/i })).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Open catalog-info.yaml/ }),
    ).toHaveAttribute('href', 'https://git.example.com/edit');
  });
});
