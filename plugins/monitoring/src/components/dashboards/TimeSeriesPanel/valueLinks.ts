import {
  ColorTheme,
  displayField,
  interpolateDataLink,
  interpolateDataLinkTitle,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { PanelSeries } from '../series';

/** A link of a value, with everything filled in. */
export interface ValueLink {
  title: string;
  href: string;
  opensNewTab: boolean;
}

/** What {@link valueLinks} fills in. */
export interface ValueLinksContext {
  variables: VariableValues;
  range: { from: number; to: number };
  theme: ColorTheme;
  timeZone?: string;
}

/** Addresses that a link may have: no scripts, no data. */
const SAFE = /^(https?:|mailto:|\/(?!\/)|#|\?|\.)/i;

/** The links that the author put on the values of a series, for one of them. */
export function valueLinks(
  series: PanelSeries,
  value: number,
  time: number,
  context: ValueLinksContext,
): ValueLink[] {
  const { variables, range, theme, timeZone } = context;
  const scope = {
    variables,
    range,
    seriesName: series.name,
    field: { name: series.field.name, labels: series.labels },
    value: {
      raw: value,
      numeric: value,
      text: displayField(series.field, { theme, timeZone })(value).full,
      time,
    },
  };
  return (series.config.links ?? []).flatMap(({ title, url, targetBlank }) => {
    const href = interpolateDataLink(url, scope).trim();
    return SAFE.test(href)
      ? [
          {
            href,
            title: interpolateDataLinkTitle(title, scope) || href,
            opensNewTab: targetBlank,
          },
        ]
      : [];
  });
}
