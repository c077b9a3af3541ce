import { PackContext } from '@sightline/backstage-plugin-monitoring-node';
import { hasPart, partLabel } from './choosePart';
import { INFRASTRUCTURE_PARTS } from './infrastructureParts';

/** Why there is nothing to show, as a sentence; undefined when there is something. */
export function infrastructureLack(context: PackContext): string | undefined {
  const { options, selector } = context;
  if (!partLabel(context)) {
    return `'${options.label}' is no label; write, for example, infrastructure(label=job, minio=minio-eu)`;
  }
  const has = INFRASTRUCTURE_PARTS.map(part => hasPart(part, context));
  if (has.includes(undefined)) {
    return `Which parts of the infrastructure have series with ${selector} could not be looked up. Name them to need no look-up: infrastructure(postgresql=on, nats=off, …)`;
  }
  if (!has.includes(true)) {
    const looked = INFRASTRUCTURE_PARTS.filter(
      ({ pack }) => options[pack.id] === undefined,
    ).flatMap(({ pack }) => (pack.probes ?? []).map(({ metric }) => metric));
    return `No part of the infrastructure was found: ${
      looked.length > 0
        ? `there are no series with ${selector} of ${looked.join(', ')}`
        : 'all parts are switched off'
    }. Correct monitoring/selector, or the options of the pack`;
  }
  return undefined;
}
