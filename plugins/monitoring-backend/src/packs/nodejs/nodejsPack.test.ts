import { checkPack } from '@sightline/backstage-plugin-monitoring-node';
import {
  expressionsWithoutData,
  RecordedPrometheus,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { readRecorded } from '../__testUtils__/readRecorded';
import { nodejsExpressions } from './nodejsExpressions';
import { nodejsPack } from './nodejsPack';

const contextFor = (source: string) => ({
  entityRef: 'component:default/ingestor',
  name: 'ingestor',
  title: 'Ingestor',
  selector: `job="${source}"`,
  options: {},
});

const SOURCES = ['prom-client-14', 'prom-client-15'];

describe('the nodejs pack', () => {
  let prometheus: RecordedPrometheus;

  beforeAll(async () => {
    prometheus = await RecordedPrometheus.start(
      SOURCES.map(source => ({
        labels: { job: source, instance: `${source}-0` },
        pages: readRecorded(__dirname, source),
        secondsBetween: 36.2,
      })),
    );
  });

  afterAll(() => prometheus?.stop());

  it('is sound', () => {
    expect(checkPack(nodejsPack, contextFor('prom-client-15'))).toEqual([]);
  });

  it('keeps the ids of the panels that alerts name', () => {
    const [{ model }] = nodejsPack.dashboards(contextFor('prom-client-15'));
    expect(
      (model.panels as any[])
        .filter(({ id }) => [10, 16].includes(id))
        .map(({ title }) => title),
    ).toEqual(['Event loop lag by process', 'Collecting garbage by process']);
  });

  it.each(SOURCES)(
    'shows something of a real process with %s in every panel and alert',
    async source => {
      expect(
        await expressionsWithoutData(
          prometheus,
          nodejsPack,
          contextFor(source),
        ),
      ).toEqual([]);
    },
  );

  it('reads the lag, the heap and the share of the time that collecting takes', async () => {
    const nodejs = nodejsExpressions('job="prom-client-15"', '5m');
    const [lag] = await prometheus.query(nodejs.lag('p99'));
    expect(lag.value).toBeCloseTo(0.0112, 4);
    const [heap] = await prometheus.query(nodejs.heapUsed);
    expect(heap.value).toBe(11_014_120);
    const [collecting] = await prometheus.query(nodejs.collecting);
    expect(collecting.value).toBeGreaterThan(0);
    expect(collecting.value).toBeLessThan(0.01);
  });
});
