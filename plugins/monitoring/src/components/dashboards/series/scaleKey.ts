import { PanelSeries } from './graphSeries';

/**
 * Series with the same key share a value axis. By Grafana's rule that is: the same unit, limits,
 * side, distribution and label.
 */
export function scaleKey({
  config,
  style,
}: Pick<PanelSeries, 'config' | 'style'>): string {
  const { axis, scale } = style;
  const part = (value: number | undefined) => value ?? 'na';
  return [
    config.unit ?? '__fixed',
    `${part(config.min)}-${part(config.max)}`,
    `${part(axis.softMin)}-${part(axis.softMax)}`,
    axis.placement,
    scale.type === 'log' ? `log${scale.base}` : scale.type,
    axis.label ?? 'na',
  ].join('/');
}
