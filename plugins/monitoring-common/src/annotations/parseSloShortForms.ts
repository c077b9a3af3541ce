import { MONITORING_ANNOTATION_SLOS } from './constants';
import { readSloShortForm, SloShortFormOptions } from './parseSloShortForm';
import { ProblemList } from './ProblemList';
import { readList } from './readList';
import { InvalidSlo } from '../openslo/SloDefinition';
import { Parsed, SloShortForm } from './types';

/**
 * Parses short forms separated by semicolons or line breaks. A faulty one is left out and the
 * others are used.
 */
export function parseSloShortForms(
  value: string,
  options: SloShortFormOptions,
): Parsed<{ slos: SloShortForm[]; invalid: InvalidSlo[] }> {
  const problems = new ProblemList(MONITORING_ANNOTATION_SLOS, value);
  const places = readList(value, problems, {
    separators: ';\n',
    maximum: 20,
    things: 'SLOs',
  });
  const read = places.map(place => readSloShortForm(place, problems, options));
  return {
    value: {
      slos: read.flatMap(form => ('value' in form ? [form.value] : [])),
      invalid: read.flatMap(form => ('invalid' in form ? [form.invalid] : [])),
    },
    problems: problems.problems,
  };
}
