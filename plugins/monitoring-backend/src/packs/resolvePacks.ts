import { stringifyError } from '@backstage/errors';
import {
  AnnotationProblem,
  formatLabelMatchers,
  MONITORING_ANNOTATION_PACKS,
  MonitoringSpec,
  nearestName,
  SliTemplate,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  MonitoringPack,
  PackAlert,
  PackContext,
  PackDashboard,
} from '@sightline/backstage-plugin-monitoring-node';
import { PackRegistry } from './PackRegistry';

/** What one pack gives to one entity. */
export interface PackContribution {
  pack: string;
  dashboards: PackDashboard[];
  alerts: PackAlert[];
  slis: SliTemplate[];
}

function problem(message: string, example: string): AnnotationProblem {
  return {
    annotation: MONITORING_ANNOTATION_PACKS,
    severity: 'error',
    message,
    example,
  };
}

function unknownPack(id: string, known: string[]): AnnotationProblem {
  const nearest = nearestName(id, known);
  return problem(
    `There is no pack '${id}'${
      nearest ? `; did you mean '${nearest}'` : ''
    }. Installed: ${known.join(', ')}. The other packs are used`,
    nearest ?? known[0] ?? 'http',
  );
}

function unknownOptions(
  pack: MonitoringPack,
  options: Record<string, string>,
): AnnotationProblem[] {
  const known = Object.keys(pack.options ?? {});
  return Object.keys(options)
    .filter(name => !known.includes(name))
    .map(name =>
      problem(
        `The pack '${pack.id}' has no option '${name}'; ${
          known.length > 0 ? `it has ${known.join(', ')}` : 'it has none'
        }. The pack is used without it`,
        pack.id,
      ),
    );
}

/** Asks each of an entity's packs for its part; one that fails is named and left out. */
export function resolvePacks(
  spec: MonitoringSpec,
  registry: PackRegistry,
): { contributions: PackContribution[]; problems: AnnotationProblem[] } {
  const contributions: PackContribution[] = [];
  const problems: AnnotationProblem[] = [];
  for (const { id, options } of spec.packs) {
    const pack = registry.get(id);
    if (!pack) {
      problems.push(
        unknownPack(
          id,
          registry.list().map(known => known.id),
        ),
      );
      continue;
    }
    problems.push(...unknownOptions(pack, options));
    const context: PackContext = {
      entityRef: spec.entityRef,
      name: spec.name,
      title: spec.title,
      selector: formatLabelMatchers(spec.selector),
      options,
    };
    try {
      contributions.push({
        pack: id,
        dashboards: pack.dashboards(context),
        alerts: pack.alerts(context),
        slis: pack.slis(context),
      });
    } catch (error) {
      problems.push(
        problem(
          `The pack '${id}' failed for this entity (${stringifyError(
            error,
          )}); tell whoever runs the portal. The other packs are used`,
          'http',
        ),
      );
    }
  }
  return { contributions, problems };
}
