import path from 'node:path';
import { checkPack } from '@sightline/backstage-plugin-monitoring-node';
import {
  documentationFaults,
  expressionsWithoutData,
  RecordedPage,
  RecordedPrometheus,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { readPages } from '../__testUtils__/readPages';
import { resourceContext } from '../__testUtils__/resourceContext';
import { minioExpressions } from './minioExpressions';
import { minioPack } from './minioPack';
import { minioSlis } from './minioSlis';

const contextOf = (service: string) => resourceContext(service, 'Media store');

/** The pages from before the first request as well, where there are any. */
const MOMENTS: Record<string, number[]> = {
  'v2-cluster': [0, 1, 2],
  'v2-node': [0, 1, 2],
};

/** A page as a service shows it; `moments` are those of the recording. */
function recorded(
  service: string,
  name: string,
  moments: (string | number)[] = MOMENTS[name] ?? [1, 2],
): RecordedPage {
  return {
    labels: { service, job: name, instance: `${name}:9000` },
    pages: readPages(__dirname, name, moments),
    secondsBetween: 45.1,
  };
}

const VERSION_2 = ['v2-cluster', 'v2-node', 'v2-bucket'];
const VERSION_3 = ['v3', 'v3-bucket'];

describe('the minio pack', () => {
  let prometheus: RecordedPrometheus;

  beforeAll(async () => {
    prometheus = await RecordedPrometheus.start([
      ...VERSION_2.map(name => recorded('v2', name)),
      ...VERSION_3.map(name => recorded('v3', name)),
      ...[...VERSION_2, ...VERSION_3].map(name => recorded('both', name)),
      recorded('node', 'v2-node'),
      recorded('v2-lost', 'v2-cluster', ['quorum-lost']),
      recorded('v3-lost', 'v3', ['quorum-lost']),
    ]);
  });

  afterAll(() => prometheus?.stop());

  const ask = async (
    service: string,
    what: (minio: ReturnType<typeof minioExpressions>) => string,
  ) =>
    prometheus.query(
      what(minioExpressions(`service="${service}"`, '5m')).replace(
        /\$bucket/g,
        '.+',
      ),
    );
  const valueOf = async (...question: Parameters<typeof ask>) => {
    const samples = await ask(...question);
    expect(samples).toHaveLength(1);
    return samples[0].value;
  };

  it('is sound and documented', () => {
    const context = contextOf('minio');
    expect(checkPack(minioPack, context)).toEqual([]);
    expect(
      documentationFaults(
        minioPack,
        context,
        path.resolve(__dirname, '../../../../../docs'),
      ),
    ).toEqual([]);
  });

  it.each(['v2', 'v3', 'both'])(
    'finds something with every expression on the pages %s',
    async service => {
      expect(
        await expressionsWithoutData(
          prometheus,
          minioPack,
          contextOf(service),
          // Nothing has failed yet, and the counter is born with the first failure.
          ['SLI minio:availability bad'],
        ),
      ).toEqual([]);
    },
  );

  it('has probes that tell the versions apart', async () => {
    const found = async (service: string) => {
      const answers = await Promise.all(
        minioPack.probes!.map(async ({ id, metric }) =>
          (await prometheus.query(`${metric}{service="${service}"}`)).length > 0
            ? [id]
            : [],
        ),
      );
      return answers.flat();
    };
    expect(await found('v2')).toEqual(['version-2']);
    expect(await found('v3')).toEqual(['version-3']);
    expect(await found('both')).toEqual(['version-2', 'version-3']);
  });

  it.each(['v2', 'both'])(
    'counts the cluster’s and the node’s page, and both versions, once: %s',
    async service => {
      expect(await valueOf(service, minio => minio.received)).toBeCloseTo(
        6_851_920.41,
        0,
      );
      expect(await valueOf(service, minio => minio.refusedShare)).toBeCloseTo(
        0.16447,
        3,
      );
    },
  );

  it('reads the same of version 3 alone', async () => {
    expect(await valueOf('v3', minio => minio.sent)).toBeCloseTo(
      5_757_236.06,
      0,
    );
    expect(await valueOf('v3', minio => minio.refusedShare)).toBeCloseTo(
      0.164,
      2,
    );
    expect(
      await valueOf('v3', minio => minio.timeToFirstByte(0.95)),
    ).toBeCloseTo(await valueOf('v2', minio => minio.timeToFirstByte(0.95)), 3);
  });

  it.each(['v2', 'v3', 'both'])('reads the capacity of %s', async service => {
    expect(
      await valueOf(service, minio => minio.capacityUsedShare),
    ).toBeCloseTo(0.494531, 6);
    expect(await valueOf(service, minio => minio.capacityFree)).toBe(
      98_862_882_816,
    );
    expect(await valueOf(service, minio => minio.objects)).toBe(380);
    expect(await valueOf(service, minio => minio.drivesOnline)).toBe(4);
    expect(await valueOf(service, minio => minio.drivesOffline)).toBe(0);
    expect(await valueOf(service, minio => minio.health)).toBe(1);
  });

  it.each(['v2-lost', 'v3-lost'])(
    'sees what is lost in %s, where version 3 leaves out what is 0',
    async service => {
      expect(await valueOf(service, minio => minio.drivesOffline)).toBe(3);
      expect(await valueOf(service, minio => minio.drivesOnline)).toBe(1);
      expect(await valueOf(service, minio => minio.health)).toBe(0);
      expect(
        await valueOf(service, minio => minio.capacityUsedShare),
      ).toBeCloseTo(0.512874, 6);
    },
  );

  it('reads the drives of a node whose cluster page is not scraped', async () => {
    expect(await valueOf('node', minio => minio.drivesOnline)).toBe(4);
    expect(await valueOf('node', minio => minio.drivesOffline)).toBe(0);
  });

  it('shows each API and each bucket once when both versions are there', async () => {
    const names = async (service: string) => [
      (await ask(service, minio => minio.requestsByApi)).map(
        ({ labels }) => labels,
      ),
      (await ask(service, minio => minio.usageByBucket)).map(
        ({ labels }) => labels.bucket,
      ),
      (await ask(service, minio => minio.requestsByBucket)).map(
        ({ labels }) => labels.bucket,
      ),
    ];
    expect(await names('both')).toEqual(await names('v2'));
    expect((await names('v3'))[0]).toContainEqual({ api: 'GetObject' });
    expect((await names('v3'))[1]).toEqual(['backups', 'media', 'thumbnails']);
  });

  it.each(['v2', 'v3', 'both'])(
    'offers the buckets of %s to choose from',
    async service => {
      const { bucketSeries } = minioExpressions(`service="${service}"`, '5m');
      const buckets = await prometheus.query(
        `count by (bucket) (last_over_time(${bucketSeries}[5m]))`,
      );
      expect(buckets.map(({ labels }) => labels.bucket)).toEqual([
        'backups',
        'media',
        'thumbnails',
      ]);
    },
  );

  it('promises what clients see, whichever pages are there', async () => {
    const [{ sli }] = minioSlis();
    const total = async (service: string) => {
      const [{ value }] = await prometheus.query(
        `sum(${(sli as { total: string }).total
          .replace(/\$selector/g, `service="${service}"`)
          .replace(/\$window/g, '5m')})`,
      );
      return value;
    };
    expect(await total('both')).toBe(await total('v2'));
    expect(await total('v3')).toBeCloseTo(await total('v2'), -2);
  });

  it('keeps the ids of its panels, which links and alerts name', () => {
    const [{ id, model }] = minioPack.dashboards(contextOf('minio'));
    expect(id).toBe('overview');
    expect(
      (model.panels as any[])
        .filter(({ type }) => type !== 'row')
        .map(panel => `${panel.id} ${panel.title}`),
    ).toEqual([
      '1 Health',
      '2 Drives offline',
      '3 Capacity used',
      '4 Failing requests',
      '5 In',
      '6 Out',
      '10 Bandwidth',
      '11 Requests by API',
      '12 Requests in flight',
      '13 Failing requests',
      '14 Failing requests by API',
      '15 Errors between nodes',
      '16 Time to first byte',
      '17 Time to first byte by API',
      '20 Capacity used',
      '21 Capacity',
      '22 Objects',
      '23 Usage by bucket',
      '24 Objects by bucket',
      '25 Requests by bucket',
      '30 Drives',
      '31 Healing',
      '32 Uptime',
    ]);
  });
});
