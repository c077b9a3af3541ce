import { contextOf } from '../../testUtils/contextOf';
import { itFires } from '../../testUtils/itFires';
import { mediaIngestorPack } from './mediaIngestorPack';

const context = contextOf('ingestor');

const uploads = (result: string) =>
  `media_ingestor_uploads_total{service="ingestor", type="image", result="${result}"}`;
const storage = (result: string) =>
  `media_ingestor_storage_operations_total{service="ingestor", operation="put", result="${result}"}`;
const bucket = (le: string) =>
  `media_ingestor_upload_duration_seconds_bucket{service="ingestor", le="${le}"}`;
const reconciliation =
  'media_ingestor_reconciliation_errors_total{service="ingestor"}';

/** Of 100 a minute, as many take longer than 10 seconds. */
const slow = (count: number, length: number, restart?: number) => {
  const grows = (step: number) =>
    [length, restart]
      .filter(samples => samples !== undefined)
      .map(samples => `0+${step}x${samples}`)
      .join(' ');
  return {
    [bucket('5')]: grows(100 - count),
    [bucket('10')]: grows(100 - count),
    [bucket('20')]: grows(100),
    [bucket('+Inf')]: grows(100),
  };
};
const durations =
  'media_ingestor_upload_duration_seconds_count{service="ingestor"}';
const all = {
  [uploads('success')]: '0+100x60',
  [durations]: '0+100x60',
  [storage('success')]: '0+100x60',
};

describe('the media-ingestor pack', () => {
  it('shows what the source document asks of the Upload Overview', () => {
    const [{ model }] = mediaIngestorPack.dashboards(context);
    expect(
      (model.panels as any[])
        .filter(({ type }) => ['timeseries', 'heatmap'].includes(type))
        // Links and alerts name the ids: they stay.
        .map(({ id, title }) => `${id} ${title}`),
    ).toEqual([
      '10 Upload rate',
      '11 Failing uploads',
      '12 Response time',
      '17 Durations',
      '13 Bytes in',
      '14 Storage operation failures',
      '15 Reconciliation errors',
      '16 Uploads in flight',
    ]);
  });

  itFires(mediaIngestorPack, context, [
    [
      'HighUploadFailureRate',
      'at 10 % failures, after 5 minutes',
      { [uploads('success')]: '0+90x60', [uploads('failure')]: '0+10x60' },
      '6–60',
    ],
    [
      'HighUploadFailureRate',
      'not at 4 % failures',
      { [uploads('success')]: '0+96x60', [uploads('failure')]: '0+4x60' },
      'never',
    ],
    [
      'HighUploadFailureRate',
      'not when nothing has ever failed',
      { [uploads('success')]: '0+99x60' },
      'never',
    ],
    [
      'HighUploadFailureRate',
      'not without uploads',
      { [uploads('success')]: '5x60', [uploads('failure')]: '5x60' },
      'never',
    ],
    [
      'HighUploadFailureRate',
      'on, when the ingestor restarts and counts from zero',
      {
        [uploads('success')]: '0+90x30 0+90x29',
        [uploads('failure')]: '0+10x30 0+10x29',
      },
      '6–60',
    ],
    [
      'HighUploadFailureRate',
      'on, when 3 scrapes are missed',
      {
        [uploads('success')]: '0+90x30 _x3 3060+90x26',
        [uploads('failure')]: '0+10x30 _x3 340+10x26',
      },
      '6–60',
    ],
    [
      'HighUploadFailureRate',
      'no longer, when its series are gone',
      { [uploads('success')]: '0+90x30', [uploads('failure')]: '0+10x30' },
      '6–34',
    ],
    [
      'SlowUploadResponseTime',
      'when a tenth takes longer than 10 s',
      slow(10, 60),
      '6–60',
    ],
    ['SlowUploadResponseTime', 'not when 4 in 100 do', slow(4, 60), 'never'],
    [
      'SlowUploadResponseTime',
      'on, when the ingestor restarts',
      slow(10, 30, 29),
      '6–60',
    ],
    [
      'SlowUploadResponseTime',
      'not without uploads',
      { [bucket('5')]: '5x60', [bucket('+Inf')]: '9x60' },
      'never',
    ],
    [
      'SlowUploadResponseTime',
      'no longer, when its series are gone',
      slow(10, 30),
      '6–34',
    ],

    [
      'SlowUploadResponseTime',
      'on, when 3 scrapes are missed',
      {
        [bucket('10')]: '0+90x30 _x3 3060+90x26',
        [bucket('20')]: '0+100x30 _x3 3400+100x26',
        [bucket('+Inf')]: '0+100x30 _x3 3400+100x26',
      },
      '6–60',
    ],
    [
      'StorageOperationFailures',
      'at 2 % failures',
      { [storage('success')]: '0+98x60', [storage('failure')]: '0+2x60' },
      '6–60',
    ],
    [
      'StorageOperationFailures',
      'not at 0.9 % failures',
      { [storage('success')]: '0+991x60', [storage('failure')]: '0+9x60' },
      'never',
    ],
    [
      'StorageOperationFailures',
      'not at a single failure, however few operations there are',
      { [storage('success')]: '0+1x60', [storage('failure')]: '0x20 1x40' },
      'never',
    ],
    [
      'StorageOperationFailures',
      'when the first failure ever is followed by more',
      { [storage('success')]: '0+98x60', [storage('failure')]: '_x20 0+2x40' },
      '28–60',
    ],
    [
      'StorageOperationFailures',
      'on, when the ingestor restarts',
      {
        [storage('success')]: '0+98x30 0+98x29',
        [storage('failure')]: '0+2x30 0+2x29',
      },
      '6–60',
    ],
    [
      'StorageOperationFailures',
      'on, when 3 scrapes are missed',
      {
        [storage('success')]: '0+98x30 _x3 3332+98x26',
        [storage('failure')]: '0+2x30 _x3 68+2x26',
      },
      '6–60',
    ],
    [
      'StorageOperationFailures',
      'no longer, when its series are gone',
      { [storage('success')]: '0+98x30', [storage('failure')]: '0+2x30' },
      '6–34',
    ],
    [
      'ReconciliationErrors',
      'at an increase, for 15 minutes',
      { [reconciliation]: '0x21 1x60' },
      '27–36',
    ],
    [
      'ReconciliationErrors',
      'at the first error of a new counter',
      { [reconciliation]: '_x22 1x60' },
      '27–36',
    ],
    [
      'ReconciliationErrors',
      'for old errors once, when it first sees them, and not again when scraping pauses for 10 minutes',
      { [reconciliation]: '500x20 stale _x9 500x40' },
      '5–14',
    ],
    [
      'ReconciliationErrors',
      'not when nothing happens',
      { [reconciliation]: '0x60' },
      'never',
    ],
    [
      'ReconciliationErrors',
      'once, and not again when the ingestor restarts',
      { [reconciliation]: '0x5 5x40 0x60' },
      '11–20',
    ],
    [
      'ReconciliationErrors',
      'no longer, when its series is gone',
      { [reconciliation]: '0x20 1x5' },
      '26–35',
    ],
    ['MediaIngestorMetricsMissing', 'not while all are there', all, 'never'],
    [
      'MediaIngestorMetricsMissing',
      'not when scrapes are missed for 9 minutes',
      Object.fromEntries(Object.keys(all).map(name => [name, '1x30 _x9 1x21'])),
      'never',
    ],
    [
      'MediaIngestorMetricsMissing',
      'when one is gone',
      { ...all, [storage('success')]: '0+100x20' },
      '36–60',
    ],
    ['MediaIngestorMetricsMissing', 'when they never came', {}, '5–60'],
  ]);
});
