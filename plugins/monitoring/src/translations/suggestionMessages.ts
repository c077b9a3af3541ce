/** Texts about packs that would fit, in English. */
export const suggestionMessages = {
  title: 'This service also exposes more',
  subtitle: 'Packs that its live metrics would fill',
  found: 'Found: {{what}}',
  dismiss: 'Not now',
  failed: 'What else this service exposes could not be looked up now.',
  looking: 'Looking at what this service exposes',
  nothing:
    'No metrics that a pack knows were found with {{selector}}. Check that Prometheus scrapes this service, or say with monitoring/selector how its series are labelled. A pack can be chosen all the same.',
  unknown:
    'What this service exposes could not be looked up now: {{reason}} A pack can be chosen all the same.',
} as const;
