import { checkPack } from '@sightline/backstage-plugin-monitoring-node';
import { alertFirings } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { mediaIngestorAlerts } from './mediaIngestorAlerts';
import { mediaIngestorPack } from './mediaIngestorPack';

const context = {
  entityRef: 'component:default/ingestor',
  name: 'ingestor',
  title: 'Ingestor',
  selector: 'service="ingestor"',
  options: {},
};
const alerts = mediaIngestorAlerts(context);

const uploads = (result: string) =>
  `media_ingestor_uploads_total{service="ingestor", type="image", result="${result}"}`;
const storage = (result: string) =>
  `media_ingestor_storage_operations_total{service="ingestor", operation="put", result="${result}"}`;
const bucket = (le: string) =>
  `media_ingestor_upload_duration_seconds_bucket{service="ingestor", le="${le}"}`;
const reconciliation =
  'media_ingestor_reconciliation_errors_total{service="ingestor"}';

type Series = Record<string, string>;

describe('the media-ingestor pack', () => {
  it('is sound', () => {
    expect(checkPack(mediaIngestorPack, context)).toEqual([]);
  });

  it('shows what the source document asks of the Upload Overview', () => {
    const [{ model }] = mediaIngestorPack.dashboards(context);
    expect(
      (model.panels as any[])
        .filter(({ type }) => type === 'timeseries')
        // Links and alerts name the ids: they stay.
        .map(({ id, title }) => `${id} ${title}`),
    ).toEqual([
      '10 Upload rate',
      '11 Failing uploads',
      '12 Response time',
      '13 Bytes in',
      '14 Storage operation failures',
      '15 Reconciliation errors',
      '16 Uploads in flight',
    ]);
  });

  it.each<[string, string, Series]>([
    [
      'HighUploadFailureRate',
      'at 10 % failures',
      { [uploads('success')]: '0+90x60', [uploads('failure')]: '0+10x60' },
    ],
    [
      'SlowUploadResponseTime',
      'when a tenth takes 20 s',
      {
        [bucket('5')]: '0+90x60',
        [bucket('10')]: '0+90x60',
        [bucket('20')]: '0+100x60',
        [bucket('+Inf')]: '0+100x60',
      },
    ],
    [
      'StorageOperationFailures',
      'at 2 % failures',
      { [storage('success')]: '0+98x60', [storage('failure')]: '0+2x60' },
    ],
    [
      'ReconciliationErrors',
      'at an increase',
      { [reconciliation]: '5+0x22 6+0x30' },
    ],
    [
      'ReconciliationErrors',
      'at the first error of a new counter',
      { [reconciliation]: '_x22 1+0x30' },
    ],
  ])('%s fires %s', async (name, _what, series) => {
    expect(await alertFirings(alerts, name, '30m', series)).toBe(1);
  });

  it.each<[string, string, Series]>([
    [
      'HighUploadFailureRate',
      'at 1 % failures',
      { [uploads('success')]: '0+99x60', [uploads('failure')]: '0+1x60' },
    ],
    [
      'HighUploadFailureRate',
      'when nothing has ever failed',
      { [uploads('success')]: '0+99x60' },
    ],
    [
      'HighUploadFailureRate',
      'without uploads',
      { [uploads('success')]: '0x60' },
    ],
    [
      'SlowUploadResponseTime',
      'when all are fast',
      { [bucket('5')]: '0+100x60', [bucket('+Inf')]: '0+100x60' },
    ],
    [
      'StorageOperationFailures',
      'without failures',
      { [storage('success')]: '0+98x60' },
    ],
    [
      'ReconciliationErrors',
      'when nothing happens',
      { [reconciliation]: '5+0x60' },
    ],
  ])('%s does not fire %s', async (name, _what, series) => {
    expect(await alertFirings(alerts, name, '30m', series)).toBe(0);
  });

  it.each(['75m', '80m', '85m'])(
    'ReconciliationErrors does not count old errors again %s after the start, when scraping paused for 10 minutes at 61m',
    async at => {
      const series = { [reconciliation]: '500x60 stale _x9 500x60' };
      expect(
        await alertFirings(alerts, 'ReconciliationErrors', at, series),
      ).toBe(0);
    },
  );
});
