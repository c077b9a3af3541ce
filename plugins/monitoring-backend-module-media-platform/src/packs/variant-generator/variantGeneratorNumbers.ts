import {
  PackDashboardOptions,
  statPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { variantGeneratorExpressions } from './variantGeneratorExpressions';
import { FAILURES, SLOW, WAITING } from './variantGeneratorLimits';

/** The first row: are variants made, well, in time, and is anything left to do? */
export function variantGeneratorNumbers(
  variants: ReturnType<typeof variantGeneratorExpressions>,
): PackDashboardOptions['stats'] {
  return [
    statPanel({
      id: 1,
      title: 'Variants',
      description: 'Variants generated per second, well or not.',
      unit: 'ops',
      queries: [{ expression: variants.rate, legend: 'Variants' }],
    }),
    statPanel({
      id: 2,
      title: 'Failing variants',
      description: 'Share of variants that failed.',
      unit: 'percentunit',
      decimals: 2,
      queries: [{ expression: variants.failureShare, legend: 'Failing' }],
      thresholds: FAILURES,
    }),
    statPanel({
      id: 3,
      title: 'Typical time',
      description: 'Half of the variants take less than this.',
      unit: 's',
      queries: [{ expression: variants.duration(0.5), legend: 'p50' }],
    }),
    statPanel({
      id: 4,
      title: 'Slow variants',
      description: 'One variant in twenty takes longer than this.',
      unit: 's',
      queries: [{ expression: variants.duration(0.95), legend: 'p95' }],
      thresholds: SLOW,
    }),
    statPanel({
      id: 5,
      title: 'Waiting',
      description: 'Variants that wait to be generated.',
      unit: 'short',
      decimals: 0,
      queries: [{ expression: variants.waiting, legend: 'Waiting' }],
      thresholds: WAITING,
    }),
    statPanel({
      id: 6,
      title: 'Oldest waits',
      description: 'How long the oldest of them has been waiting.',
      unit: 's',
      decimals: 0,
      queries: [{ expression: variants.oldest, legend: 'Oldest' }],
      thresholds: { warning: 60, critical: 300 },
    }),
  ];
}
