import { act, screen, waitFor } from '@testing-library/react';
import {
  DashboardVariablesRequest,
  DashboardVariablesResponse,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { FakeMonitoringApi, renderScreen } from '../../../__testUtils__';
import { UrlState, useUrlState } from '../../../hooks/useUrlState';
import { useVariables, Variables } from './useVariables';

const { variables: definitions } = parseDashboard({
  templating: {
    list: [
      { name: 'cluster', type: 'query', query: 'label_values(up, cluster)' },
      {
        name: 'pod',
        type: 'query',
        query: 'label_values(up{cluster="$cluster"}, pod)',
        current: { value: 'gone' },
      },
      {
        name: 'other',
        type: 'query',
        query: 'label_values(x, y)',
        refresh: 2,
      },
      { name: 'text', type: 'textbox', query: 'a', skipUrlSync: true },
      { name: 'Filters', type: 'adhoc' },
    ],
  },
});

const PODS: Record<string, string[]> = {
  eu: ['eu-1', 'shared'],
  us: ['us-1', 'shared'],
};

/** Answers as the server does: of what is asked, with the values that are sent. */
function answer({
  names = [],
  variables = {},
  adhoc,
}: DashboardVariablesRequest): DashboardVariablesResponse {
  if (adhoc) {
    const values = adhoc.key ? [`${adhoc.key}-1`] : ['job', 'pod'];
    return {
      items: [
        {
          name: adhoc.name,
          options: values.map(value => ({ text: value, value })),
        },
      ],
    };
  }
  const cluster = String(variables.cluster ?? 'eu');
  const choices: Record<string, string[]> = {
    cluster: ['eu', 'us'],
    pod: PODS[cluster] ?? [],
    other: ['y'],
  };
  return {
    items: names.map(name => ({
      name,
      options: choices[name].map(value => ({ text: value, value })),
      value: variables[name] ?? choices[name][0],
    })),
  };
}

const NONE = {};

let latest: Variables;
let url: UrlState;
let time = { from: 'now-1h', to: 'now', range: { from: 0, to: 3_600_000 } };
let rerender: () => void;

function Probe() {
  url = useUrlState();
  latest = useVariables('component:default/ingestor', 'a', {
    definitions,
    preset: NONE,
    timeRange: time,
  });
  return <output>{JSON.stringify(latest.values)}</output>;
}
async function show(path: string = '/', respond = answer) {
  const api = FakeMonitoringApi.create();
  const asked: DashboardVariablesRequest[] = [];
  jest
    .spyOn(api, 'getVariableChoices')
    .mockImplementation(async (_, __, request) => {
      asked.push(request);
      return respond(request);
    });
  const rendered = await renderScreen(<Probe />, { api, path });
  await waitFor(() => expect(latest.isReady).toBe(true));
  await act(async () => {});
  rerender = () => act(() => url.change({ tick: String(Math.random()) }));
  return { asked, names: () => asked.map(({ names }) => names), ...rendered };
}

describe('useVariables', () => {
  beforeEach(() => {
    time = { from: 'now-1h', to: 'now', range: { from: 0, to: 3_600_000 } };
  });

  it('reads all choices once, and takes the values that come of them', async () => {
    const { names } = await show();
    expect(latest.values).toEqual({
      cluster: 'eu',
      pod: 'eu-1',
      other: 'y',
      text: 'a',
      Filters: [],
    });
    expect(names()).toEqual([['cluster', 'pod', 'other']]);
    expect(latest.definitions[1].options.map(({ value }) => value)).toEqual([
      'eu-1',
      'shared',
    ]);
  });

  it('reads again only what depends on a choice', async () => {
    const { asked, names } = await show();
    act(() => latest.choose('cluster', 'us'));
    await waitFor(() => expect(latest.values.pod).toBe('us-1'));
    expect(names().slice(1)).toEqual([['pod']]);
    expect(asked[1].variables).toMatchObject({ cluster: 'us' });
    expect(url.params.get('var-cluster')).toBe('us');
  });

  it('takes what a link says, listed or not, and keeps what it does not know', async () => {
    const { asked } = await show('/?var-pod=old&var-else=1&x=2');
    expect(asked[0].variables).toEqual({ pod: 'old', text: 'a', Filters: [] });
    expect(latest.values.pod).toBe('old');
    expect(url.params.toString()).toBe('var-pod=old&var-else=1&x=2');
  });

  it('drops from the address what another choice made impossible', async () => {
    await show('/?var-pod=eu-1');
    act(() => latest.choose('cluster', 'us'));
    await waitFor(() => expect(latest.values.pod).toBe('us-1'));
    expect(url.params.has('var-pod')).toBe(false);
  });

  it('keeps what can still be chosen', async () => {
    await show('/?var-pod=shared');
    act(() => latest.choose('cluster', 'us'));
    await waitFor(() =>
      expect(latest.definitions[1].options[0].value).toBe('us-1'),
    );
    expect(latest.values.pod).toBe('shared');
  });

  it('reads with another time only what wants it', async () => {
    const { names } = await show();
    time = { ...time, from: 'now-2h' };
    rerender();
    await waitFor(() => expect(names()).toHaveLength(2));
    expect(names()[1]).toEqual(['other']);
  });

  it('tries again with each refresh what failed, and keeps what it knew', async () => {
    let isAway = false;
    const { names } = await show('/', request => {
      if (isAway) {
        throw new Error('Prometheus is away');
      }
      return answer(request);
    });
    isAway = true;
    act(() => latest.choose('cluster', 'us'));
    await waitFor(() =>
      expect(latest.definitions[1].error).toBe('Prometheus is away'),
    );
    expect(latest.definitions[1].options[0].value).toBe('eu-1');
    await act(async () => {});
    expect(names()).toHaveLength(2);

    isAway = false;
    time = { ...time, range: { from: 1, to: 3_600_001 } };
    rerender();
    await waitFor(() => expect(latest.values.pod).toBe('us-1'));
    expect(latest.definitions[1].error).toBeUndefined();
    expect(names()).toHaveLength(3);
  });

  it('keeps out of the address what the dashboard keeps out', async () => {
    await show();
    act(() => latest.choose('text', 'b'));
    expect(latest.values.text).toBe('b');
    expect(url.params.toString()).toBe('');
  });

  it('reads what a filter can be made of', async () => {
    await show();
    await expect(latest.readFilters('Filters')).resolves.toHaveLength(2);
    await expect(latest.readFilters('Filters', 'job')).resolves.toEqual([
      { text: 'job-1', value: 'job-1' },
    ]);
    act(() => latest.choose('Filters', ['job|=|a']));
    expect(url.params.getAll('var-Filters')).toEqual(['job|=|a']);
    act(() => latest.choose('Filters', []));
    expect(url.params.getAll('var-Filters')).toEqual(['']);
    expect(screen.getByRole('status')).toHaveTextContent('"Filters":[]');
  });
});
