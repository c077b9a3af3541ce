import { GrafanaHttp } from './GrafanaHttp';

/** An entry of `GET /api/datasources`. */
export interface GrafanaDatasource {
  uid: string;
  type: string;
  isDefault: boolean;
}

/** Data sources, read only. */
export class DatasourcesApi {
  constructor(private readonly http: GrafanaHttp) {}

  async list(signal?: AbortSignal): Promise<GrafanaDatasource[]> {
    return this.http.json({ path: '/api/datasources', signal });
  }
}
