import { contextOf } from '../../testUtils/contextOf';
import { itFires } from '../../testUtils/itFires';
import { mediaServicePack } from './mediaServicePack';

const context = contextOf('media-service');
const series = (name: string, labels = '') =>
  `${name}{service="media-service", instance="a"${labels}}`;
const processed = (result: string) =>
  series('media_processed_total', `, type="image", result="${result}"`);
const queue = series('media_processing_queue_depth');
const used = (type: string, instance = 'a') =>
  `media_storage_used_bytes{service="media-service", instance="${instance}", type="${type}"}`;
const quota = series('media_storage_quota_bytes');
const all = {
  [processed('success')]: '0+100x60',
  [queue]: '10x60',
  [used('image')]: '10x60',
  [quota]: '100x60',
};

itFires(mediaServicePack, context, [
  [
    'HighMediaProcessingFailureRate',
    'at 10 % failures, after 10 minutes',
    { [processed('success')]: '0+90x60', [processed('failure')]: '0+10x60' },
    '11–60',
  ],
  [
    'HighMediaProcessingFailureRate',
    'not at 4 % failures',
    { [processed('success')]: '0+96x60', [processed('failure')]: '0+4x60' },
    'never',
  ],
  [
    'HighMediaProcessingFailureRate',
    'not when nothing has ever failed',
    { [processed('success')]: '0+96x60' },
    'never',
  ],
  [
    'HighMediaProcessingFailureRate',
    'not when nothing is processed',
    { [processed('success')]: '5x60', [processed('failure')]: '5x60' },
    'never',
  ],
  [
    'HighMediaProcessingFailureRate',
    'on, when the service restarts',
    {
      [processed('success')]: '0+90x30 0+90x29',
      [processed('failure')]: '0+10x30 0+10x29',
    },
    '11–60',
  ],
  [
    'HighMediaProcessingFailureRate',
    'on, when 3 scrapes are missed',
    {
      [processed('success')]: '0+90x30 _x3 3060+90x26',
      [processed('failure')]: '0+10x30 _x3 340+10x26',
    },
    '11–60',
  ],
  [
    'HighMediaProcessingFailureRate',
    'no longer, when its series are gone',
    { [processed('success')]: '0+90x30', [processed('failure')]: '0+10x30' },
    '11–34',
  ],
  [
    'MediaProcessingBacklog',
    'at 501 for 15 minutes',
    { [queue]: '100x9 501x50' },
    '25–60',
  ],
  ['MediaProcessingBacklog', 'not at 500', { [queue]: '500x60' }, 'never'],
  [
    'MediaProcessingBacklog',
    'not after 14 minutes',
    { [queue]: '100x9 501x14 100x40' },
    'never',
  ],
  [
    'MediaProcessingBacklog',
    'on, when 3 scrapes are missed',
    { [queue]: '501x30 _x3 501x30' },
    '15–60',
  ],
  [
    'MediaProcessingBacklog',
    'no longer, when its series is gone',
    { [queue]: '501x30' },
    '15–35',
  ],
  [
    'MediaStorageFillingUp',
    'at 86 % of the quota, whatever the number of replicas',
    {
      [used('image')]: '40x60',
      [used('video')]: '46x60',
      [used('image', 'b')]: '40x60',
      [used('video', 'b')]: '46x60',
      [quota]: '100x60',
    },
    '15–60',
  ],
  [
    'MediaStorageFillingUp',
    'not at 85 %',
    { [used('image')]: '40x60', [used('video')]: '45x60', [quota]: '100x60' },
    'never',
  ],
  [
    'MediaStorageFillingUp',
    'not where there is no quota',
    { [used('image')]: '40x60', [quota]: '0x60' },
    'never',
  ],
  [
    'MediaStorageFillingUp',
    'no longer, when its series are gone',
    { [used('image')]: '90x30', [quota]: '100x30' },
    '15–35',
  ],

  [
    'MediaStorageFillingUp',
    'on, when 3 scrapes are missed',
    { [used('image')]: '90x30 _x3 90x30', [quota]: '100x30 _x3 100x30' },
    '15–60',
  ],
  ['MediaServiceMetricsMissing', 'not while all are there', all, 'never'],
  [
    'MediaServiceMetricsMissing',
    'when one is gone',
    { ...all, [quota]: '100x20' },
    '36–60',
  ],
  ['MediaServiceMetricsMissing', 'when they never came', {}, '5–60'],
]);
