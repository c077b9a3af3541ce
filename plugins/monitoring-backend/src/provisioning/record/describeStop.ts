import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';

/** What the record of a stopped run says. */
export function describeStop(
  by: string | undefined,
): ProvisioningRun['errors'] {
  return [
    {
      message: `${
        by
          ? `${by} stopped the run`
          : 'The run was stopped: its time was up, or the process ends'
      }; the next one goes on`,
    },
  ];
}
