/** Texts of the variables of dashboards, in English. */
export const variableMessages = {
  more: '{{others}} more',
  none: 'None',
  about: 'About {{name}}: {{description}}',
  datasource:
    'Which Prometheus is asked is set for this service, whatever is chosen here in Grafana',
  groupby: 'Grouping by chosen labels can be done in Grafana, not here',
  search: 'Search',
  searchIn: 'Search {{name}}',
  other: 'Use “{{value}}”',
  nothing: 'Nothing found',
  rest_one: 'and 1 more; search to find it',
  rest_other: 'and {{count}} more; search to find them',
  filter: {
    title: 'Filter of {{name}}',
    add: 'Add filter',
    edit: 'Change the filter {{filter}}',
    clear: 'Clear all',
    remove: 'Remove',
    apply: 'Apply',
    key: 'Label',
    keyFault:
      'A label has letters, digits and underscores, and starts with no digit.',
    operator: 'Operator',
    value: 'Value',
    values: 'Values',
    operators: {
      '=': 'equals',
      '!=': 'does not equal',
      '=~': 'matches the regular expression',
      '!~': 'does not match the regular expression',
      '=|': 'is one of',
      '!=|': 'is none of',
      '<': 'is less than',
      '>': 'is more than',
    },
  },
} as const;
