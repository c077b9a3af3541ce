import { prometheusDataSource } from '../../routes/datasources';
import { DataSource } from '../../state/GrafanaState';
import { Step } from './steps';

const PLUGINS = 'public/plugins';

function dataSource(id: number, changes: Partial<DataSource>): DataSource {
  return {
    ...prometheusDataSource(''),
    id,
    isDefault: false,
    jsonData: {},
    ...changes,
  };
}

/** The one Prometheus that most recordings had. */
export const ONE_DATA_SOURCE: Step = state =>
  state.dataSources.push({
    ...prometheusDataSource('http://prometheus.example:9090'),
    jsonData: { httpMethod: 'POST', timeInterval: '5s' },
  });

/** What was there when the data sources were recorded. */
export const SIX_DATA_SOURCES: Step = state =>
  state.dataSources.push(
    {
      ...prometheusDataSource('http://prometheus.example:9090'),
      jsonData: {
        httpHeaderName1: 'X-Test',
        httpMethod: 'POST',
        prometheusType: 'Prometheus',
        timeInterval: '5s',
      },
      secureJsonFields: { httpHeaderValue1: true },
    },
    dataSource(2, { uid: 'nourl', name: 'nourl' }),
    dataSource(3, {
      uid: 'badtype',
      name: 'badtype',
      type: 'nope',
      typeName: 'nope',
      typeLogoUrl: 'public/img/icn-datasource.svg',
    }),
    dataSource(4, {
      uid: 'dead',
      name: 'Dead Prometheus',
      url: 'http://dead.example:9',
    }),
    dataSource(5, {
      uid: 'am',
      name: 'Alertmanager',
      type: 'alertmanager',
      typeName: 'Alertmanager',
      typeLogoUrl: `${PLUGINS}/alertmanager/img/logo.svg`,
      url: 'http://alertmanager.example:9093',
      jsonData: {
        handleGrafanaManagedAlerts: false,
        implementation: 'prometheus',
      },
    }),
    dataSource(6, {
      uid: 'testdata',
      name: 'TestData',
      type: 'grafana-testdata-datasource',
      typeName: 'TestData',
      typeLogoUrl: `${PLUGINS}/grafana-testdata-datasource/img/testdata.svg`,
    }),
  );
