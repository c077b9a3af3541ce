import { ANNOTATION_EXAMPLES } from '../annotations/constants';
import {
  AnnotationProblem,
  MonitoringSpec,
  Parsed,
  SloShortForm,
  SloWindow,
} from '../annotations/types';
import { bindSloDefinition, definedSloId } from '../openslo/bindSloDefinition';
import { SloDefinition } from '../openslo/SloDefinition';
import { sloId } from './sloId';
import { sloTitle } from './sloTitle';
import { sloWarnings } from './sloWarnings';
import { Sli, SliTemplate, Slo, SloAlerting } from './types';
import { formatLabelMatchers } from '../promql/formatLabelMatchers';

const ANNOTATION = 'monitoring/slos';

function problem(message: string, example: string): AnnotationProblem {
  return { annotation: ANNOTATION, severity: 'error', message, example };
}

function exampleFor({ type, thresholdSeconds }: SloShortForm): string {
  return type === 'latency'
    ? `latency 95% < ${thresholdSeconds ?? 0.5}s name=fast`
    : `${type} ${type === 'errors' ? '< 0.1%' : '99.9%'} 30d`;
}

/** What the packs can measure instead of what was asked for. */
function nearest(form: SloShortForm, templates: SliTemplate[]): SloShortForm {
  const type = templates[0]?.serves[0] ?? form.type;
  return { ...form, type };
}

/** The template an SLO asks for, or why there is none. */
function findTemplate(
  form: SloShortForm,
  templates: SliTemplate[],
): SliTemplate | AnnotationProblem {
  const known = templates.map(({ id }) => id).join(', ');
  if (form.sli !== undefined) {
    const named = templates.find(({ id }) => id === form.sli);
    if (!named) {
      return problem(
        `No pack of this entity has an SLI '${form.sli}'; there are: ${
          known || 'none, name a pack in monitoring/packs'
        }. The SLO is left out`,
        `${exampleFor(form)}${templates[0] ? ` sli=${templates[0].id}` : ''}`,
      );
    }
    // A latency threshold needs a histogram, and a histogram needs a threshold.
    if ((form.type === 'latency') !== (named.sli.type === 'latency')) {
      return problem(
        `The SLI '${named.id}' (${named.title}) cannot be measured as '${form.type}'. The SLO is left out`,
        named.sli.type === 'latency'
          ? `latency 95% < 500ms sli=${named.id}`
          : `availability 99.9% sli=${named.id}`,
      );
    }
    return named;
  }
  // "errors < 0.1%" and "availability 99.9%" are two ways to ask for the same thing.
  const fits =
    templates.find(({ serves }) => serves.includes(form.type)) ??
    (form.type === 'errors'
      ? templates.find(({ serves }) => serves.includes('availability'))
      : undefined);
  return (
    fits ??
    problem(
      `No pack of this entity has an SLI for '${form.type}'; there are: ${
        known || 'none, name a pack in monitoring/packs'
      }. The SLO is left out`,
      exampleFor(nearest(form, templates)),
    )
  );
}

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
 * How SLOs alert that do not say it themselves.
 *
 * @public
 */
export type SloAlertingDefaults = Pick<
  SloAlerting,
  'catalogue' | 'minimumEvents'
>;

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

function alertingOf(
  own: SloAlerting | undefined,
  defaults: SloAlertingDefaults,
): Pick<Slo, 'alerting'> {
  const catalogue = own?.catalogue ?? defaults.catalogue;
  const minimumEvents = own?.minimumEvents ?? defaults.minimumEvents;
  const alerting: SloAlerting = {
    ...own,
    ...(catalogue ? { catalogue } : {}),
    ...(minimumEvents === undefined ? {} : { minimumEvents }),
  };
  return Object.keys(alerting).length > 0 ? { alerting } : {};
}

function resolveForm(
  form: SloShortForm,
  spec: MonitoringSpec,
  templates: SliTemplate[],
  defaults: SloAlertingDefaults,
  slos: SloCollector,
): void {
  const template = findTemplate(form, templates);
  const id = sloId(form, spec.environment);
  const title = sloTitle(form, spec.environment);
  if ('annotation' in template) {
    const { objective, window } = form;
    const { message } = template;
    slos.leaveOut({ id, title, message, objective, window }, template);
  } else if (slos.has(id)) {
    const name = sloId(form);
    slos.problems.push(
      problem(
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
      problem(
        `Two SLOs of the documents are called '${definition.name}'; the first is used. Give the other one a name of its own`,
        ANNOTATION_EXAMPLES[ANNOTATION],
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
