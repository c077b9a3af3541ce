import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  DashboardAnnotation,
  DashboardMark,
  DashboardMarksResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  FakeMonitoringApi,
  renderScreen,
  STORY_NOW,
  STORY_RANGE,
} from '../../../__testUtils__';
import { MarksBar } from './MarksBar';
import { useDashboardMarks } from './useDashboardMarks';

const aMark = (changes: Partial<DashboardMark>): DashboardMark => ({
  id: String(changes.from ?? 0),
  kind: 'annotation',
  name: 'Incidents',
  color: 'red',
  from: STORY_NOW,
  tags: [],
  ...changes,
});
const anAnnotation = (
  changes: Partial<DashboardAnnotation>,
): DashboardAnnotation => ({
  name: 'Incidents',
  enabled: true,
  hidden: false,
  color: 'red',
  isBuiltIn: false,
  useValueForTime: false,
  matchAny: false,
  ...changes,
});

const ANNOTATIONS = [
  anAnnotation({}),
  anAnnotation({ name: 'Restarts', enabled: false, color: 'blue' }),
  anAnnotation({ name: 'Annotations & Alerts', hidden: true }),
];
const MARKS = [
  aMark({
    from: STORY_NOW - 60_000,
    to: STORY_NOW,
    title: '<b>Disk</b> full',
    tags: ['disk'],
  }),
  aMark({ name: 'Restarts', from: STORY_NOW - 120_000, text: 'pod-1' }),
  aMark({
    kind: 'deployment',
    name: 'Deployments',
    from: STORY_NOW - 180_000,
    title: 'v1.4.0',
  }),
];

function Screen() {
  const marks = useDashboardMarks('component:default/ingestor', 'sl-uploads', {
    annotations: ANNOTATIONS,
    variables: { job: 'ingestor' },
    range: STORY_RANGE,
  });
  return (
    <main>
      <h1>Page</h1>
      <MarksBar marks={marks} range={STORY_RANGE} />
      <output>{marks.shown.map(({ name }) => name).join()}</output>
    </main>
  );
}

async function show(marks: DashboardMarksResponse | Error) {
  const api = FakeMonitoringApi.create({ marks });
  return { api, ...(await renderScreen(<Screen />, { api })) };
}
const shown = () => document.querySelector('output')!.textContent;

describe('marks of a dashboard', () => {
  it('are asked for with the dashboard’s values and time', async () => {
    const { api } = await show({ items: [], problems: [] });
    expect(api.markQueries).toEqual([
      {
        uid: 'sl-uploads',
        variables: { job: 'ingestor' },
        range: STORY_RANGE,
      },
    ]);
  });

  it('are on and off as the dashboard says; what changed is on', async () => {
    const { api } = await show({ items: MARKS, problems: [] });
    const state = (name: RegExp) => screen.getByRole('checkbox', { name });
    expect(await screen.findByText('Deployments')).toBeInTheDocument();
    expect(state(/Incidents/)).toBeChecked();
    expect(state(/Restarts/)).not.toBeChecked();
    expect(state(/Deployments/)).toBeChecked();
    expect(screen.queryByText('Annotations & Alerts')).toBeNull();
    expect(shown()).toBe('Deployments,Incidents');

    await userEvent.click(state(/Restarts/));
    await userEvent.click(state(/Deployments/));
    expect(api.markQueries.map(({ names }) => names)).toEqual([
      undefined,
      ['Incidents', 'Restarts', 'Annotations & Alerts'],
    ]);
    expect(shown()).toBe('Restarts,Incidents');
  });

  it('are listed in words, newest first, never as markup', async () => {
    const { container } = await show({ items: MARKS, problems: [] });
    await userEvent.click(
      await screen.findByRole('button', { name: '2 marks' }),
    );
    const list = await screen.findByRole('list', { name: /^Marks from/ });
    const items = within(list).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('<b>Disk</b> full · disk'),
      expect.stringContaining('v1.4.0'),
    ]);
    expect(within(items[1]).getByTitle('Deployment')).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('say what could not be read', async () => {
    const { unmount } = await show({
      items: [],
      problems: ['Incidents: parse error'],
    });
    expect(
      await screen.findByText(
        'Some marks could not be read: Incidents: parse error',
      ),
    ).toBeInTheDocument();
    unmount();
    await show(new Error('Grafana is away'));
    expect(
      await screen.findByText('Marks could not be read: Grafana is away'),
    ).toBeInTheDocument();
  });
});
