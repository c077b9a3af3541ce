import { contextOf } from '../../testUtils/contextOf';
import { itFires } from '../../testUtils/itFires';
import { variantGeneratorPack } from './variantGeneratorPack';

const context = contextOf('variants');
const generated = (result: string, ratio = '16:9') =>
  `variant_generations_total{service="variants", instance="a", aspect_ratio="${ratio}", result="${result}"}`;
const bucket = (le: string) =>
  `variant_generation_duration_seconds_bucket{service="variants", instance="a", resolution="1080p", le="${le}"}`;
const durations =
  'variant_generation_duration_seconds_count{service="variants", instance="a", resolution="1080p"}';
const queue = (instance = 'a') =>
  `variant_queue_depth{service="variants", instance="${instance}"}`;
const all = {
  [generated('success')]: '0+100x60',
  [durations]: '0+100x60',
  [queue()]: '10x60',
};
/** Of 100 a minute, as many take longer than 20 seconds. */
const slow = (count: number, length: number, restart?: number) => {
  const grows = (step: number) =>
    [length, restart]
      .filter(samples => samples !== undefined)
      .map(samples => `0+${step}x${samples}`)
      .join(' ');
  return {
    [bucket('10')]: grows(100 - count),
    [bucket('20')]: grows(100 - count),
    [bucket('30')]: grows(100),
    [bucket('+Inf')]: grows(100),
  };
};

itFires(variantGeneratorPack, context, [
  [
    'HighVariantFailureRate',
    'when one aspect ratio fails at 10 %, after 10 minutes',
    {
      [generated('success')]: '0+990x60',
      [generated('success', '9:16')]: '0+9x60',
      [generated('failure', '9:16')]: '0+1x60',
    },
    '11–60',
  ],
  [
    'HighVariantFailureRate',
    'not at 4 %',
    { [generated('success')]: '0+96x60', [generated('failure')]: '0+4x60' },
    'never',
  ],
  [
    'HighVariantFailureRate',
    'not when one of few failed once',
    { [generated('success')]: '0+1x60', [generated('failure')]: '0x20 1x40' },
    'never',
  ],
  [
    'HighVariantFailureRate',
    'not when nothing is generated',
    { [generated('success')]: '9x60', [generated('failure')]: '9x60' },
    'never',
  ],
  [
    'HighVariantFailureRate',
    'on, when the generator restarts',
    {
      [generated('success')]: '0+90x30 0+90x29',
      [generated('failure')]: '0+10x30 0+10x29',
    },
    '11–60',
  ],
  [
    'HighVariantFailureRate',
    'on, when 3 scrapes are missed',
    {
      [generated('success')]: '0+90x30 _x3 3060+90x26',
      [generated('failure')]: '0+10x30 _x3 340+10x26',
    },
    '11–60',
  ],
  [
    'HighVariantFailureRate',
    'no longer, when its series are gone',
    { [generated('success')]: '0+90x30', [generated('failure')]: '0+10x30' },
    '11–34',
  ],
  [
    'SlowVariantGeneration',
    'when a tenth takes longer than 20 s',
    slow(10, 60),
    '11–60',
  ],
  ['SlowVariantGeneration', 'not when 4 in 100 do', slow(4, 60), 'never'],
  [
    'SlowVariantGeneration',
    'on, when the generator restarts',
    slow(10, 30, 29),
    '11–60',
  ],
  [
    'SlowVariantGeneration',
    'no longer, when its series are gone',
    slow(10, 30),
    '11–34',
  ],

  [
    'SlowVariantGeneration',
    'on, when 3 scrapes are missed',
    {
      [bucket('20')]: '0+90x30 _x3 3060+90x26',
      [bucket('30')]: '0+100x30 _x3 3400+100x26',
      [bucket('+Inf')]: '0+100x30 _x3 3400+100x26',
    },
    '11–60',
  ],
  [
    'VariantQueueBacklog',
    'at 501, as every replica says',
    { [queue()]: '501x60', [queue('b')]: '501x60' },
    '10–60',
  ],
  [
    'VariantQueueBacklog',
    'not at 500, whatever the number of replicas',
    { [queue()]: '500x60', [queue('b')]: '500x60' },
    'never',
  ],
  [
    'VariantQueueBacklog',
    'on, when 3 scrapes are missed',
    { [queue()]: '501x30 _x3 501x30' },
    '10–60',
  ],
  [
    'VariantQueueBacklog',
    'no longer, when its series is gone',
    { [queue()]: '501x30' },
    '10–35',
  ],
  [
    'VariantGenerationStalled',
    'when something waits and nothing is generated',
    { [queue()]: '7x60', [generated('success')]: '0+10x10 100x50' },
    '20–60',
  ],
  [
    'VariantGenerationStalled',
    'not when nothing waits',
    { [queue()]: '0x60', [generated('success')]: '9x60' },
    'never',
  ],
  [
    'VariantGenerationStalled',
    'not when one is generated every 4 minutes',
    {
      [queue()]: '7x60',
      [generated('success')]:
        '0x3 1x3 2x3 3x3 4x3 5x3 6x3 7x3 8x3 9x3 10x3 11x3 12x3 13x3 14x3 15x3',
    },
    'never',
  ],
  [
    'VariantGenerationStalled',
    'not when the generator restarts',
    { [queue()]: '7x60', [generated('success')]: '0+10x30 0+10x29' },
    'never',
  ],

  [
    'VariantGenerationStalled',
    'on, when 3 scrapes are missed',
    { [queue()]: '7x30 _x3 7x30', [generated('success')]: '100x30 _x3 100x30' },
    '6–60',
  ],
  [
    'VariantGenerationStalled',
    'no longer, when its series are gone',
    { [queue()]: '7x30', [generated('success')]: '100x30' },
    '6–34',
  ],
  ['VariantGeneratorMetricsMissing', 'not while all are there', all, 'never'],
  [
    'VariantGeneratorMetricsMissing',
    'when one is gone',
    { ...all, [durations]: '0+100x20' },
    '36–60',
  ],
  ['VariantGeneratorMetricsMissing', 'when they never came', {}, '5–60'],
]);
