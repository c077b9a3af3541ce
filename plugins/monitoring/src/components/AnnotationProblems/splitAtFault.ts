import { AnnotationProblem } from '@sightline/backstage-plugin-monitoring-common';

/** An annotation's text in three parts, with the fault in the middle. */
export interface FaultyText {
  before: string;
  fault: string;
  after: string;
}

/**
 * Cuts an annotation's text at the fault. Without a position the whole text is at fault;
 * a fault at the very end, where something is missing, is marked as one space.
 */
export function splitAtFault(
  problem: AnnotationProblem,
): FaultyText | undefined {
  const { value, position } = problem;
  if (value === undefined) {
    return undefined;
  }
  if (!position || position.offset > value.length) {
    return { before: '', fault: value, after: '' };
  }
  const end = position.offset + Math.max(1, position.length);
  return {
    before: value.slice(0, position.offset),
    fault: value.slice(position.offset, end) || ' ',
    after: value.slice(end),
  };
}
