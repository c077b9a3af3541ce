type Model = Record<string, any>;

/**
 * A dashboard whose data source variables start with the configured data source, so that it opens
 * with data where a Grafana has several.
 *
 * @param model - Grafana dashboard JSON, v1
 * @param datasource - uid; absent leaves the choice to Grafana
 */
export function chooseDatasource(
  model: Model,
  datasource: string | undefined,
): Model {
  const variables = model.templating?.list;
  if (datasource === undefined || !Array.isArray(variables)) {
    return model;
  }
  return {
    ...model,
    templating: {
      ...model.templating,
      list: variables.map((variable: Model) =>
        variable.type === 'datasource' && variable.query === 'prometheus'
          ? { ...variable, current: { text: datasource, value: datasource } }
          : variable,
      ),
    },
  };
}
