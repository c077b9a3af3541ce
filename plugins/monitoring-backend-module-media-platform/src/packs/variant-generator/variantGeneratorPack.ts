import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { platformHttpSlis } from '../../http/platformHttpSlis';
import { variantGeneratorAlerts } from './variantGeneratorAlerts';
import { variantGeneratorDashboard } from './variantGeneratorDashboard';

const ID = 'variant-generator';

/** The service that renders media in other sizes. */
export const variantGeneratorPack: MonitoringPack = {
  id: ID,
  title: 'Variant generator',
  description:
    'Variants of media: rate, failures by aspect ratio, duration by resolution, queue',
  metricsFrom:
    'variant_*, http_request_duration_seconds: the variant generator of the media platform (prom-client)',
  probes: [
    {
      id: 'variants',
      title: 'Variants that are generated',
      metric: 'variant_generations_total',
    },
  ],
  dashboards: context => [variantGeneratorDashboard(context)],
  alerts: context => variantGeneratorAlerts(context),
  slis: () => [
    ...platformHttpSlis(ID),
    {
      id: `${ID}:variants`,
      title: 'Variants that succeed',
      serves: ['availability', 'errors'],
      sli: {
        type: 'ratio',
        bad: 'increase(variant_generations_total{$selector, result="failure"}[$window])',
        total: 'increase(variant_generations_total{$selector}[$window])',
      },
    },
    {
      id: `${ID}:variant-latency`,
      title: 'Variants that are made fast enough',
      serves: ['latency'],
      sli: {
        type: 'latency',
        histogram: 'variant_generation_duration_seconds',
        thresholdSeconds: 5,
      },
    },
  ],
};
