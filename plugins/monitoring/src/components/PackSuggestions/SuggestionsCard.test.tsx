import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  FakeAnswers,
  FakeMonitoringApi,
  REDIS_SUGGESTION,
  renderScreen,
} from '../../__testUtils__';
import { SuggestionsCard } from './SuggestionsCard';

const SUGGESTIONS = {
  items: [REDIS_SUGGESTION],
  line: 'http, redis',
  selector: '{service="ingestor"}',
};

async function show(suggestions: FakeAnswers['suggestions'], name: string) {
  return renderScreen(
    <SuggestionsCard
      entityRef={`component:default/${name}`}
      editUrl="https://git.example.com/edit"
    />,
    { api: FakeMonitoringApi.create({ suggestions }) },
  );
}

describe('SuggestionsCard', () => {
  it('says what else the service exposes, and the line to paste', async () => {
    const { container } = await show(SUGGESTIONS, 'a');
    expect(
      await screen.findByRole('heading', {
        name: 'This service also exposes more',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Found: redis_up, 12 series')).toBeInTheDocument();
    expect(
      screen.getByRole('group', { name: 'Lines for catalog-info.yaml' }),
    ).toHaveTextContent('monitoring/packs: http, redis');
    expect(screen.getByRole('button', { name: /copy/i })).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('can be put away', async () => {
    await show(SUGGESTIONS, 'b');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Not now' }),
    );
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('is not there when nothing else was found', async () => {
    await show({ items: [], selector: '{service="ingestor"}' }, 'c');
    expect(screen.queryByRole('region')).toBeNull();
    expect(screen.queryByText(/could not/)).toBeNull();
  });

  it('is quiet but honest when nobody could look', async () => {
    await show(new Error('no'), 'd');
    expect(
      await screen.findByText(
        'What else this service exposes could not be looked up now.',
      ),
    ).toBeInTheDocument();
  });
});
