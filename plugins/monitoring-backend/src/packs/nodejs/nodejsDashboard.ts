import { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { nodejsExpressions } from './nodejsExpressions';
import { COLLECTING, LAG, NODEJS_PANELS } from './nodejsPanels';
import { nodejsStats } from './nodejsStats';

type Expressions = ReturnType<typeof nodejsExpressions>;

const LAGS = ['p50', 'p90', 'p99'] as const;

function eventLoopPanels(nodejs: Expressions): Panel[] {
  return [
    timeSeriesPanel({
      id: NODEJS_PANELS.lag,
      title: 'Event loop lag by process',
      description:
        'How late one turn in a hundred comes, the mean of 5 minutes. Code that does not yield blocks the loop, and everything waits.',
      unit: 's',
      queries: [{ expression: nodejs.lagByInstance, legend: '{{instance}}' }],
      thresholds: LAG,
    }),
    timeSeriesPanel({
      id: 11,
      title: 'Event loop lag',
      description:
        'Half, 90 % and 99 % of the turns come less late, in the slowest process.',
      unit: 's',
      queries: LAGS.map(quantile => ({
        expression: nodejs.lag(quantile),
        legend: quantile,
      })),
      thresholds: LAG,
    }),
    timeSeriesPanel({
      id: 12,
      title: 'CPU by process',
      description:
        'Processors in use. JavaScript runs on one: near 1 the event loop is full.',
      unit: 'short',
      queries: [{ expression: nodejs.cpuByInstance, legend: '{{instance}}' }],
    }),
  ];
}

function memoryPanels(nodejs: Expressions): Panel[] {
  return [
    timeSeriesPanel({
      id: 13,
      title: 'Heap in use by process',
      description:
        'A saw-tooth is healthy; a floor that rises for hours is a leak. The limit is not published: see --max-old-space-size.',
      unit: 'bytes',
      queries: [
        { expression: nodejs.heapUsedByInstance, legend: '{{instance}}' },
      ],
    }),
    timeSeriesPanel({
      id: 14,
      title: 'Heap by space',
      description:
        'What the heap of all processes holds: new objects, old ones, code, large ones.',
      unit: 'bytes',
      stacked: true,
      queries: [{ expression: nodejs.heapBySpace, legend: '{{space}}' }],
    }),
    timeSeriesPanel({
      id: 15,
      title: 'Memory by process',
      description:
        'Memory that a process holds; and outside of the heap, such as buffers, in all.',
      unit: 'bytes',
      queries: [
        { expression: nodejs.residentMemoryByInstance, legend: '{{instance}}' },
        { expression: nodejs.externalMemory, legend: 'External, in all' },
      ],
    }),
  ];
}

function collectionPanels(nodejs: Expressions): Panel[] {
  return [
    timeSeriesPanel({
      id: NODEJS_PANELS.collecting,
      title: 'Collecting garbage by process',
      description:
        'Share of its time that a process spends on it. It rises steeply when the heap is nearly full.',
      unit: 'percentunit',
      queries: [
        { expression: nodejs.collectingByInstance, legend: '{{instance}}' },
      ],
      thresholds: COLLECTING,
    }),
    timeSeriesPanel({
      id: 17,
      title: 'Collecting garbage by kind',
      description:
        'Seconds per second in all processes. Minor ones are cheap; major ones stop everything.',
      unit: 's',
      queries: [{ expression: nodejs.collectingByKind, legend: '{{kind}}' }],
    }),
    timeSeriesPanel({
      id: 18,
      title: 'Collections by kind',
      description: 'Collections per second in all processes.',
      unit: 'ops',
      queries: [{ expression: nodejs.collectionsByKind, legend: '{{kind}}' }],
    }),
  ];
}

function handlePanels(nodejs: Expressions): Panel[] {
  return [
    timeSeriesPanel({
      id: 19,
      title: 'Open handles by type',
      description:
        'Sockets, servers, timers and files that keep the processes busy. What only rises is not closed.',
      unit: 'short',
      queries: [{ expression: nodejs.handlesByType, legend: '{{type}}' }],
    }),
    timeSeriesPanel({
      id: 20,
      title: 'Pending requests of the system',
      description:
        'Requests to the operating system (files, names) that are not answered yet.',
      unit: 'short',
      queries: [{ expression: nodejs.requests, legend: 'Pending' }],
    }),
  ];
}

/** Event loop, heap, garbage and handles of a service's Node.js processes. */
export function nodejsDashboard(context: PackContext): PackDashboard {
  const nodejs = nodejsExpressions(context.selector, '$__rate_interval');
  const title = `${context.title} · Node.js`;
  const model = buildPackDashboard({
    title,
    description: `The Node.js processes of ${context.title}`,
    tags: ['nodejs'],
    stats: nodejsStats(nodejs),
    rows: [
      { title: 'Event loop', panels: eventLoopPanels(nodejs) },
      { title: 'Memory', panels: memoryPanels(nodejs) },
      { title: 'Garbage', panels: collectionPanels(nodejs) },
      { title: 'Saturation', panels: handlePanels(nodejs) },
    ],
  });
  return { id: 'overview', title, model };
}
