import {
  AnnotationProblem,
  escapeTemplate,
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
import { describeError } from '../describeError';
import { PackRegistry } from './PackRegistry';
import { withoutDoubles } from './withoutDoubles';

/** A dashboard of a pack that is made when it is asked for: it is larger than all else. */
export interface MakeableDashboard extends Pick<PackDashboard, 'id' | 'title'> {
  make(): PackDashboard['model'];
}

/** What one pack gives to one entity. */
export interface PackContribution {
  pack: string;
  dashboards: MakeableDashboard[];
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

/** What a pack may know of the entity; its texts are safe in an alert's annotations. */
function packContext(
  spec: MonitoringSpec,
  options: Record<string, string>,
  found: readonly string[] | undefined,
): PackContext {
  return {
    entityRef: spec.entityRef,
    name: spec.name,
    title: escapeTemplate(spec.title),
    selector: formatLabelMatchers(spec.selector),
    options: Object.fromEntries(
      Object.entries(options).map(([name, value]) => [
        name,
        escapeTemplate(value),
      ]),
    ),
    ...(found ? { found } : {}),
  };
}

/** A pack that finds nothing of its own at the entity yet: it is still wanted. */
function lacking(pack: MonitoringPack, message: string): AnnotationProblem {
  return {
    annotation: MONITORING_ANNOTATION_PACKS,
    severity: 'warning',
    message,
    example: pack.id,
  };
}

function makeable(
  pack: MonitoringPack,
  context: PackContext,
): MakeableDashboard[] {
  return pack.dashboards(context).map(({ id, title }, index) => ({
    id,
    title,
    make: () => pack.dashboards(context)[index].model,
  }));
}

/** What an entity's packs come to. */
export interface ResolvedPacks {
  contributions: PackContribution[];
  problems: AnnotationProblem[];
  /** Which packs are missing or failed; absent when each gave its part. */
  incomplete?: string;
}

/**
 * Asks each of an entity's packs for its part; one that fails is named and left out.
 *
 * @param found - pack id → which of its probes the entity's series answer to; absent when nobody
 *   could look
 */
export function resolvePacks(
  spec: MonitoringSpec,
  registry: PackRegistry,
  found?: ReadonlyMap<string, readonly string[]>,
): ResolvedPacks {
  const contributions: PackContribution[] = [];
  const problems: AnnotationProblem[] = [];
  const absent: string[] = [];
  for (const { id, options } of spec.packs) {
    const pack = registry.get(id);
    if (!pack) {
      absent.push(`there is no pack '${id}'`);
      problems.push(
        unknownPack(
          id,
          registry.list().map(known => known.id),
        ),
      );
      continue;
    }
    problems.push(...unknownOptions(pack, options));
    const context = packContext(spec, options, found && (found.get(id) ?? []));
    try {
      const lack = pack.lacks?.(context);
      if (lack) {
        // Where somebody looked and found nothing, there is nothing that could be lost.
        if (!found) {
          absent.push(`the pack '${id}' does not know the metrics yet`);
        }
        problems.push(lacking(pack, lack));
        continue;
      }
      const dashboards = makeable(pack, context);
      const slis = pack.slis(context);
      const own = withoutDoubles(pack, context, options, contributions);
      problems.push(...own.problems);
      contributions.push({ pack: id, dashboards, alerts: own.alerts, slis });
    } catch (error) {
      absent.push(`the pack '${id}' failed`);
      problems.push(
        problem(
          `The pack '${id}' failed for this entity (${describeError(
            error,
          )}); tell whoever runs the portal. The other packs are used`,
          'http',
        ),
      );
    }
  }
  const incomplete = absent.join('; ');
  return {
    contributions,
    problems,
    ...(incomplete
      ? { incomplete: incomplete[0].toUpperCase() + incomplete.slice(1) }
      : {}),
  };
}
