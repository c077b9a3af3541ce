import { JsonObject } from '@backstage/types';
import { asNumber, asObject, asText } from '../json';
import { withoutEmpty } from './withoutEmpty';

const LAYOUTS: Record<string, string> = {
  upper: 'ge',
  lower: 'le',
  middle: 'unknown',
};

/** A heatmap of before Grafana 9, whose options were the panel's own. */
export function migrateHeatmap(json: JsonObject): JsonObject {
  const options = asObject(json.options);
  const { bucketFrame, ...others } = options;
  if (bucketFrame !== undefined) {
    return {
      ...json,
      type: 'heatmap',
      options: { ...others, rowsFrame: bucketFrame },
    };
  }
  return Object.keys(options).length
    ? { ...json, type: 'heatmap', options: withTooltipMode(options) }
    : {
        ...json,
        type: 'heatmap',
        options: formerOptions(json),
        fieldConfig: { defaults: {}, overrides: [] },
      };
}

/** Before Grafana 10.3, the tooltip was shown or not. */
function withTooltipMode(options: JsonObject): JsonObject {
  const { show, ...tooltip } = asObject(options.tooltip);
  return typeof show === 'boolean'
    ? { ...options, tooltip: { ...tooltip, mode: show ? 'single' : 'none' } }
    : options;
}

function formerOptions(json: JsonObject): JsonObject {
  const axis = asObject(json.yAxis);
  const isCalculated = json.dataFormat !== 'tsbuckets';
  return withoutEmpty({
    calculate: isCalculated,
    calculation: isCalculated ? calculationOf(json) : {},
    color: colorOf(asObject(json.color)),
    cellGap: asNumber(asObject(json.cards).cardPadding) ?? 2,
    yAxis: withoutEmpty({
      axisPlacement: axis.show === false ? 'hidden' : 'left',
      reverse: Boolean(json.reverseYBuckets),
      axisWidth: asNumber(axis.width),
      min: axis.min,
      max: axis.max,
      unit: axis.format,
      decimals: axis.decimals,
    }),
    cellValues: withoutEmpty({ decimals: asNumber(json.tooltipDecimals) }),
    rowsFrame: { layout: layoutOf(asText(json.yBucketBound)) },
    legend: { show: Boolean(asObject(json.legend).show) },
    showValue: 'never',
    tooltip: {
      mode: asObject(json.tooltip).show ? 'single' : 'none',
      yHistogram: Boolean(asObject(json.tooltip).showHistogram),
    },
    filterValues: json.hideZeroBuckets ? { le: 1e-9 } : undefined,
  });
}

function calculationOf(json: JsonObject): JsonObject {
  const axis = asObject(json.yAxis);
  const logBase = asNumber(axis.logBase) ?? 1;
  const factor = asNumber(axis.splitFactor) ?? 0;
  return withoutEmpty({
    xBuckets: buckets(json.xBucketSize, json.xBucketNumber),
    yBuckets:
      logBase > 1
        ? withoutEmpty({
            mode: 'count',
            value: factor > 0 ? String(factor) : undefined,
            scale: { type: 'log', log: logBase },
          })
        : buckets(json.yBucketSize, json.yBucketNumber),
  });
}

function buckets(size: unknown, count: unknown): JsonObject | undefined {
  const [sizeText, countText] = [asText(size), asText(count)];
  if (sizeText) {
    return { mode: 'size', value: sizeText };
  }
  return countText ? { mode: 'count', value: countText } : undefined;
}

function colorOf(color: JsonObject): JsonObject {
  const [min, max] = [asNumber(color.min), asNumber(color.max)];
  const isReversed = min !== undefined && max !== undefined && min > max;
  return withoutEmpty({
    steps: 128,
    mode: color.mode === 'opacity' ? 'opacity' : 'scheme',
    // They were named after functions: `interpolateOranges`.
    scheme: asText(color.colorScheme)?.replace(/^interpolate/, ''),
    scale: color.mode === 'opacity' ? color.scale : undefined,
    fill: color.cardColor,
    min: isReversed ? max : min,
    max: isReversed ? min : max,
    reverse: isReversed || undefined,
  });
}

function layoutOf(bound: string | undefined): string {
  return bound !== undefined && Object.hasOwn(LAYOUTS, bound)
    ? LAYOUTS[bound]
    : 'auto';
}
