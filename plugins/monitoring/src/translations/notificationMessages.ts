/** Texts about who is told of alerts, in English. */
export const notificationMessages = {
  title: 'Notifications',
  subtitle: 'Who is told when an alert of this service fires',
  nobody:
    'Nobody is told when an alert of this service fires: it names no channel, and the portal has no default one. Whoever runs the portal knows the names of its channels.',
  everything: 'every alert',
  only: 'only {{severities}}',
  byDefault: 'by default, because none is named',
  test: 'Send a test notification',
  testOf: 'Send a test notification to {{channel}}',
  sending: 'Sending',
  sendingTo: 'Sending a test notification to {{channel}}',
  notPossible: 'A test cannot be sent here.',
  failed: 'The test was not sent: {{reason}}',
  severity: {
    critical: 'critical',
    warning: 'warning',
    info: 'info',
  },
  type: {
    email: 'Email',
    slack: 'Slack',
    webhook: 'Webhook',
    pagerduty: 'PagerDuty',
    opsgenie: 'Opsgenie',
    teams: 'Microsoft Teams',
    googlechat: 'Google Chat',
  },
} as const;
