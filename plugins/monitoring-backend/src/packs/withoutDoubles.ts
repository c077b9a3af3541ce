import {
  AnnotationProblem,
  MONITORING_ANNOTATION_PACKS,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  MonitoringPack,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';

/** An alert of a pack, and that of the same name which a pack before it has. */
interface Double {
  owner: string;
  first: PackAlert;
  alert: PackAlert;
}

/** Whether two alerts of one name judge alike, each in the words of its pack. */
function isSameAlert({ first, alert }: Double): boolean {
  return (['operator', 'threshold', 'unit', 'for', 'severity'] as const).every(
    field => first[field] === alert[field],
  );
}

/** Those that an author changed by the pack's options, in vain. */
function changedInVain(
  pack: MonitoringPack,
  context: PackContext,
  doubles: Double[],
): Double[] {
  const without = { ...context, options: {} };
  // A pack may have nothing at all without its options, as when they name its dialect.
  if (
    doubles.length === 0 ||
    Object.keys(context.options).length === 0 ||
    pack.lacks?.(without)
  ) {
    return [];
  }
  const plain = new Map(
    pack.alerts(without).map(({ name, expression }) => [name, expression]),
  );
  return doubles.filter(({ first, alert }) => {
    const expression = plain.get(alert.name);
    return (
      expression !== undefined &&
      expression !== alert.expression &&
      first.expression !== alert.expression
    );
  });
}

function judgesOtherwise(pack: string, { owner, alert }: Double) {
  return {
    annotation: MONITORING_ANNOTATION_PACKS,
    severity: 'error' as const,
    message: `The packs '${owner}' and '${pack}' both have an alert '${alert.name}'; that of '${owner}' is used. Tell whoever made '${pack}' to rename it`,
    example: owner,
  };
}

function optionsInVain(
  pack: string,
  options: Record<string, string>,
  owner: string,
  doubles: Double[],
): AnnotationProblem {
  const written = Object.entries(options)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
  const names = doubles.map(({ alert }) => `'${alert.name}'`).join(', ');
  return {
    annotation: MONITORING_ANNOTATION_PACKS,
    severity: 'warning',
    message: `The packs '${owner}' and '${pack}' share the alerts ${names}; those of '${owner}' are used, without '${written}' of '${pack}'. Name '${pack}' before '${owner}' to have its own`,
    example: `${pack}(${written}), ${owner}`,
  };
}

/**
 * Two alerts with one name are one alert for Prometheus and Grafana: the first pack's counts. That
 * is worth a word only where the other would have judged differently, by itself or by its options.
 *
 * @param options - as the author wrote them
 */
export function withoutDoubles(
  pack: MonitoringPack,
  context: PackContext,
  options: Record<string, string>,
  earlier: { pack: string; alerts: PackAlert[] }[],
): { alerts: PackAlert[]; problems: AnnotationProblem[] } {
  const alerts = pack.alerts(context);
  const doubles = alerts.flatMap<Double>(alert => {
    const owner = earlier.find(other =>
      other.alerts.some(({ name }) => name === alert.name),
    );
    const first = owner?.alerts.find(({ name }) => name === alert.name);
    return owner && first ? [{ owner: owner.pack, first, alert }] : [];
  });
  const inVain = changedInVain(pack, context, doubles.filter(isSameAlert));
  return {
    alerts: alerts.filter(
      ({ name }) => !doubles.some(({ alert }) => alert.name === name),
    ),
    problems: [
      ...doubles
        .filter(double => !isSameAlert(double))
        .map(double => judgesOtherwise(pack.id, double)),
      ...[...new Set(inVain.map(({ owner }) => owner))].map(owner =>
        optionsInVain(
          pack.id,
          options,
          owner,
          inVain.filter(double => double.owner === owner),
        ),
      ),
    ],
  };
}
