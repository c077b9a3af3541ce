import { firingMinutes } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { opensearchAlerts } from './opensearchAlerts';

const alerts = opensearchAlerts({
  entityRef: 'resource:default/search',
  name: 'search',
  title: 'Search',
  selector: 'service="search"',
  options: {},
});

type Series = Record<string, string>;

const exporter = (name: string, more = '', instance = 'a') =>
  `${name}{service="search", job="exporter", instance="${instance}", cluster="s"${more}}`;
const plugin = (name: string, more = '', instance = 'b') =>
  `${name}{service="search", job="plugin", instance="${instance}", cluster="s"${more}}`;
const status = (colour: string, instance?: string) =>
  exporter(
    'elasticsearch_cluster_health_status',
    `, color="${colour}"`,
    instance,
  );
const heap = (kind: string) =>
  exporter(`elasticsearch_jvm_memory_${kind}_bytes`, ', name="n", area="heap"');
const REJECTED = exporter(
  'elasticsearch_thread_pool_rejected_count',
  ', name="n", type="write"',
);
const UP =
  'elasticsearch_clusterinfo_up{service="search", job="exporter", instance="a", url="http://s"}';

/** The colours that a cluster has, one after the other. */
function colours(green: string, yellow: string, red: string): Series {
  return {
    [status('green')]: green,
    [status('yellow')]: yellow,
    [status('red')]: red,
  };
}

const minutes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('alerts of the opensearch pack, in promtool', () => {
  it.each<[string, string, Series, number[]]>([
    [
      'OpenSearchClusterRed',
      '2 minutes after the cluster turns red, until it is yellow',
      colours('1x9 0x50', '0x30 1x29', '0x9 1x20 0x30'),
      minutes(12, 30),
    ],
    [
      'OpenSearchClusterRed',
      'through a scrape that fails',
      colours('0x20 stale 0x38', '0x20 stale 0x38', '1x20 stale 1x38'),
      minutes(2, 60),
    ],
    [
      'OpenSearchClusterRed',
      'once when two exporters disagree for a while, and with the plugin',
      {
        ...colours('0x60', '0x60', '1x60'),
        [status('yellow', 'c')]: '1x60',
        [status('red', 'c')]: '0x60',
        [plugin('opensearch_cluster_status')]: '2x60',
      },
      minutes(2, 60),
    ],
    [
      'OpenSearchClusterRed',
      'with the plugin alone',
      { [plugin('opensearch_cluster_status')]: '0x9 2x50' },
      minutes(12, 60),
    ],
    [
      'OpenSearchClusterYellow',
      'after 15 minutes, and not any more once it is red',
      colours('0x60', '0x9 1x30 0x20', '0x40 1x19'),
      minutes(25, 40),
    ],
    [
      'OpenSearchHeapHigh',
      '10 minutes after 91 % are in use',
      { [heap('max')]: '100x60', [heap('used')]: '50x9 91x50' },
      minutes(20, 60),
    ],
    [
      'OpenSearchRejections',
      'when rejections go on, across a restart, until the last has left the window',
      { [REJECTED]: '0x9 0+10x15 0+10x10 100x40' },
      minutes(17, 40),
    ],
    [
      'OpenSearchRejections',
      'with the plugin, whose counter is typed gauge',
      {
        [plugin(
          'opensearch_threadpool_threads_count',
          ', node="n", name="write", type="rejected"',
        )]: '0+1x60',
      },
      minutes(7, 60),
    ],
    [
      'OpenSearchDown',
      '2 minutes after the exporter says so',
      { [UP]: '1x9 0x20 1x30' },
      minutes(12, 30),
    ],
    [
      'OpenSearchDown',
      'when the exporter notices in its scrape before it asks for the version again',
      {
        [UP]: '1x60',
        'elasticsearch_scrape_success{service="search", job="exporter", instance="a", collector="cluster-info"}':
          '1x9 0x50',
      },
      minutes(12, 60),
    ],
    [
      'OpenSearchDown',
      'for an hour after the last node with the plugin is gone',
      {
        [plugin('opensearch_cluster_status')]: '0x9 stale',
        'up{service="search", job="plugin", instance="b"}': '1x9 0x80',
      },
      minutes(12, 60),
    ],
    [
      'OpenSearchMetricsMissing',
      '15 minutes after the status vanishes though the nodes are there',
      {
        ...colours('1x20 stale', '0x20 stale', '0x20 stale'),
        [heap('used')]: '50x60',
      },
      minutes(36, 60),
    ],
    [
      'OpenSearchMetricsMissing',
      '15 minutes after the nodes vanish though the status is there',
      { ...colours('1x60', '0x60', '0x60'), [heap('used')]: '50x20 stale' },
      minutes(36, 60),
    ],
  ])('%s fires %s', async (name, _what, series, expected) => {
    expect(await firingMinutes(alerts, name, series)).toEqual(expected);
  });

  it.each<[string, string, Series]>([
    [
      'OpenSearchClusterRed',
      'when it is yellow',
      colours('0x60', '1x60', '0x60'),
    ],
    [
      'OpenSearchClusterRed',
      'for less than 2 minutes',
      colours('1x9 0x1 1x40', '0x60', '0x9 1x1 0x40'),
    ],
    ['OpenSearchClusterRed', 'when its series are gone', { [UP]: '0x60' }],
    [
      'OpenSearchClusterRed',
      'when the last scrape of a node that goes is red and the others are not',
      {
        [plugin('opensearch_cluster_status')]: '0x9 2 stale',
        [plugin('opensearch_cluster_status', '', 'c')]: '0x60',
      },
    ],
    [
      'OpenSearchClusterRed',
      'when the last scrape of an exporter that goes is red',
      colours('1x9 0 stale', '0x10 stale', '0x9 1 stale'),
    ],
    [
      'OpenSearchClusterRed',
      'when an exporter goes after two red scrapes and another sees it green',
      {
        ...colours('1x9 0x1 stale', '0x11 stale', '0x9 1x1 stale'),
        [status('green', 'c')]: '_x12 1x60',
        [status('yellow', 'c')]: '_x12 0x60',
        [status('red', 'c')]: '_x12 0x60',
      },
    ],
    [
      'OpenSearchClusterYellow',
      'while a node restarts for 14 minutes',
      colours('1x9 0x14 1x30', '0x9 1x14 0x30', '0x60'),
    ],
    ['OpenSearchClusterYellow', 'when its series are gone', { [UP]: '0x60' }],
    [
      'OpenSearchHeapHigh',
      'at 90 %',
      { [heap('max')]: '100x60', [heap('used')]: '90x60' },
    ],
    [
      'OpenSearchHeapHigh',
      'while garbage collection frees it in time',
      {
        [heap('max')]: '100x60',
        [heap('used')]: '60+5x7 60+5x7 60+5x7 60+5x7',
      },
    ],
    [
      'OpenSearchHeapHigh',
      'without a heap',
      { [heap('max')]: '0x60', [heap('used')]: '0x60' },
    ],
    [
      'OpenSearchHeapHigh',
      'when its series are gone',
      { [heap('max')]: 'stale', [heap('used')]: 'stale' },
    ],
    ['OpenSearchRejections', 'for one burst', { [REJECTED]: '5x20 900x40' }],
    [
      'OpenSearchRejections',
      'for old rejections, when scraping pauses and across a restart',
      { [REJECTED]: '900x20 stale _x9 900x10 0x20' },
    ],
    ['OpenSearchRejections', 'when its series are gone', { [REJECTED]: '_x9' }],
    [
      'OpenSearchDown',
      'through a pause of scraping',
      { [UP]: '1x20 stale _x9 1x30' },
    ],
    [
      'OpenSearchDown',
      'when the last scrape of an exporter that goes finds no cluster',
      { [UP]: '1x9 0 stale' },
    ],
    [
      'OpenSearchDown',
      'while another exporter reaches it',
      {
        [UP]: '0x60',
        'elasticsearch_clusterinfo_up{service="search", job="exporter", instance="c", url="http://s"}':
          '1x60',
      },
    ],
    [
      'OpenSearchMetricsMissing',
      'for a pause of scraping of 10 minutes',
      {
        ...colours(
          '1x20 stale _x9 1x30',
          '0x20 stale _x9 0x30',
          '0x20 stale _x9 0x30',
        ),
        [heap('used')]: '50x20 stale _x9 50x30',
      },
    ],
  ])('%s does not fire %s', async (name, _what, series) => {
    expect(await firingMinutes(alerts, name, series)).toEqual([]);
  });
});
