import {
  AnnotationProblem,
  MonitoringSpec,
  Parsed,
  SloShortForm,
} from '../annotations/types';
import { sloId } from './sloId';
import { sloTitle } from './sloTitle';
import { sloWarnings } from './sloWarnings';
import { Sli, SliTemplate, Slo } from './types';
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
 * The SLOs that an entity's short forms come to with the SLIs of its packs. An SLO that cannot be
 * resolved is left out and named by a problem; the others are used.
 *
 * @param spec - what the entity's annotations ask for
 * @param templates - SLIs of the entity's packs, in the order of the packs
 * @public
 */
export function resolveSlos(
  spec: MonitoringSpec,
  templates: SliTemplate[],
): Parsed<Slo[]> {
  const value: Slo[] = [];
  const problems: AnnotationProblem[] = [];
  for (const form of spec.slos) {
    const template = findTemplate(form, templates);
    const id = sloId(form, spec.environment);
    if ('annotation' in template) {
      problems.push(template);
    } else if (value.some(slo => slo.id === id)) {
      problems.push(
        problem(
          `Two SLOs are called '${sloId(
            form,
          )}'; the first is used. Give the other one a name of its own`,
          `${exampleFor(form).replace(/ name=.*$/, '')} name=${sloId(form)}-2`,
        ),
      );
    } else {
      const slo: Slo = {
        id,
        entityRef: spec.entityRef,
        ...(spec.environment ? { environment: spec.environment } : {}),
        ...(spec.renamedFrom ? { renamedFrom: spec.renamedFrom } : {}),
        title: sloTitle(form, spec.environment),
        description: template.title,
        sliId: template.id,
        sli: bindSli(template.sli, form),
        selector: formatLabelMatchers(spec.selector),
        objective: form.objective,
        window: form.window,
      };
      value.push(slo);
      problems.push(...sloWarnings(slo));
    }
  }
  return { value, problems };
}
