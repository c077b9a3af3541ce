import { JsonObject } from '@backstage/types';
import { asObject, asText } from '../json';
import { withoutEmpty } from '../migrations/withoutEmpty';
import { queryOf } from './panelOfElement';

const TYPES: Record<string, string> = {
  QueryVariable: 'query',
  TextVariable: 'textbox',
  ConstantVariable: 'constant',
  DatasourceVariable: 'datasource',
  IntervalVariable: 'interval',
  CustomVariable: 'custom',
  GroupByVariable: 'groupby',
  AdhocVariable: 'adhoc',
  SwitchVariable: 'switch',
};

/** A variable of the second schema in the form of the first; undefined for other kinds. */
export function variableOfKind(json: JsonObject): JsonObject | undefined {
  const kind = asText(json.kind) ?? '';
  if (!Object.hasOwn(TYPES, kind)) {
    return undefined;
  }
  const spec = asObject(json.spec);
  const type = TYPES[kind];
  const { name } = asObject(json.datasource);
  switch (type) {
    case 'query': {
      const { datasource, spec: query } = queryOf(
        asObject(spec.query),
        spec.datasource,
      );
      return {
        ...spec,
        type,
        datasource,
        // A query that was a text before is kept as one.
        query: query.__legacyStringValue ?? query,
      };
    }
    case 'datasource':
      return withoutEmpty({ ...spec, type, query: spec.pluginId });
    case 'switch':
      return { ...spec, type, current: { value: spec.current } };
    case 'adhoc':
    case 'groupby':
      return {
        ...spec,
        type,
        datasource: spec.datasource ?? {
          ...(json.group !== undefined && { type: json.group }),
          ...(name !== undefined && { uid: name }),
        },
      };
    default:
      return { ...spec, type };
  }
}
