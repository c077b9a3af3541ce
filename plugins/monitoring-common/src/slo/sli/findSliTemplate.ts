import { MONITORING_ANNOTATION_SLOS } from '../../annotations/constants';
import { AnnotationProblem, SloShortForm } from '../../annotations/types';
import { SliTemplate } from '../types';

/** A problem of `monitoring/slos` for which an SLO is left out. */
export function sloFault(message: string, example: string): AnnotationProblem {
  return {
    annotation: MONITORING_ANNOTATION_SLOS,
    severity: 'error',
    message,
    example,
  };
}

/** An SLO like the one that is asked for, in a form that works. */
export function exampleFor({ type, thresholdSeconds }: SloShortForm): string {
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
export function findSliTemplate(
  form: SloShortForm,
  templates: SliTemplate[],
): SliTemplate | AnnotationProblem {
  const known = templates.map(({ id }) => id).join(', ');
  if (form.sli !== undefined) {
    const named = templates.find(({ id }) => id === form.sli);
    if (!named) {
      return sloFault(
        `No pack of this entity has an SLI '${form.sli}'; there are: ${
          known || 'none, name a pack in monitoring/packs'
        }. The SLO is left out`,
        `${exampleFor(form)}${templates[0] ? ` sli=${templates[0].id}` : ''}`,
      );
    }
    // A latency threshold needs a histogram, and a histogram needs a threshold.
    if ((form.type === 'latency') !== (named.sli.type === 'latency')) {
      return sloFault(
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
    sloFault(
      `No pack of this entity has an SLI for '${form.type}'; there are: ${
        known || 'none, name a pack in monitoring/packs'
      }. The SLO is left out`,
      exampleFor(nearest(form, templates)),
    )
  );
}
