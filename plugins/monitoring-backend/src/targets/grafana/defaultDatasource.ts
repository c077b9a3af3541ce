import { InputError } from '@backstage/errors';
import { DatasourcesApi } from './api/DatasourcesApi';

/** Stands in desired rules for the default Prometheus of the Grafana that they go to. */
export const DEFAULT_DATASOURCE = '(default)';

/**
 * Uid of the Prometheus data source that Grafana itself would take.
 *
 * @throws `InputError` when it has none
 */
export async function findDefaultDatasource(
  api: DatasourcesApi,
  signal?: AbortSignal,
): Promise<string> {
  const all = await api.list(signal);
  const prometheus = all.filter(({ type }) => type === 'prometheus');
  const chosen = prometheus.find(({ isDefault }) => isDefault) ?? prometheus[0];
  if (!chosen) {
    throw new InputError(
      'Grafana has no Prometheus data source that its identity may see; add one, or name it in monitoring.grafana[].datasource',
    );
  }
  return chosen.uid;
}
