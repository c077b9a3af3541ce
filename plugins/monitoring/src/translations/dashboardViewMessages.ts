/** Texts around the panels of a dashboard: views, marks, links, other dashboards. In English. */
export const dashboardViewMessages = {
  inspect: {
    step: 'Step',
    series: 'Series',
    samples: 'Samples',
    duration: 'Answered in',
    result: 'Kind of answer',
    cache: 'Cache',
    cacheState: {
      hit: 'all of it was known',
      partial: 'the older part was known, the rest was fetched',
      miss: 'nothing was known, all was fetched',
      bypass: 'must not be kept, all was fetched',
      stale: 'Prometheus did not answer, what was known is shown',
    },
    answeredAt:
      'This answer was put together at {{time}}. All who ask the same within a few seconds are given it.',
    shown_one:
      'Shown are {{count}} series or table with {{rows}} values in all.',
    shown_other:
      'Shown are {{count}} series or tables with {{rows}} values in all.',
  },
  view: {
    back: 'Back to the dashboard',
    notFound: 'This dashboard has no panel {{panel}}',
    notFoundHelp:
      'It may have been deleted, or a variable has another value than it had.',
    copied: 'The link is copied.',
    notCopied: 'The link could not be copied: {{link}}',
    copyLink: 'Copy a link to this dashboard, time and values',
    print: 'Print',
    omitted_one: '1 more copy of a panel is not shown: there are too many.',
    omitted_other:
      '{{count}} more copies of panels are not shown: there are too many.',
    printing: 'Reading all panels, then it is printed',
    tabs: 'Parts of the dashboard',
    untitledTab: 'Untitled',
    links: 'Links of this dashboard',
    lastRange: 'Last {{duration}}',
    shifted: 'shifted by -{{duration}}',
    invalidTime: 'Its own time “{{text}}” is not understood',
    tooLarge: 'This dashboard is too large to be shown here',
    tooLargeHelp:
      'It has {{panels}} panels, and at most {{most}} can be shown. Open it in Grafana, or divide it.',
  },
  marksBar: {
    label: 'Marks on the graphs',
    list_one: '1 mark',
    list_other: '{{count}} marks',
    listOf: 'Marks from {{from}} to {{to}}',
    hideList: 'Hide the list',
    empty: 'Nothing is marked in this time.',
    problems: 'Some marks could not be read: {{problems}}',
    failed: 'Marks could not be read: {{error}}',
    until: '{{from}} to {{to}}',
    more: 'and {{others}} more',
  },
  picker: {
    open: 'Other dashboards…',
    title: 'Other dashboards in Grafana',
    search: 'Part of a title, a folder or a tag',
    recent: 'Chosen lately',
    found_one: '1 dashboard',
    found_other: '{{count}} dashboards',
    cut: 'There are more: type a part of the title.',
    nothing: 'No dashboard matches “{{query}}”.',
    empty: 'No other dashboard can be shown here',
    emptyHelp:
      'Whoever runs this portal names what may be looked at from a service: linkedDashboards of the Grafana in app-config.yaml, by folders or tags.',
    loading: 'Looking for dashboards',
    failed: 'The list of dashboards',
  },
  gone: {
    title: 'This dashboard cannot be found',
    text: 'It was deleted in Grafana, was never one of this service, or its folder may not be looked at from here.',
    first: 'Show the first dashboard of this service',
    forbiddenTitle: 'You may not see this dashboard',
    forbiddenText: 'Or choose another dashboard.',
  },
} as const;
