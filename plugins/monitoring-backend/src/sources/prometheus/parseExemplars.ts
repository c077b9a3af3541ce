import { listOf } from './listOf';
import { parseSampleValue } from './parseSampleValue';
import { PrometheusSeriesExemplars } from './PrometheusClient';

interface WireExemplars {
  seriesLabels?: Record<string, string>;
  exemplars?: {
    labels?: Record<string, string>;
    value?: string;
    timestamp: number;
  }[];
}

/** Reads exemplars as `/query_exemplars` answers them. */
export function parseExemplars(
  name: string,
  data: unknown,
): PrometheusSeriesExemplars[] {
  return (listOf(name, data) as WireExemplars[]).map(series => ({
    labels: series.seriesLabels ?? {},
    exemplars: (series.exemplars ?? []).map(({ labels, value, timestamp }) => ({
      labels: labels ?? {},
      value: parseSampleValue(value),
      time: timestamp,
    })),
  }));
}
