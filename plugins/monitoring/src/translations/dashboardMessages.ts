import { tableMessages } from './tableMessages';
import { dashboardViewMessages } from './dashboardViewMessages';
import { timeBarMessages } from './timeBarMessages';
import { variableMessages } from './variableMessages';

/** Texts of the dashboards and of the time bar, in English. */
export const dashboardMessages = {
  table: tableMessages,
  title: 'Dashboards',
  explore: 'Explore',
  exploreQuery: 'Explore this query',
  loading: 'Loading dashboards',
  loadingOne: 'Loading the dashboard',
  failed: 'Dashboards',
  failedOne: 'The dashboard',
  emptyTitle: 'No dashboard yet',
  emptyText:
    'Packs bring dashboards, and the annotation monitoring/dashboards links to others.',
  tabs: 'Dashboards of this service',
  choose: 'Dashboard',
  fromPack: '{{pack}} pack',
  linked: 'linked',
  openInGrafana: 'Open in Grafana',
  variable: variableMessages,
  variables: 'Values of the dashboard’s variables',
  all: 'All',
  presetValue: '{{name}} is set by this service’s selector',
  emptyDashboard: 'This dashboard has no panels.',
  showRow: 'Show {{row}}',
  hideRow: 'Hide {{row}}',
  untitledRow: 'row without a title',
  ...dashboardViewMessages,
  panelCount_one: '1 panel',
  panelCount_other: '{{count}} panels',
  panel: {
    untitled: 'Panel {{id}}',
    description: 'About {{title}}',
    menu: 'Menu of {{title}}',
    asTable: 'Show as table',
    asGraph: 'Show as graph',
    view: 'View large',
    queries: 'Show queries',
    refresh: 'Query again',
    copyLink: 'Copy link',
    csv: 'Download CSV',
    links: 'Links of {{title}}',
    notDrawn: 'This panel could not be drawn',
    notDrawnHelp:
      'Other panels are not affected. Its table and queries may still work, and Grafana may show it. What went wrong: {{error}}',
    queriesOf: 'Queries of {{title}}',
    noQueries: 'This panel has sent no query yet.',
    openInGrafana: 'Open in Grafana',
    loading: 'Loading {{title}}',
    waiting: 'Loads when it comes into view',
    noData: 'No data',
    noDataHelp:
      'Nothing was measured in this time. Try a longer one, or check that the service still exports these metrics.',
    failed: 'The query failed',
    failedHelp: 'Try again, or open the panel’s menu to see its queries.',
    noAnswer: 'Sightline gave no answer for this panel.',
    partly: 'Not everything could be queried: {{error}}',
    warnings: 'Prometheus warns: {{warnings}}',
    stale: '{{age}} old',
    staleHelp:
      'Prometheus does not answer. This is what was known; the newest of it is {{age}} old.',
    firing: 'Firing',
    firingSince: '{{alert}} firing since {{time}}',
    unsupportedTitle: 'Not drawn here yet',
    unsupported: {
      type: 'This is a panel of the type “{{type}}”. Grafana can show it.',
      transformations:
        'This panel transforms its data ({{detail}}) before it shows it. Grafana can do that.',
      datasource:
        'This panel takes its data from something other than Prometheus. Grafana can show it.',
      expression:
        'This panel calculates with an expression ({{detail}}) that is not known here. Grafana can show it.',
      'library-panel':
        'This panel is in Grafana’s library. Grafana can show it.',
      invalid: 'This panel could not be understood. Grafana can show it.',
    },
    unsupportedWithoutGrafana: 'No Grafana is linked to this dashboard.',
  },
  marks: {
    annotation: 'Annotation',
    alert: 'Alert',
    deployment: 'Deployment',
    provisioning: 'Changed by Sightline',
  },
  exemplars: {
    label_one: '1 exemplar',
    label_other: '{{count}} exemplars',
    one: 'Exemplar: {{value}} at {{time}}',
    value: 'Value',
    time: 'Time',
    series: 'Series',
  },
  chart: {
    missing: {
      time: 'The answer has no field of times',
      number: 'The answer has no field of numbers',
    },
    missingHelp:
      'A graph over time needs both. The table of this panel shows what there is.',
    label_one: '{{title}}: 1 series from {{from}} to {{to}}. {{series}}',
    label_other:
      '{{title}}: {{count}} series from {{from}} to {{to}}. {{series}}',
    seriesLast: '{{name}}: last {{value}}.',
    more: 'And {{others}} more.',
    name: 'Name',
    legend: 'Legend of {{title}}',
    onRightAxis: '{{name}} (right y-axis)',
    tooMany: 'and {{others}} more',
    gauge: '{{value}}, on a scale from {{min}} to {{max}}',
    heatmapLabel_one:
      '{{title}}: 1 bucket from {{from}} to {{to}}. {{fullest}}',
    heatmapLabel_other:
      '{{title}}: {{count}} buckets from {{from}} to {{to}}. {{fullest}}',
    heatmapFullest: 'Most lie in {{bucket}}. The table has all of them.',
    heatmapEmpty: 'All of them are empty.',
    heatmapLegend: 'Colours of {{title}}, from few to many',
    tableOf: 'Data of {{title}}',
    level: 'from {{limit}}',
    levelBase: 'below {{limit}}',
  },
  plot: {
    walk: 'Values of {{title}}: walk through them with the arrow keys',
    'no-names': 'A bar chart needs a field of texts or of times.',
    'no-numbers': 'The answer has no field of numbers.',
    'no-time': 'The answer has no field of times.',
    'no-states': 'The answer has no field that is a state.',
    tooMany: 'Too much to draw',
    tooManyBars_one: 'This would be 1 bar; at most {{most}} are drawn.',
    tooManyBars_other:
      'These would be {{count}} bars; at most {{most}} are drawn. Let the query return fewer series or rows.',
    tooManyCells_one: 'This would be 1 cell; at most {{most}} are drawn.',
    tooManyCells_other:
      'These would be {{count}} cells; at most {{most}} are drawn. Choose larger buckets or a shorter time.',
    tooManyPoints_one: 'There is 1 point, and no room for it.',
    tooManyPoints_other:
      'There are {{count}} points, and no room to tell them apart. Let the query return fewer points.',
    barChart_one: '{{title}}: bars of 1 name. {{bars}}',
    barChart_other: '{{title}}: bars of {{count}} names. {{bars}}',
    histogram_one: '{{title}}: 1 bucket of {{names}}. {{fullest}}',
    histogram_other: '{{title}}: {{count}} buckets of {{names}}. {{fullest}}',
    fullest: 'Most lie in {{bucket}}: {{value}}.',
    bucket: 'Bucket',
    stateTimeline_one:
      '{{title}}: states of 1 row from {{from}} to {{to}}. {{states}}',
    stateTimeline_other:
      '{{title}}: states of {{count}} rows from {{from}} to {{to}}. {{states}}',
    lastState: '{{name}}: last {{state}}, {{changes}} changes.',
    lastStateOnce: '{{name}}: last {{state}}, 1 change.',
    duration: 'Duration',
    states: 'States of {{title}}',
  },
  figures: {
    links: 'Links of {{figure}}',
    pie_one: '{{title}}: 1 part.',
    pie_other: '{{title}}: {{count}} parts.',
    slice: '{{name}}: {{value}}, {{percent}}.',
    value: 'Value',
    percent: 'Percent',
    alertCount_one: '{{title}}: 1 alert',
    alertCount_other: '{{title}}: {{count}} alerts',
    noAlerts: 'No alert',
    noAlertsHelp:
      'Nothing is pending or fires on this service that this list is about.',
    alertFilterFault:
      'The list is not filtered by labels, because its matchers cannot be read: {{fault}}',
    alertFor: 'for {{duration}}',
    alertDashboard: 'Dashboard',
    foreign: {
      logs: 'This panel shows lines of logs, which Sightline does not read. Grafana can show it.',
      traces:
        'This panel shows traces, which Sightline does not read. Grafana can show it.',
      graph:
        'This panel shows nodes and what connects them. Grafana can show it.',
      profile:
        'This panel shows a profile of where time is spent. Grafana can show it.',
      map: 'This panel shows a map. Grafana can show it.',
      canvas:
        'This panel is a picture that its author arranged freely. Grafana can show it.',
      xychart:
        'This panel sets values against each other rather than against time. Grafana can show it.',
      candlestick:
        'This panel shows the course of prices. Grafana can show it.',
      news: 'This panel shows a feed of news from the web. Grafana can show it.',
      annotations:
        'This panel lists annotations. Those over the graphs are shown here; Grafana has the list.',
      datagrid: 'This panel is a table that people edit in Grafana.',
      live: 'This panel shows what is streamed while you watch. Grafana can show it.',
      start: 'This panel tells how to begin with Grafana; it shows no data.',
    },
    noDashboards: 'No dashboard to list',
    noDashboardsHelp:
      'None of this service’s dashboards has the words and tags that this list is about. Which ones you starred or saw last is known to Grafana alone.',
  },
  timeBar: timeBarMessages,
} as const;
