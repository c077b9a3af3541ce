import { Entity } from '@backstage/catalog-model';
import { matchesEmpty } from '../promql/matchesEmpty';
import { MONITORING_ANNOTATION_SELECTOR } from './constants';
import { defaultSelectorFor } from './defaultSelectorFor';
import { ProblemList } from './ProblemList';
import { LabelMatcher, Parsed } from './types';

/**
 * The selector of an entity that writes none. A faulty template, which is the operator's, must not
 * end as a selector of everything: the service's name is used then.
 */
export function readDefaultSelector(
  entity: Entity,
  template: string,
): Parsed<LabelMatcher[]> {
  const { name, namespace = 'default' } = entity.metadata;
  const { matchers, error } = defaultSelectorFor(template, {
    kind: entity.kind.toLowerCase(),
    namespace,
    name,
  });
  if (!error && !matchers.every(matchesEmpty)) {
    return { value: matchers, problems: [] };
  }
  const problems = new ProblemList(
    MONITORING_ANNOTATION_SELECTOR,
    template,
    `service="${name}"`,
  );
  problems.error(
    `The default selector of this portal cannot be used (${
      error?.message ?? 'it selects everything'
    }), so service="${name}" is. Write this annotation, or tell whoever runs the portal to mend monitoring.defaultSelector`,
  );
  return {
    value: [{ label: 'service', operator: '=', value: name }],
    problems: problems.problems,
  };
}
