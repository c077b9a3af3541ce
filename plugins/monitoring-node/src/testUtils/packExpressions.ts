import { SliTemplate } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringPack, PackContext } from '../packs';
import { sliQueries } from '../packs/sliQueries';

/** An expression of a pack and where it stands. */
export interface PackExpression {
  /** `overview/11 Failing requests A`, `alert HighHttpErrorRate`, `SLI http:availability bad`. */
  where: string;
  /** PromQL without anything to be filled in. */
  expression: string;
}

const WINDOW = '5m';

/** What Grafana or the SLO engine would fill in; of variables, all values. */
function fillIn(expression: string, selector: string): string {
  return expression
    .replace(/\$__(rate_interval|interval|range)\b/g, WINDOW)
    .replace(/\$selector\b/g, selector)
    .replace(/\$window\b/g, WINDOW)
    .replace(/\$\{?[a-z][a-zA-Z_]*\}?/g, '.+');
}

function sliExpressions({ id, sli }: SliTemplate): PackExpression[] {
  return sliQueries(sli).map(({ part, query }) => ({
    where: `SLI ${id} ${part}`.trim(),
    expression: query,
  }));
}

/** All expressions of a pack for an entity: panels, alerts, SLIs. */
export function packExpressions(
  pack: MonitoringPack,
  context: PackContext,
): PackExpression[] {
  const panels = pack.dashboards(context).flatMap(({ id, model }) =>
    ((model.panels ?? []) as any[]).flatMap(panel =>
      ((panel.targets ?? []) as any[]).map(target => ({
        where: `${id}/${panel.id} ${panel.title} ${target.refId}`,
        expression: target.expr as string,
      })),
    ),
  );
  const alerts = pack
    .alerts(context)
    .map(({ name, expression }) => ({ where: `alert ${name}`, expression }));
  return [
    ...panels,
    ...alerts,
    ...pack.slis(context).flatMap(sliExpressions),
  ].map(({ where, expression }) => ({
    where,
    expression: fillIn(expression, context.selector),
  }));
}
