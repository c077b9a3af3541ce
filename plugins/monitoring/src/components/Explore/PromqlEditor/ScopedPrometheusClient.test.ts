import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import {
  newCompleteStrategy,
  PromQLExtension,
} from '@prometheus-io/codemirror-promql';
import { FakeExploreAnswers, FakeExploreApi } from '../../../__testUtils__';
import { ScopedPrometheusClient } from './ScopedPrometheusClient';

const RANGE = { from: 0, to: 3_600_000 };
const list = (...items: string[]) => ({ items, isCut: false });

const METRICS = {
  items: [
    { name: 'up', type: 'gauge', help: 'Whether it is up.' },
    { name: 'wait_seconds_bucket', type: 'histogram', help: 'Waits.' },
    { name: 'unknown' },
  ],
  isCut: false,
};

function aClient(
  answers: Partial<FakeExploreAnswers> = {},
  range = () => RANGE,
) {
  const api = FakeExploreApi.create({
    metrics: METRICS,
    labels: list('job', 'pod'),
    values: list('a', 'b'),
    ...answers,
  });
  const client = ScopedPrometheusClient.create({
    api,
    entityRef: 'component:default/ingestor',
    range,
  });
  return { api, client };
}

/** What is offered where `|` stands, beside functions and snippets. */
async function completionsAt(
  text: string,
  client: ScopedPrometheusClient,
): Promise<string[]> {
  const at = text.indexOf('|');
  const state = EditorState.create({
    doc: text.replace('|', ''),
    extensions: new PromQLExtension().asExtension(),
  });
  const found = await newCompleteStrategy({ remote: client }).promQL(
    new CompletionContext(state, at, true),
  );
  return (found?.options ?? [])
    .filter(({ type }) => type === 'constant' || type === 'text')
    .map(({ label, detail }) => (detail ? `${label} (${detail})` : label));
}

describe('ScopedPrometheusClient', () => {
  it('offers metrics of the scope with their types', async () => {
    const { client, api } = aClient();
    expect(await completionsAt('rate(w|', client)).toEqual([
      'up (gauge)',
      // The buckets of a histogram are counters.
      'wait_seconds_bucket (counter)',
      'unknown',
    ]);
    expect(api.metadataRequests).toEqual([{ ask: 'metrics', range: RANGE }]);
  });

  it('offers labels of a metric', async () => {
    const { client, api } = aClient();
    expect(await completionsAt('sum(up{j|})', client)).toEqual(['job', 'pod']);
    expect(api.metadataRequests).toEqual([
      { ask: 'labels', range: RANGE, selector: 'up' },
    ]);
  });

  it('offers values that fit the other matchers', async () => {
    const { client, api } = aClient();
    expect(
      await completionsAt('up{job="|", pod=~"x.*", env!=""}', client),
    ).toEqual(['a', 'b']);
    expect(api.metadataRequests).toEqual([
      {
        ask: 'values',
        range: RANGE,
        label: 'job',
        selector: 'up{pod=~"x.*"}',
      },
    ]);
  });

  it('asks each question once, and again when it was not answered', async () => {
    const { client, api } = aClient();
    await Promise.all([client.metricNames(), client.metricMetadata()]);
    await client.labelNames('up');
    await client.labelNames('up');
    expect(api.metadataRequests.map(({ ask }) => ask)).toEqual([
      'metrics',
      'labels',
    ]);
    api.answers.values = new Error('gone');
    expect(await client.labelValues('job')).toEqual([]);
    api.answers.values = list('a');
    expect(await client.labelValues('job')).toEqual(['a']);
  });

  it.each([
    ['metrics', (client: ScopedPrometheusClient) => client.metricNames()],
    ['labels', (client: ScopedPrometheusClient) => client.labelNames('up')],
    ['values', (client: ScopedPrometheusClient) => client.labelValues('job')],
  ])(
    'asks for %s of another time again, but not at each refresh',
    async (_ask, question) => {
      let range = RANGE;
      const { client, api } = aClient({}, () => range);
      const later = (ms: number) => {
        range = { from: RANGE.from + ms, to: RANGE.to + ms };
        return question(client);
      };
      await question(client);
      await later(30_000);
      expect(api.metadataRequests).toHaveLength(1);
      await later(15 * 60_000);
      expect(api.metadataRequests).toHaveLength(2);
      expect(api.metadataRequests[1]).toMatchObject({ range });
      range = { from: RANGE.from - 86_400_000, to: RANGE.to };
      await question(client);
      expect(api.metadataRequests).toHaveLength(3);
    },
  );

  it('forgets what was not asked for longest', async () => {
    const { client, api } = aClient();
    await client.labelNames('first');
    await client.labelNames('second');
    for (let index = 0; index < 198; index++) {
      await client.labelNames(`metric_${index}`);
    }
    const asked = async (...metrics: string[]) => {
      const before = api.metadataRequests.length;
      for (const metric of metrics) {
        await client.labelNames(metric);
      }
      return api.metadataRequests.slice(before).map(one => one.selector);
    };
    expect(await asked('first', 'one_more')).toEqual(['one_more']);
    expect(await asked('first', 'metric_197', 'second')).toEqual(['second']);
  });
});
