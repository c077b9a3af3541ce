import {
  ANNOTATION_EXAMPLES,
  MONITORING_ANNOTATION_SLOS,
} from '../annotations/constants';
import {
  AnnotationProblem,
  MonitoringSpec,
  Parsed,
  SloShortForm,
  SloWindow,
} from '../annotations/types';
import { bindSloDefinition, definedSloId } from '../openslo/bindSloDefinition';
import { SloDefinition } from '../openslo/SloDefinition';
import { exampleFor, findSliTemplate, sloFault } from './sli/findSliTemplate';
import { alertingOf, SloAlertingDefaults } from './alertingOf';
import { sloId } from './sloId';
import { sloTitle } from './sloTitle';
import { sloWarnings } from './warnings/sloWarnings';
import { Sli, SliTemplate, Slo } from './types';
import { formatLabelMatchers } from '../promql/formatLabelMatchers';

function bindSli(sli: Sli, form: SloShortForm): Sli {
  return sli.type === 'latency' && form.thresholdSeconds !== undefined
    ? { ...sli, thresholdSeconds: form.thresholdSeconds }
    : sli;
}

/**
 * An SLO that an entity asks for and that cannot be measured as it is asked for.
 *
 * @public
 */
export interface UnresolvedSlo {
  /** That which the SLO would have; no other SLO of the entity has it. */
  id: string;
  title: string;
  /** Why, for people. */
  message: string;
  /** Decimal text, where it is known. */
  objective?: string;
  window?: SloWindow;
}

/**
 * What {@link resolveSlos} makes of an entity's SLOs.
 *
 * @public
 */
export interface ResolvedSlos extends Parsed<Slo[]> {
  /** SLOs that are left out, and why; each is a problem, too. */
  invalid: UnresolvedSlo[];
}

/** Collects SLOs, each id once. */
class SloCollector {
  readonly value: Slo[] = [];
  readonly problems: AnnotationProblem[] = [];
  readonly #invalid: UnresolvedSlo[] = [];

  has(id: string): boolean {
    return this.value.some(slo => slo.id === id);
  }

  add(slo: Slo): void {
    this.value.push(slo);
    this.problems.push(...sloWarnings(slo));
  }

  /** @param problem - absent when it was said before */
  leaveOut(slo: UnresolvedSlo, said?: AnnotationProblem): void {
    this.#invalid.push(slo);
    this.problems.push(...(said ? [said] : []));
  }

  finish(): ResolvedSlos {
    const ids = new Set(this.value.map(({ id }) => id));
    const invalid = this.#invalid.filter(({ id }) => {
      const isFirst = !ids.has(id);
      ids.add(id);
      return isFirst;
    });
    return { value: this.value, problems: this.problems, invalid };
  }
}

function resolveForm(
  form: SloShortForm,
  spec: MonitoringSpec,
  templates: SliTemplate[],
  defaults: SloAlertingDefaults,
  slos: SloCollector,
): void {
  const template = findSliTemplate(form, templates);
  const id = sloId(form, spec.environment);
  const title = sloTitle(form, spec.environment);
  if ('annotation' in template) {
    const { objective, window } = form;
    const { message } = template;
    slos.leaveOut({ id, title, message, objective, window }, template);
  } else if (slos.has(id)) {
    const name = sloId(form);
    slos.problems.push(
      sloFault(
        `Two SLOs are called '${name}'; the first is used. Give the other one a name of its own`,
        `${exampleFor(form).replace(/ name=.*$/, '')} name=${name}-2`,
      ),
    );
  } else {
    slos.add({
      id,
      entityRef: spec.entityRef,
      ...(spec.environment ? { environment: spec.environment } : {}),
      ...(spec.renamedFrom ? { renamedFrom: spec.renamedFrom } : {}),
      title,
      description: template.title,
      sliId: template.id,
      sli: bindSli(template.sli, form),
      selector: formatLabelMatchers(spec.selector),
      objective: form.objective,
      window: form.window,
      ...alertingOf(
        form.minimumEvents === undefined
          ? undefined
          : { minimumEvents: form.minimumEvents },
        defaults,
      ),
    });
  }
}

function resolveDefinition(
  definition: SloDefinition,
  spec: MonitoringSpec,
  defaults: SloAlertingDefaults,
  slos: SloCollector,
): void {
  const { alerting, ...slo } = bindSloDefinition(definition, {
    ...spec,
    selector: formatLabelMatchers(spec.selector),
  });
  if (slos.has(slo.id)) {
    slos.problems.push(
      sloFault(
        `Two SLOs of the documents are called '${definition.name}'; the first is used. Give the other one a name of its own`,
        ANNOTATION_EXAMPLES[MONITORING_ANNOTATION_SLOS],
      ),
    );
  } else {
    slos.add({ ...slo, ...alertingOf(alerting, defaults) });
  }
}

/**
 * The SLOs that an entity's short forms come to with the SLIs of its packs, and those of its
 * documents. An SLO that cannot be resolved is left out and named by a problem; the others are
 * used.
 *
 * @param spec - what the entity's annotations ask for
 * @param templates - SLIs of the entity's packs, in the order of the packs
 * @param defaults - how SLOs alert that do not say it themselves
 * @public
 */
export function resolveSlos(
  spec: MonitoringSpec,
  templates: SliTemplate[],
  defaults: SloAlertingDefaults = {},
): ResolvedSlos {
  const slos = new SloCollector();
  for (const form of spec.slos) {
    resolveForm(form, spec, templates, defaults, slos);
  }
  for (const definition of spec.sloDefinitions) {
    resolveDefinition(definition, spec, defaults, slos);
  }
  for (const { name, message } of spec.invalidSlos ?? []) {
    const id = definedSloId(name, spec.environment);
    slos.leaveOut({ id, title: name, message });
  }
  return slos.finish();
}
