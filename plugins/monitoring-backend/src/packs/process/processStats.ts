import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { statPanel } from '@sightline/backstage-plugin-monitoring-node';
import { processExpressions } from './processExpressions';
import { DESCRIPTORS } from './processPanels';

/** The numbers that matter. */
export function processStats(
  process: ReturnType<typeof processExpressions>,
): Panel[] {
  return [
    statPanel({
      id: 1,
      title: 'Processes',
      description: 'Processes that Prometheus reaches.',
      unit: 'short',
      decimals: 0,
      queries: [{ expression: process.processes, legend: 'Processes' }],
    }),
    statPanel({
      id: 2,
      title: 'CPU',
      description:
        'Processors in use by all processes: 1 is one that is always busy.',
      unit: 'short',
      decimals: 2,
      queries: [{ expression: process.cpu, legend: 'CPU' }],
    }),
    statPanel({
      id: 3,
      title: 'Memory',
      description: 'Memory that all processes hold (resident set).',
      unit: 'bytes',
      queries: [{ expression: process.residentMemory, legend: 'Resident' }],
    }),
    statPanel({
      id: 4,
      title: 'File descriptors',
      description:
        'Share of the files and connections that the fullest process may open.',
      unit: 'percentunit',
      decimals: 1,
      queries: [
        { expression: `max(${process.descriptorShare})`, legend: 'In use' },
      ],
      thresholds: DESCRIPTORS,
    }),
    statPanel({
      id: 5,
      title: 'Restarts',
      description: 'How often processes began anew in the last hour.',
      unit: 'short',
      decimals: 0,
      queries: [{ expression: process.restarts, legend: 'Restarts' }],
      thresholds: { warning: 1, critical: 3 },
    }),
    statPanel({
      id: 6,
      title: 'Youngest process',
      description: 'How long ago the last one began.',
      unit: 's',
      queries: [{ expression: process.youngest, legend: 'Age' }],
    }),
  ];
}
