import { LoggerService } from '@backstage/backend-plugin-api';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';

/** Says in the log what a run did; a run that did nothing says nothing. */
export function logRun(run: ProvisioningRun, logger: LoggerService): void {
  const { counts, errors } = run;
  const text = (['created', 'updated', 'pruned'] as const)
    .filter(name => counts[name] > 0)
    .map(name => `${counts[name]} ${name}`)
    .join(', ');
  if (errors.length > 0) {
    logger.warn(
      `Provisioning run ended with ${errors.length} errors, first: ${errors[0].message}`,
    );
  } else if (text) {
    logger.info(`Provisioning run: ${text}`);
  }
}
