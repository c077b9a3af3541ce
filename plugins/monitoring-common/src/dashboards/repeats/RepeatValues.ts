import { DashboardVariable, VariableOption, VariableValues } from '../types';
import { ALL_VALUES } from '../variables/interpolateVariables';

/** Types whose variables have many values; Grafana repeats by no other. */
const REPEATING = new Set(['query', 'custom', 'datasource', 'groupby']);

/** For which values of which variables copies are made. */
export class RepeatValues {
  readonly #definitions: Map<string, DashboardVariable>;
  readonly #options = new Map<string, VariableOption[]>();

  constructor(
    private readonly variables: VariableValues,
    definitions: DashboardVariable[],
  ) {
    this.#definitions = new Map(definitions.map(one => [one.name, one]));
  }

  /** The chosen values, "all" being each of them; none of what cannot have many. */
  of(name: string): VariableOption[] {
    const options = this.#options.get(name) ?? this.#find(name);
    this.#options.set(name, options);
    return options;
  }

  #find(name: string): VariableOption[] {
    const definition = this.#definitions.get(name);
    if (!definition || !REPEATING.has(definition.type)) {
      return [];
    }
    const chosen = [
      Object.hasOwn(this.variables, name)
        ? this.variables[name]
        : definition.current,
    ].flat();
    const options = new Map(
      definition.options
        .filter(({ value }) => value !== ALL_VALUES)
        .map(option => [option.value, option]),
    );
    return chosen.includes(ALL_VALUES)
      ? [...options.values()]
      : [...new Set(chosen)]
          .filter(value => value !== '')
          .map(value => options.get(value) ?? { text: value, value });
  }
}
