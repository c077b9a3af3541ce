import { Entity } from '@backstage/catalog-model';
import {
  AnnotationProblem,
  inEnvironment,
  MONITORING_ANNOTATION_ENVIRONMENTS,
  MONITORING_ANNOTATION_RENAMED_FROM,
  MonitoringSpec,
  Parsed,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringConfig } from '../config';
import { ResolvedMonitoring } from '../packs/types';
import { askingNothing } from './askingNothing';
import { limitLinks } from './limitLinks';
import { limitToScope } from './limitToScope';
import { MonitoredEntity } from './types';
import { uniteProblems } from './uniteProblems';

/** Resolves what an entity asks for with the packs that are installed. */
export type MonitoringResolver = (
  parsed: Parsed<MonitoringSpec>,
) => ResolvedMonitoring | Promise<ResolvedMonitoring>;

/** Annotations that are part of the names of objects. */
const NAMING = [
  MONITORING_ANNOTATION_ENVIRONMENTS,
  MONITORING_ANNOTATION_RENAMED_FROM,
];

/** What was made of one reading of an entity's annotations. */
interface Remembered {
  /** For each environment, within the operator's limits. */
  asked: Parsed<MonitoringSpec>[];
  /** What the packs made of it, and what came of that. */
  resolved: ResolvedMonitoring[];
  environments: ResolvedMonitoring[];
}

/**
 * Makes of what an entity asks for what it comes to in each of its environments. The same question
 * has the same answer, the same objects, while the packs say the same.
 */
export class EnvironmentResolver {
  readonly #config: Pick<MonitoringConfig, 'prometheus' | 'grafana'>;
  readonly #resolve: MonitoringResolver;
  readonly #remembered = new WeakMap<Parsed<MonitoringSpec>, Remembered>();

  static create(options: {
    config: Pick<MonitoringConfig, 'prometheus' | 'grafana'>;
    resolve: MonitoringResolver;
  }): EnvironmentResolver {
    return new EnvironmentResolver(options);
  }

  private constructor(options: {
    config: Pick<MonitoringConfig, 'prometheus' | 'grafana'>;
    resolve: MonitoringResolver;
  }) {
    this.#config = options.config;
    this.#resolve = options.resolve;
  }

  async resolve(
    entity: Entity,
    parsed: Parsed<MonitoringSpec>,
  ): Promise<MonitoredEntity> {
    const known = this.#remembered.get(parsed);
    const asked =
      known?.asked ??
      specsOf(parsed).map(value => this.#limit({ ...parsed, value }, entity));
    const resolved = await Promise.all(asked.map(one => this.#resolve(one)));
    const environments =
      known && resolved.every((one, index) => one === known.resolved[index])
        ? known.environments
        : join(resolved, findLostNames(parsed.problems));
    this.#remembered.set(parsed, { asked, resolved, environments });
    return { entity, monitoring: environments[0], environments };
  }

  #limit(
    parsed: Parsed<MonitoringSpec>,
    entity: Entity,
  ): Parsed<MonitoringSpec> {
    const { prometheus, grafana } = this.#config;
    return limitLinks(limitToScope(parsed, entity, prometheus), grafana);
  }
}

/** The annotation that leaves open what the entity's objects are called. */
function findLostNames(problems: AnnotationProblem[]): string | undefined {
  return NAMING.find(naming =>
    problems.some(
      ({ annotation, severity }) =>
        annotation === naming && severity === 'error',
    ),
  );
}

/** An entity of whose environments none is understood gets nothing that would show all of them. */
function specsOf(parsed: Parsed<MonitoringSpec>): MonitoringSpec[] {
  const { value: spec, problems } = parsed;
  if (spec.environments.length > 0) {
    return spec.environments.map(one => inEnvironment(spec, one));
  }
  return findLostNames(problems) === MONITORING_ANNOTATION_ENVIRONMENTS
    ? [askingNothing(spec)]
    : [spec];
}

function join(
  resolved: ResolvedMonitoring[],
  lost: string | undefined,
): ResolvedMonitoring[] {
  const problems = uniteProblems(resolved);
  const incomplete = lost && `What ${lost} says cannot be used`;
  return resolved.map(one => ({
    ...one,
    problems,
    ...(incomplete ? { incomplete: one.incomplete ?? incomplete } : {}),
  }));
}
