import { JsonObject, JsonValue } from '@backstage/types';
import { DatasourceReference } from '../types';
import { asObject, asObjects, asText } from './json';

/** A variable instead of the name of a source: `$ds`, `${ds}`, `[[ds]]`. */
const VARIABLE = /^(?:\$(\w+)|\$\{(\w+)(?::\w+)?\}|\[\[(\w+)\]\])$/;

/** Writes a panel in the form that the present Grafana has. */
export type PanelMigration = (
  panel: JsonObject,
  schemaVersion: number,
) => JsonObject;

/** What the parts of a dashboard need to know of the whole. */
export interface DashboardContext {
  /** 0 when the JSON has none, which is older than any. */
  schemaVersion: number;
  migrate: PanelMigration;
  /** Types of data sources by the names of variables and of an exported dashboard's inputs. */
  sourceTypes: Map<string, string>;
  /** Constants of an exported dashboard, by the names of their placeholders. */
  constants: Map<string, JsonValue>;
  /** Bodies of library panels in an exported dashboard, by their uids. */
  libraryPanels: Map<string, JsonObject>;
}

/** @param variables - of the dashboard, in v1's form */
export function dashboardContext(
  dashboard: JsonObject,
  variables: JsonObject[],
  schemaVersion: number,
  migrate: PanelMigration,
): DashboardContext {
  const inputs = asObjects(dashboard.__inputs);
  return {
    schemaVersion,
    migrate,
    sourceTypes: new Map([
      ...namesOf(inputs, 'datasource', 'pluginId'),
      ...namesOf(variables, 'datasource', 'query'),
    ]),
    constants: new Map(
      inputs.flatMap(({ name, type, value }) =>
        type === 'constant' && value !== undefined
          ? [[asText(name) ?? '', value] as const]
          : [],
      ),
    ),
    libraryPanels: new Map(
      Object.entries(asObject(dashboard.__elements)).map(([uid, element]) => [
        uid,
        asObject(asObject(element).model),
      ]),
    ),
  };
}

/** The type of a data source as far as the dashboard tells it. */
export function sourceType(
  reference: DatasourceReference | undefined,
  { sourceTypes }: Pick<DashboardContext, 'sourceTypes'>,
): string | undefined {
  if (reference?.type) {
    return reference.type;
  }
  const found = VARIABLE.exec(reference?.uid ?? '')?.slice(1);
  return sourceTypes.get(found?.find(Boolean) ?? '');
}

function namesOf(
  list: JsonObject[],
  type: string,
  property: string,
): [string, string][] {
  return list.flatMap((one): [string, string][] => {
    const [name, value] = [asText(one.name), asText(one[property])];
    return one.type === type && name && value ? [[name, value]] : [];
  });
}
