import { Slo } from '../slo/types';
import { SloDefinition } from './SloDefinition';

/**
 * What {@link bindSloDefinition} needs to know of an entity.
 *
 * @public
 */
export interface SloBinding {
  entityRef: string;
  /** Name of the entity's environment; absent when it has none. */
  environment?: string;
  /** Ref that the entity had before. */
  renamedFrom?: string;
  /** Label matchers of the service, as PromQL without braces. */
  selector: string;
}

/** Longest id, the limit of a Kubernetes name. */
const MAXIMUM = 63;

/**
 * Id of an SLO of a document, as of all SLOs: its name, and the environment behind two hyphens.
 *
 * @param name - of the definition
 * @public
 */
export function definedSloId(name: string, environment?: string): string {
  const suffix = environment ? `--${environment}` : '';
  return `${name
    .slice(0, MAXIMUM - suffix.length)
    .replace(/-+$/, '')}${suffix}`;
}

/**
 * The SLO that a definition comes to for an entity. Its SLI is named after the document's: with
 * another query under the same name, the recorded series go on, and hold what was measured by the
 * old query until it has left the window. Who wants a clean cut gives the SLI another name.
 *
 * @public
 */
export function bindSloDefinition(
  definition: SloDefinition,
  { entityRef, environment, renamedFrom, selector }: SloBinding,
): Slo {
  const {
    name,
    sliName,
    service: _service,
    labels: _labels,
    ...rest
  } = definition;
  return {
    ...rest,
    id: definedSloId(name, environment),
    entityRef,
    ...(environment ? { environment } : {}),
    ...(renamedFrom ? { renamedFrom } : {}),
    title: environment ? `${rest.title} · ${environment}` : rest.title,
    sliId: `${definition.source}:${sliName}`,
    selector,
  };
}
