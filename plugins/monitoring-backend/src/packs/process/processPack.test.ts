import { checkPack } from '@sightline/backstage-plugin-monitoring-node';
import {
  expressionsWithoutData,
  RecordedPrometheus,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { probeQuery } from '../../discovery/probeQuery';
import { readRecorded } from '../__testUtils__/readRecorded';
import { processExpressions } from './processExpressions';
import { processPack } from './processPack';

const contextFor = (source: string) => ({
  entityRef: 'component:default/ingestor',
  name: 'ingestor',
  title: 'Ingestor',
  selector: `job="${source}"`,
  options: {},
});

const LIBRARIES = ['nodejs', 'go', 'go-older', 'python'];

describe('the process pack', () => {
  let prometheus: RecordedPrometheus;

  beforeAll(async () => {
    prometheus = await RecordedPrometheus.start(
      [...LIBRARIES, 'micrometer'].map(source => ({
        labels: { job: source, instance: `${source}-0` },
        pages: readRecorded(__dirname, source),
        secondsBetween: 36.2,
      })),
    );
  });

  afterAll(() => prometheus?.stop());

  it('is sound', () => {
    expect(checkPack(processPack, contextFor('go'))).toEqual([]);
  });

  it('keeps the ids of the panels that alerts name', () => {
    const [{ model }] = processPack.dashboards(contextFor('go'));
    expect(
      (model.panels as any[])
        .filter(({ id }) => [10, 12, 14].includes(id))
        .map(({ id, title }) => `${id} ${title}`),
    ).toEqual([
      '10 CPU by process',
      '12 File descriptors in use',
      '14 Restarts by process',
    ]);
  });

  it.each(LIBRARIES)(
    'shows something of a real process of %s in every panel and alert',
    async source => {
      expect(
        await expressionsWithoutData(
          prometheus,
          processPack,
          contextFor(source),
        ),
      ).toEqual([]);
    },
  );

  it('reads processors, memory and descriptors', async () => {
    const { cpu, residentMemory, descriptorShare } = processExpressions(
      'job="nodejs"',
      '5m',
    );
    const [memory] = await prometheus.query(residentMemory);
    expect(memory.value).toBe(68_562_944);
    const [share] = await prometheus.query(descriptorShare);
    expect(share.value).toBeCloseTo(25 / 20_000, 6);
    const [used] = await prometheus.query(cpu);
    expect(used.value).toBeGreaterThan(0);
  });

  it('is not suggested for Micrometer, which names these otherwise', async () => {
    const found = (source: string) =>
      prometheus.query(
        probeQuery(
          [{ label: 'job', operator: '=', value: source }],
          [processPack],
          '1h',
        ),
      );
    expect(await found('go')).toHaveLength(1);
    expect(await found('micrometer')).toEqual([]);
  });
});
