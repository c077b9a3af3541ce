import { PrometheusType } from '../../../config';
import { mimirFlavor } from './mimirFlavor';
import { PrometheusFlavor } from './PrometheusFlavor';
import { plainFlavor } from './plainFlavor';
import { thanosFlavor } from './thanosFlavor';
import { victoriaMetricsFlavor } from './victoriaMetricsFlavor';

export type {
  Fields,
  PrometheusFlavor,
  RefusedAnswer,
} from './PrometheusFlavor';

const FLAVORS: Record<PrometheusType, PrometheusFlavor> = {
  prometheus: plainFlavor,
  thanos: thanosFlavor,
  mimir: mimirFlavor,
  victoriametrics: victoriaMetricsFlavor,
};

/** In what a kind of server differs from Prometheus. */
export function flavorOf(
  type: PrometheusType = 'prometheus',
): PrometheusFlavor {
  return FLAVORS[type];
}
