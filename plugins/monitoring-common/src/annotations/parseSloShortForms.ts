import { MONITORING_ANNOTATION_SLOS } from './constants';
import { readSloShortForm, SloShortFormOptions } from './parseSloShortForm';
import { ProblemList } from './ProblemList';
import { readList } from './readList';
import { Parsed, SloShortForm } from './types';

/**
 * Parses short forms separated by semicolons or line breaks. A faulty one is left out and the
 * others are used.
 */
export function parseSloShortForms(
  value: string,
  options: SloShortFormOptions,
): Parsed<SloShortForm[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_SLOS, value);
  const places = readList(value, problems, {
    separators: ';\n',
    maximum: 20,
    things: 'SLOs',
  });
  const slos = places.flatMap(
    place => readSloShortForm(place, problems, options) ?? [],
  );
  return { value: slos, problems: problems.problems };
}
