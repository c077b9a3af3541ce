import {
  buildPackDashboard,
  heatmapPanel,
  PackContext,
  PackDashboard,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { consumerLagLink } from './consumerLagLink';
import { variantGeneratorExpressions } from './variantGeneratorExpressions';
import {
  FAILURES,
  SLOW,
  VARIANT_PANELS,
  WAITING,
} from './variantGeneratorLimits';
import { variantGeneratorNumbers } from './variantGeneratorNumbers';

/** “Variant Generator”: what is made, what fails by aspect ratio, how long it takes by resolution. */
export function variantGeneratorDashboard(context: PackContext): PackDashboard {
  const variants = variantGeneratorExpressions(
    context.selector,
    '$__rate_interval',
  );
  const title = `${context.title} · Variant Generator`;
  const model = buildPackDashboard({
    title,
    description: `Variants that ${context.title} makes: rate, failures, duration, queue`,
    tags: ['variant-generator'],
    variables: [
      {
        name: 'resolution',
        label: 'Resolution (heatmap)',
        series: `variant_generation_duration_seconds_count{${context.selector}}`,
        of: 'resolution',
      },
    ],
    stats: variantGeneratorNumbers(variants),
    rows: [
      {
        title: 'Rate',
        panels: [
          timeSeriesPanel({
            id: VARIANT_PANELS.rate,
            title: 'Generation rate by resolution',
            description: 'Variants per second by resolution, stacked.',
            unit: 'ops',
            stacked: true,
            queries: [
              {
                expression: variants.rateByResolution,
                legend: '{{resolution}}',
              },
            ],
          }),
          timeSeriesPanel({
            id: 11,
            title: 'Generation rate by aspect ratio',
            description: 'Variants per second by aspect ratio, stacked.',
            unit: 'ops',
            stacked: true,
            queries: [
              {
                expression: variants.rateByAspectRatio,
                legend: '{{aspect_ratio}}',
              },
            ],
          }),
        ],
      },
      {
        title: 'Errors',
        panels: [
          timeSeriesPanel({
            id: VARIANT_PANELS.failures,
            title: 'Error rate by aspect ratio',
            description:
              'Share of the variants of an aspect ratio that failed. Over 5 % for 10 minutes warns.',
            unit: 'percentunit',
            queries: [
              { expression: variants.failureShare, legend: 'All' },
              {
                expression: variants.failureShareByAspectRatio,
                legend: '{{aspect_ratio}}',
              },
            ],
            thresholds: FAILURES,
          }),
        ],
      },
      {
        title: 'Duration',
        panels: [
          heatmapPanel({
            id: 13,
            title: 'Durations',
            description:
              'How many variants of the chosen resolutions took how long. All: each resolution is a band of its own.',
            unit: 's',
            queries: [
              {
                expression: variants.durations('$resolution'),
                legend: '{{le}}',
              },
            ],
          }),
          timeSeriesPanel({
            id: VARIANT_PANELS.duration,
            title: 'Slow variants by resolution',
            description:
              '95 % of the variants of a resolution take less than this. Over 20 s for 10 minutes warns.',
            unit: 's',
            queries: [
              {
                expression: variants.durationByResolution(0.95),
                legend: '{{resolution}}',
              },
            ],
            thresholds: SLOW,
          }),
          timeSeriesPanel({
            id: 15,
            title: 'Typical time by resolution',
            description: 'Half of the variants of a resolution take less.',
            unit: 's',
            queries: [
              {
                expression: variants.durationByResolution(0.5),
                legend: '{{resolution}}',
              },
            ],
          }),
        ],
      },
      {
        title: 'Queue',
        panels: [
          timeSeriesPanel({
            id: VARIANT_PANELS.waiting,
            title: 'Queue depth',
            description:
              'Variants that wait to be generated. Over 500 for 10 minutes warns. What has not even reached this queue is the lag of its consumer: see the link to NATS above.',
            unit: 'short',
            queries: [{ expression: variants.waiting, legend: 'Waiting' }],
            thresholds: WAITING,
          }),
          timeSeriesPanel({
            id: 17,
            title: 'Age of the oldest',
            description: 'How long the oldest of them has been waiting.',
            unit: 's',
            queries: [{ expression: variants.oldest, legend: 'Oldest' }],
            thresholds: { warning: 60, critical: 300 },
          }),
        ],
      },
    ],
  });
  return {
    id: 'variant-generator',
    title,
    model: { ...model, links: [consumerLagLink()] },
  };
}
