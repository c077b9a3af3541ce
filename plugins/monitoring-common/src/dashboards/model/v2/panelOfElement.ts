import { JsonObject } from '@backstage/types';
import { asObject, asObjects, asText } from '../json';
import { withoutEmpty } from '../migrations/withoutEmpty';

/**
 * A panel of the second schema in the form of the first, without its place.
 *
 * @remarks
 * `v2alpha1` says the type of a panel, a query or a transformation as its `kind`; since `v2beta1`
 * it is its `group`, and the data source has a name instead of a reference.
 */
export function panelOfElement(element: JsonObject): JsonObject {
  const spec = asObject(element.spec);
  if (element.kind === 'LibraryPanel') {
    return withoutEmpty({
      id: spec.id,
      title: spec.title,
      type: 'library-panel-ref',
      libraryPanel: spec.libraryPanel,
    });
  }
  const visual = asObject(spec.vizConfig);
  const visualSpec = asObject(visual.spec);
  const data = asObject(asObject(spec.data).spec);
  const { queries, transformations, queryOptions } = data;
  // What Grafana's server kept of a panel of before Grafana 7, for the browser.
  const { __angularMigration: former, ...options } = asObject(
    visualSpec.options,
  );
  const { autoMigrateFrom, originalOptions } = asObject(former);
  return withoutEmpty({
    ...asObject(originalOptions),
    autoMigrateFrom,
    ...asObject(queryOptions),
    id: spec.id,
    title: spec.title,
    description: spec.description,
    links: spec.links,
    transparent: spec.transparent,
    type: typeOf(visual, 'VizConfig'),
    pluginVersion: asText(visualSpec.pluginVersion) ?? visual.version,
    options,
    fieldConfig: visualSpec.fieldConfig,
    datasource: { type: 'datasource', uid: '-- Mixed --' },
    targets: asObjects(queries).map(targetOfQuery),
    transformations: asObjects(transformations).map(one => ({
      ...asObject(one.spec),
      id: asText(asObject(one.spec).id) ?? typeOf(one, 'Transformation') ?? '',
    })),
  });
}

/** A query with its source, for variables and annotations too: `{ datasource, spec }`. */
export function queryOf(
  query: JsonObject,
  reference?: unknown,
): { datasource: JsonObject; spec: JsonObject } {
  const { type, uid } = asObject(reference);
  const spec = asObject(query.spec);
  return {
    spec,
    datasource: withoutEmpty({
      type: asText(type) ?? typeOf(query, 'DataQuery'),
      uid: asText(uid) ?? asText(asObject(query.datasource).name),
    }),
  };
}

function targetOfQuery(json: JsonObject): JsonObject {
  const { query, refId, hidden, datasource } = asObject(json.spec);
  const { spec, ...source } = queryOf(asObject(query), datasource);
  return withoutEmpty({
    ...spec,
    ...source,
    refId: asText(refId) ?? spec.refId,
    hide: hidden === true,
  });
}

function typeOf(json: JsonObject, kind: string): string | undefined {
  return (
    asText(json.group) ?? (json.kind === kind ? undefined : asText(json.kind))
  );
}
