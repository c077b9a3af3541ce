import { caddy } from './dialects/caddy';
import { caddyOld } from './dialects/caddyOld';
import { djangoPrometheus } from './dialects/djangoPrometheus';
import { envoy } from './dialects/envoy';
import { expressPromBundle } from './dialects/expressPromBundle';
import { expressPromBundleSummary } from './dialects/expressPromBundleSummary';
import { fastapiInstrumentator } from './dialects/fastapiInstrumentator';
import { flaskExporter } from './dialects/flaskExporter';
import { goPromhttp } from './dialects/goPromhttp';
import { haproxy } from './dialects/haproxy';
import { ingressNginx } from './dialects/ingressNginx';
import { istio } from './dialects/istio';
import { kong } from './dialects/kong';
import { linkerd } from './dialects/linkerd';
import { openTelemetry } from './dialects/openTelemetry';
import { openTelemetryJs } from './dialects/openTelemetryJs';
import { openTelemetryJsOld } from './dialects/openTelemetryJsOld';
import { openTelemetryOld } from './dialects/openTelemetryOld';
import { openTelemetryOldGo } from './dialects/openTelemetryOldGo';
import { openTelemetryOldPython } from './dialects/openTelemetryOldPython';
import { prometheusNet } from './dialects/prometheusNet';
import { promClient } from './dialects/promClient';
import { promClientCode } from './dialects/promClientCode';
import { springBoot } from './dialects/springBoot';
import { starletteExporter } from './dialects/starletteExporter';
import { traefik } from './dialects/traefik';
import { HttpDialect } from './HttpDialect';

/**
 * All known dialects of HTTP metrics, the one to be preferred first: those of the service itself,
 * which know its routes, before those of what stands in front of it; conventions that are in force
 * before those that they replace.
 *
 * @public
 */
export const httpDialects: readonly HttpDialect[] = [
  openTelemetry,
  openTelemetryJs,
  springBoot,
  promClient,
  promClientCode,
  expressPromBundle,
  goPromhttp,
  fastapiInstrumentator,
  starletteExporter,
  flaskExporter,
  djangoPrometheus,
  prometheusNet,
  expressPromBundleSummary,
  openTelemetryOld,
  openTelemetryOldPython,
  openTelemetryOldGo,
  openTelemetryJsOld,
  istio,
  linkerd,
  ingressNginx,
  traefik,
  kong,
  caddy,
  caddyOld,
  envoy,
  haproxy,
];
