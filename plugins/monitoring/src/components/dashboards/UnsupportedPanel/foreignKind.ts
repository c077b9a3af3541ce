/** What panels that are not drawn here show, by Grafana's types. */
const KINDS = {
  logs: 'logs',
  'logs-new': 'logs',
  logstable: 'logs',
  traces: 'traces',
  nodeGraph: 'graph',
  flamegraph: 'profile',
  geomap: 'map',
  'grafana-worldmap-panel': 'map',
  canvas: 'canvas',
  xychart: 'xychart',
  trend: 'xychart',
  candlestick: 'candlestick',
  news: 'news',
  annolist: 'annotations',
  datagrid: 'datagrid',
  live: 'live',
  gettingstarted: 'start',
  welcome: 'start',
  pluginlist: 'start',
  homelinks: 'start',
} as const;

/** What a panel shows that there is a sentence about. */
export type ForeignKind = (typeof KINDS)[keyof typeof KINDS];

/** @returns undefined for types that are not known: plugins of others */
export function foreignKind(type: string): ForeignKind | undefined {
  return Object.hasOwn(KINDS, type)
    ? KINDS[type as keyof typeof KINDS]
    : undefined;
}
