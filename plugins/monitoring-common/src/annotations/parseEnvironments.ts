import { matchesEmpty } from '../promql/matchesEmpty';
import { parseLabelMatchers } from '../promql/parseLabelMatchers';
import { MONITORING_ANNOTATION_ENVIRONMENTS } from './constants';
import { mergeSelectors } from './inEnvironment';
import { nearestName } from './nearestName';
import { instanceFault } from './parseInstance';
import { Place, ProblemList } from './ProblemList';
import { readList } from './readList';
import { splitQuoted } from './splitQuoted';
import { EnvironmentSpec, LabelMatcher, Parsed } from './types';

const ENVIRONMENT = /^([a-z0-9-]{1,32})\s*(?:\((.*)\))?$/s;
const OPTION = /^([A-Za-z][A-Za-z0-9_-]*)\s*:\s*(.*)$/s;
const OPTIONS = ['selector', 'prometheus', 'grafana'] as const;
const SEPARATORS = ',;\n';

/** What environments are made of beside their text. */
export interface EnvironmentOptions {
  /** Of the entity. */
  selector: LabelMatcher[];
  knownPrometheus?: readonly string[];
  knownGrafana?: readonly string[];
}

/** A part of an environment that keeps the whole of it from being used. */
class Fault extends Error {
  constructor(message: string, readonly place: Place) {
    super(message);
  }
}

/**
 * The options in an environment's parentheses. Commas also stand between the matchers of a
 * selector, so what is no option goes on with the selector before it.
 */
function readOptions(place: Place, problems: ProblemList): Map<string, Place> {
  const options = new Map<string, Place>();
  let selector: Place | undefined;
  for (const part of splitQuoted(place, SEPARATORS)) {
    const option = OPTION.exec(part.text);
    if (!option) {
      if (!selector) {
        throw new Fault(
          `'${part.text}' is no option; write selector:, prometheus: or grafana: and a value`,
          part,
        );
      }
      const end = part.offset + part.text.length;
      selector.text = place.text.slice(
        selector.offset - place.offset,
        end - place.offset,
      );
      continue;
    }
    const [whole, name, text] = option;
    if (!OPTIONS.some(known => known === name)) {
      const nearest = nearestName(name.slice(0, 100), OPTIONS);
      throw new Fault(
        `An environment has no '${name}'${
          nearest ? `; did you mean '${nearest}'?` : '.'
        } It has ${OPTIONS.join(', ')}`,
        part,
      );
    }
    const value = { text, offset: part.offset + whole.length - text.length };
    selector = name === 'selector' ? value : undefined;
    if (options.has(name)) {
      problems.warn(`'${name}' is given twice; the first counts`, part);
    } else {
      options.set(name, value);
    }
  }
  return options;
}

function readInstance(
  place: Place | undefined,
  known: readonly string[] | undefined,
): string | undefined {
  const fault = place && instanceFault(place.text, known);
  if (fault) {
    throw new Fault(fault.replace(/\.$/, ''), place);
  }
  return place?.text;
}

/** The matchers, which may stand in braces as in PromQL. */
function readSelector(
  written: Place | undefined,
  ofEntity: LabelMatcher[],
): LabelMatcher[] {
  if (!written) {
    return [];
  }
  const inBraces = /^\{(.*)\}$/s.exec(written.text);
  const { text, offset } = inBraces
    ? { text: inBraces[1], offset: written.offset + 1 }
    : written;
  const { matchers, error } = parseLabelMatchers(text);
  if (error) {
    throw new Fault(error.message, {
      text: text.slice(error.offset, error.offset + error.length),
      offset: offset + error.offset,
    });
  }
  if (mergeSelectors(ofEntity, matchers).every(matchesEmpty)) {
    throw new Fault(
      'The matchers also select series that have none of these labels, which are those of others',
      written,
    );
  }
  return matchers;
}

function parseEnvironment(
  place: Place,
  problems: ProblemList,
  options: EnvironmentOptions,
): EnvironmentSpec {
  const match = ENVIRONMENT.exec(place.text);
  if (!match) {
    throw new Fault(
      `'${place.text.slice(
        0,
        80,
      )}' is no environment: write a name of lower-case letters, digits and '-', at most 32, and what is different in one pair of parentheses`,
      place,
    );
  }
  const [, name, inner = ''] = match;
  const written = readOptions(
    { text: inner, offset: place.offset + place.text.indexOf('(') + 1 },
    problems,
  );
  const prometheus = readInstance(
    written.get('prometheus'),
    options.knownPrometheus,
  );
  const grafana = readInstance(written.get('grafana'), options.knownGrafana);
  return {
    name,
    selector: readSelector(written.get('selector'), options.selector),
    ...(prometheus ? { prometheus } : {}),
    ...(grafana ? { grafana } : {}),
  };
}

function selectSame(one: EnvironmentSpec, other: EnvironmentSpec): boolean {
  return (
    one.prometheus === other.prometheus &&
    JSON.stringify(one.selector) === JSON.stringify(other.selector)
  );
}

/**
 * Parses `monitoring/environments`: `prod(selector: env="prod"), stage(prometheus: stage)`. An
 * environment with a fault is left out: without its selector or server it would show the series
 * of another one.
 */
export function parseEnvironments(
  value: string,
  options: EnvironmentOptions,
): Parsed<EnvironmentSpec[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_ENVIRONMENTS, value);
  const environments: EnvironmentSpec[] = [];
  const places = readList(value, problems, {
    separators: SEPARATORS,
    maximum: 10,
    things: 'environments',
    quoted: true,
  });
  for (const place of places) {
    try {
      const environment = parseEnvironment(place, problems, options);
      const { name } = environment;
      const same = environments.find(known => selectSame(known, environment));
      if (environments.some(known => known.name === name)) {
        problems.warn(
          `The environment '${name}' is named twice; the first counts`,
          place,
        );
        continue;
      }
      if (same) {
        problems.warn(
          `The environment '${name}' shows the same series as '${same.name}'; give it a selector or a Prometheus of its own`,
          place,
        );
      }
      environments.push(environment);
    } catch (error) {
      if (!(error instanceof Fault)) {
        throw error;
      }
      problems.error(
        `${error.message}. This environment is left out, the others are used`,
        error.place,
      );
    }
  }
  return { value: environments, problems: problems.problems };
}
