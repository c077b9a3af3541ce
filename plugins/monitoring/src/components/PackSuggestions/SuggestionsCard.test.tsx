import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StorageApi, storageApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
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

async function show(
  suggestions: FakeAnswers['suggestions'],
  name: string,
  storage: StorageApi = mockApis.storage(),
) {
  return renderScreen(
    <TestApiProvider apis={[[storageApiRef, storage]]}>
      <SuggestionsCard
        entityRef={`component:default/${name}`}
        editUrl="https://git.example.com/edit"
      />
    </TestApiProvider>,
    { api: FakeMonitoringApi.create({ suggestions }) },
  );
}

/** As the storage of user-settings: knows nothing at once, tells those who observe it. */
function backendStorage() {
  const kept = new Map<string, unknown>();
  const waiting: (() => void)[] = [];
  const api = {
    forBucket: () => api,
    snapshot: (key: string) => ({ key, presence: 'unknown' }),
    set: async (key: string, value: unknown) => {
      kept.set(key, value);
    },
    observe$: (key: string) => ({
      subscribe(next: (snapshot: unknown) => void) {
        waiting.push(() =>
          next({
            key,
            presence: kept.has(key) ? 'present' : 'absent',
            value: kept.get(key),
          }),
        );
        return { unsubscribe: () => {}, closed: false };
      },
    }),
  } as unknown as StorageApi;
  return {
    api,
    answer: () => waiting.splice(0).forEach(one => one()),
  };
}

describe('SuggestionsCard', () => {
  it('says what else the service exposes, and the line to paste', async () => {
    const { container } = await show(SUGGESTIONS, 'a');
    expect(
      await screen.findByRole('heading', {
        name: 'This service also exposes more',
      }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('Found: redis_up, 12 series'),
    ).toBeInTheDocument();
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

  it('stays away where the portal keeps settings in its backend', async () => {
    const storage = backendStorage();
    const { unmount } = await show(SUGGESTIONS, 'e', storage.api);
    expect(screen.queryByRole('heading')).toBeNull();
    act(() => storage.answer());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Not now' }),
    );
    unmount();
    await show(SUGGESTIONS, 'e', storage.api);
    act(() => storage.answer());
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('comes back for what was not put away', async () => {
    const storage = mockApis.storage({
      data: { 'monitoring-suggestions': { 'component:default/f': ['nats'] } },
    });
    await show(SUGGESTIONS, 'f', storage);
    expect(
      await screen.findByRole('button', { name: 'Not now' }),
    ).toBeInTheDocument();
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
