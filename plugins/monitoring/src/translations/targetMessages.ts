/** Texts about what is scraped of a service, in English. */
export const targetMessages = {
  title: 'Scraping',
  allUp_one: '1 instance is scraped, and it is up',
  allUp_other: '{{count}} instances are scraped, and all of them are up',
  someUp_one: '{{up}} of 1 instance up',
  someUp_other: '{{up}} of {{count}} instances up',
  downFor_one: '1 down for {{duration}}',
  downFor_other: '{{count}} down, the last of them for {{duration}}',
  downLong_one: '1 down for more than 6 h',
  downLong_other: '{{count}} down for more than 6 h',
  show: 'Show instances',
  hide: 'Hide instances',
  listLabel: 'Instances of {{entity}}',
  instance: 'Instance',
  state: 'State',
  lastScrape: 'Last scrape',
  up: 'Up',
  down: 'Down',
  downSince: 'since {{time}}',
  downSinceLong: 'for more than 6 h',
  figures: '{{samples}} samples in {{duration}}',
  more: 'The first {{shown}} of {{total}} are listed',
  noneTitle: 'Prometheus has no target for this service',
  noneText: '{{query}} finds nothing, and neither do other series. Check:',
  noneScraped:
    'Is it scraped at all? A scrape config, ServiceMonitor or PodMonitor has to find it.',
  noneLabels:
    'Do its targets carry these labels? They come from the discovery, or are set by relabel_configs.',
  noneSelector:
    'Is the selector right? monitoring/selector says which labels are meant.',
  unlabelled:
    'Series of this service arrive, but no target carries its labels, so nobody can say whether each instance is up: {{query}} finds nothing.',
} as const;
