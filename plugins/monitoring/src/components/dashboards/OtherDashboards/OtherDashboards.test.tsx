import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  FakeAnswers,
  FakeMonitoringApi,
  renderScreen,
} from '../../../__testUtils__';
import { OtherDashboards } from './OtherDashboards';

const item = (uid: string, title: string, tags: string[] = []) => ({
  uid,
  title,
  tags,
  folder: 'Platform',
  source: 'grafana' as const,
});
const FOUND = {
  items: [
    item('own', 'Upload Overview'),
    item('node', 'Node Exporter', ['linux']),
    item('kafka', 'Kafka'),
  ],
  isCut: true,
};

const open = () =>
  userEvent.click(screen.getByRole('button', { name: 'Other dashboards…' }));

async function show(
  available: FakeAnswers['availableDashboards'] = FOUND,
  onChoose = jest.fn(),
) {
  const api = FakeMonitoringApi.create({ availableDashboards: available });
  const rendered = await renderScreen(
    <main>
      <h1>Page</h1>
      <OtherDashboards
        entityRef="component:default/ingestor"
        own={['own']}
        onChoose={onChoose}
      />
    </main>,
    { api },
  );
  await open();
  return { api, onChoose, ...rendered };
}

describe('OtherDashboards', () => {
  it('offers what the entity does not have itself, with folder and tags', async () => {
    await show();
    const dialog = await screen.findByRole('dialog', {
      name: 'Other dashboards in Grafana',
    });
    const list = await within(dialog).findByRole('list', {
      name: 'Other dashboards in Grafana',
    });
    expect(
      within(list)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Node ExporterPlatform · linux', 'KafkaPlatform']);
    expect(dialog).toHaveTextContent('There are more: type a part');
  });

  it('searches for what is typed, once typing pauses', async () => {
    const { api } = await show();
    await userEvent.type(await screen.findByRole('searchbox'), 'kaf');
    await waitFor(() =>
      expect(api.availableQueries).toEqual([
        { query: undefined },
        { query: 'kaf' },
      ]),
    );
  });

  it('can be used with the keyboard alone, and remembers what was chosen', async () => {
    const { onChoose } = await show();
    await screen.findByRole('button', { name: /Kafka/ });
    expect(screen.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onChoose).toHaveBeenCalledWith(
      expect.objectContaining({ uid: 'kafka', title: 'Kafka' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    await open();
    expect(
      within(
        await screen.findByRole('list', { name: 'Chosen lately' }),
      ).getByRole('button', { name: 'Kafka' }),
    ).toBeInTheDocument();
  });

  it('says what the operator has to do when there is nothing', async () => {
    await show({ items: [], isCut: false });
    expect(
      await screen.findByText('No other dashboard can be shown here'),
    ).toBeInTheDocument();
    expect(screen.getByText(/linkedDashboards/)).toBeInTheDocument();
  });

  it('says that the list could not be read', async () => {
    await show(new Error('no'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The list of dashboards could not be loaded',
    );
  });

  it('has no fault that axe can find', async () => {
    await show();
    await screen.findAllByRole('button', { name: /Kafka/ });
    expect((await axe(document.body)).violations).toEqual([]);
  });
});
