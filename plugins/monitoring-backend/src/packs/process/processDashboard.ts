import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { processExpressions } from './processExpressions';
import { DESCRIPTORS, PROCESS_PANELS } from './processPanels';
import { processStats } from './processStats';

type Expressions = ReturnType<typeof processExpressions>;

function resourcePanels(process: Expressions): Panel[] {
  return [
    timeSeriesPanel({
      id: PROCESS_PANELS.cpu,
      title: 'CPU by process',
      description: 'Processors in use: 1 is one that is always busy.',
      unit: 'short',
      queries: [{ expression: process.cpuByInstance, legend: '{{instance}}' }],
    }),
    timeSeriesPanel({
      id: 11,
      title: 'Memory by process',
      description:
        'Memory that a process holds (resident set). What rises for hours and never falls is a leak.',
      unit: 'bytes',
      queries: [
        {
          expression: process.residentMemoryByInstance,
          legend: '{{instance}}',
        },
      ],
    }),
  ];
}

function descriptorPanels(process: Expressions): Panel[] {
  return [
    timeSeriesPanel({
      id: PROCESS_PANELS.descriptors,
      title: 'File descriptors in use',
      description:
        'Share of the files and connections that a process may open. With none left it can accept and open nothing.',
      unit: 'percentunit',
      queries: [
        { expression: process.descriptorShare, legend: '{{instance}}' },
      ],
      thresholds: DESCRIPTORS,
    }),
    timeSeriesPanel({
      id: 13,
      title: 'Open file descriptors',
      description: 'Files and connections that a process has open.',
      unit: 'short',
      queries: [
        { expression: process.openDescriptors, legend: '{{instance}}' },
      ],
    }),
  ];
}

function lifePanels(process: Expressions): Panel[] {
  return [
    timeSeriesPanel({
      id: PROCESS_PANELS.restarts,
      title: 'Restarts by process',
      description: 'How often a process began anew in the last 30 minutes.',
      unit: 'short',
      queries: [
        { expression: process.restartsByInstance, legend: '{{instance}}' },
      ],
      thresholds: { warning: 1, critical: 3 },
    }),
    timeSeriesPanel({
      id: 15,
      title: 'Age by process',
      description: 'How long ago a process began: a drop is a restart.',
      unit: 's',
      queries: [{ expression: process.ageByInstance, legend: '{{instance}}' }],
    }),
  ];
}

/** CPU, memory, file descriptors and restarts of a service's processes. */
export function processDashboard(context: PackContext): PackDashboard {
  const process = processExpressions(context.selector, '$__rate_interval');
  const title = `${context.title} · Processes`;
  const model = buildPackDashboard({
    title,
    description: `The processes of ${context.title}`,
    tags: ['process'],
    stats: processStats(process),
    rows: [
      { title: 'CPU and memory', panels: resourcePanels(process) },
      { title: 'Saturation', panels: descriptorPanels(process) },
      { title: 'Restarts', panels: lifePanels(process) },
    ],
  });
  return { id: 'overview', title, model };
}
