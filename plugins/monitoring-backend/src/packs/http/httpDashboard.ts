import {
  buildPackDashboard,
  HttpDialect,
  httpExpressions,
  PackContext,
  PackDashboard,
} from '@sightline/backstage-plugin-monitoring-node';
import { durationPanels } from './durationPanels';
import { httpStats } from './httpStats';
import { errorPanels, ratePanels, saturationPanels } from './requestPanels';

function description(context: PackContext, dialect: HttpDialect): string {
  return [
    `Request rate, errors and duration of ${context.title}, by the metrics of ${dialect.title}.`,
    ...(dialect.duration ? [] : ['They hold no durations.']),
    ...(dialect.note ? [dialect.note] : []),
  ].join(' ');
}

/** The RED dashboard of one HTTP service, with as much as its dialect can tell. */
export function httpDashboard(
  context: PackContext,
  dialect: HttpDialect,
): PackDashboard {
  const { selector } = context;
  const http = httpExpressions(dialect, selector, '$__rate_interval', '$route');
  const title = `${context.title} · HTTP`;
  const rows = [
    { title: 'Rate', panels: ratePanels(dialect, http) },
    { title: 'Errors', panels: errorPanels(dialect, http) },
    { title: 'Duration', panels: durationPanels(dialect, http) },
    { title: 'Saturation', panels: saturationPanels(dialect, http) },
  ];
  const model = buildPackDashboard({
    title,
    description: description(context, dialect),
    tags: ['http'],
    variables: dialect.route
      ? [
          {
            name: 'route',
            label: 'Route',
            series: `${dialect.count}{${[selector, dialect.matchers]
              .filter(Boolean)
              .join(', ')}}`,
            of: dialect.route,
          },
        ]
      : [],
    stats: httpStats(dialect, http),
    rows: rows.filter(({ panels }) => panels.length > 0),
  });
  return { id: 'overview', title, model };
}
