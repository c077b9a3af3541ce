import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { statPanel } from '@sightline/backstage-plugin-monitoring-node';
import { nodejsExpressions } from './nodejsExpressions';
import { COLLECTING, LAG } from './nodejsPanels';

/** The numbers that matter. */
export function nodejsStats(
  nodejs: ReturnType<typeof nodejsExpressions>,
): Panel[] {
  return [
    statPanel({
      id: 1,
      title: 'Event loop lag',
      description:
        'One turn of the event loop in a hundred comes this late, in the slowest process. About 10 ms are the measurement itself.',
      unit: 's',
      queries: [{ expression: nodejs.lag('p99'), legend: 'p99' }],
      thresholds: LAG,
    }),
    statPanel({
      id: 2,
      title: 'Collecting garbage',
      description: 'Share of its time that the busiest process spends on it.',
      unit: 'percentunit',
      decimals: 1,
      queries: [{ expression: nodejs.collecting, legend: 'Collecting' }],
      thresholds: COLLECTING,
    }),
    statPanel({
      id: 3,
      title: 'CPU',
      description:
        'Processors in use by all processes: 1 is one that is always busy.',
      unit: 'short',
      decimals: 2,
      queries: [{ expression: nodejs.cpu, legend: 'CPU' }],
    }),
    statPanel({
      id: 4,
      title: 'Memory',
      description: 'Memory that all processes hold (resident set).',
      unit: 'bytes',
      queries: [{ expression: nodejs.residentMemory, legend: 'Resident' }],
    }),
    statPanel({
      id: 5,
      title: 'Heap in use',
      description: 'Heap that objects take in all processes.',
      unit: 'bytes',
      queries: [{ expression: nodejs.heapUsed, legend: 'Heap' }],
    }),
    statPanel({
      id: 6,
      title: 'Restarts',
      description: 'How often processes began anew in the last hour.',
      unit: 'short',
      decimals: 0,
      queries: [{ expression: nodejs.restarts, legend: 'Restarts' }],
      thresholds: { warning: 1, critical: 3 },
    }),
  ];
}
