import { nearestName } from '../../annotations/nearestName';
import { BudgetingMethod } from '../../slo/types';
import { YamlNode } from '../yaml/YamlNode';

const METHODS: BudgetingMethod[] = [
  'Occurrences',
  'Timeslices',
  'RatioTimeslices',
];

/** Reads `budgetingMethod`. */
export function readBudgetingMethod(
  node: YamlNode,
): BudgetingMethod | undefined {
  const text = node.text();
  const found = METHODS.find(method => method === text);
  if (!found) {
    const near = text === undefined ? undefined : nearestName(text, METHODS);
    node.error(
      node.isMissing
        ? `is missing: one of ${METHODS.join(', ')}`
        : `${node.quote()} is no budgeting method: write ${METHODS.join(
            ', ',
          )}, with capitals as here${near ? `. Is ${near} meant?` : ''}`,
    );
  }
  return found;
}
