import {
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';

/**
 * For a metric that most libraries show from the first event on: it is missing only while Prometheus
 * reaches no target of the entity. Where `up` does not carry the entity's labels nobody can tell, and
 * the alert fires after a quiet restart as well.
 *
 * @param missing - as `metricsMissingAlert` makes it
 */
export function awaitsFirstEvent(
  { selector }: PackContext,
  missing: PackAlert,
): PackAlert {
  return {
    ...missing,
    expression: `${missing.expression} unless on () (max(up{${selector}}) == 1)`,
  };
}
