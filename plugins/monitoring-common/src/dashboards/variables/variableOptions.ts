import { RE2JS } from 're2js';
import { DashboardVariable, VariableOption } from '../types';

/**
 * The choices of a query variable, from the values that were found: without doubles, as its
 * regular expression leaves them, in its order.
 *
 * @remarks
 * The expression is read by RE2's grammar, in which none takes long; one that it cannot read
 * leaves all values as they are.
 *
 * @public
 */
export function variableOptions(
  values: string[],
  definition: Pick<DashboardVariable, 'regex' | 'sort'>,
): VariableOption[] {
  const pick = picker(definition.regex);
  const found = new Map<string, VariableOption>();
  for (const value of values) {
    const option = pick(value);
    if (option && !found.has(option.value)) {
      found.set(option.value, option);
    }
  }
  const options = [...found.values()];
  if (definition.sort === 'none') {
    return options;
  }
  const sign = definition.sort === 'asc' ? 1 : -1;
  return options.sort(
    (a, b) => sign * a.text.localeCompare(b.text, 'en', { numeric: true }),
  );
}

function picker(
  regex: string | undefined,
): (value: string) => VariableOption | undefined {
  const keep = (value: string) => ({ text: value, value });
  if (!regex) {
    return keep;
  }
  const [, body = regex, flags = ''] = /^\/(.*)\/([a-z]*)$/.exec(regex) ?? [];
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(
      body,
      flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0,
    );
  } catch {
    return keep;
  }
  return value => {
    const match = pattern.matcher(value);
    if (!match.find()) {
      return undefined;
    }
    const named = pattern.namedGroups();
    const group = (name: string) =>
      Object.hasOwn(named, name) ? match.group(name) ?? undefined : undefined;
    const first = pattern.groupCount() > 0 ? match.group(1) : undefined;
    const picked = group('value') ?? group('text') ?? first ?? value;
    return { value: picked, text: group('text') ?? picked };
  };
}
