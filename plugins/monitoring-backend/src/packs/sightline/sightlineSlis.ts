import { SliTemplate } from '@sightline/backstage-plugin-monitoring-common';

/** What can be promised. */
export function sightlineSlis(): SliTemplate[] {
  return [
    {
      id: 'sightline:runs',
      title: 'Runs that succeed',
      serves: ['availability', 'errors'],
      sli: {
        type: 'ratio',
        bad: 'increase(sightline_provisioning_runs_total{$selector, status="failed"}[$window])',
        total:
          'increase(sightline_provisioning_runs_total{$selector}[$window])',
      },
    },
  ];
}
