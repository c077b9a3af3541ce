import {
  chooseHttpDialect,
  dialectOf,
  HttpDialect,
  httpDialects,
  httpProbes,
  httpSlis,
  MonitoringPack,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { httpAlerts } from './httpAlerts';
import { httpDashboard } from './httpDashboard';

const PACK = 'http';

function dialectFor(context: PackContext): HttpDialect {
  return dialectOf(chooseHttpDialect(context, PACK));
}

/** Rate, errors and duration of a service that serves HTTP, in whichever dialect it measures them. */
export const httpPack: MonitoringPack = {
  id: PACK,
  title: 'HTTP service',
  description:
    'Request rate, errors and duration of a service that serves HTTP',
  metricsFrom: httpDialects
    .map(({ count, metricsFrom }) => `${count}: ${metricsFrom}`)
    .join('; '),
  options: {
    dialect: `whose metrics to read when looking does not find the right ones: ${httpDialects
      .map(({ id }) => id)
      .join(', ')}`,
  },
  probes: httpProbes,
  lacks: context => chooseHttpDialect(context, PACK).lack,
  dashboards: context => [httpDashboard(context, dialectFor(context))],
  alerts: context => httpAlerts(context, dialectFor(context)),
  slis: context => httpSlis(dialectFor(context), PACK),
};
