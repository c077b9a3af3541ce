/*
 * Offers the backend's OpenTelemetry metrics to Prometheus. Loaded before everything else, with
 * `node --require`, since a metric that is made earlier is never counted.
 *
 * SIGHTLINE_METRICS_PORT: where to listen, 9464 unless it is set; `off`: nowhere.
 * SIGHTLINE_METRICS_HOST: 127.0.0.1 unless it is set.
 */
const { isMainThread } = require('node:worker_threads');

/** The portal starts without metrics rather than not at all. */
function warn(message) {
  process.stderr.write(`${message}; the backend's metrics are not offered\n`);
}

function offerMetrics(port, host) {
  const { metrics } = require('@opentelemetry/api');
  const { PrometheusExporter } = require('@opentelemetry/exporter-prometheus');
  const { MeterProvider } = require('@opentelemetry/sdk-metrics');

  const exporter = new PrometheusExporter({
    port,
    host,
    preventServerStart: true,
  });
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));
  exporter.startServer().catch(error => {
    warn(`Metrics cannot be served at ${host}:${port}: ${error.message}`);
  });
}

const {
  SIGHTLINE_METRICS_PORT: text = '9464',
  SIGHTLINE_METRICS_HOST: host = '127.0.0.1',
} = process.env;

// Worker threads load this file too.
if (isMainThread && text !== 'off') {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) {
    offerMetrics(port, host);
  } else {
    warn(
      `SIGHTLINE_METRICS_PORT is '${text}'; expected a port between 1 and 65535, or off`,
    );
  }
}
