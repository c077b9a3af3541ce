import {
  PanelSupport,
  SupportReason,
} from '@sightline/backstage-plugin-monitoring-common';
import { count } from '../problems/countProblems';
import { DashboardReport, PanelCounts } from './DashboardReport';
import { oneLine } from './oneLine';

/** What is drawn of a dashboard, for people. */
export function formatReport(report: DashboardReport): string {
  const lines = [
    `${oneLine(report.title)} (${report.file})`,
    `  ${formatCounts(report)}`,
    ...report.problems.map(panel => `  ${formatPanel(panel)}`),
    ...report.ignored.map(
      ({ part, name, type }) =>
        `  left out: ${part} '${oneLine(name)}' of type '${oneLine(type)}'`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** `125 panels: 120 drawn, 3 partly, 2 not (98.4 %)` */
export function formatCounts(counts: PanelCounts): string {
  const { panels, drawn, partly, unsupported } = counts;
  const percent =
    panels > 0 ? ` (${(((drawn + partly) / panels) * 100).toFixed(1)} %)` : '';
  return `${count(
    panels,
    'panel',
  )}: ${drawn} drawn, ${partly} partly, ${unsupported} not${percent}`;
}

function formatPanel(panel: PanelSupport): string {
  const state = panel.state === 'partly' ? 'partly' : 'not';
  const reasons = panel.reasons.map(reasonText).join('; ');
  return `${state}: ${panel.panelId} '${oneLine(panel.title)}' (${oneLine(
    panel.type,
  )}): ${reasons}`;
}

function reasonText({ code, detail = 'unknown' }: SupportReason): string {
  const name = oneLine(detail);
  switch (code) {
    case 'panel-type':
      return `panels of type '${name}' are not drawn`;
    case 'transformation':
      return `the transformation '${name}' is not known`;
    case 'datasource':
      if (/^panel \d+$/.test(name)) {
        return `it shows the data of ${name}, which is not there or not drawn`;
      }
      return `its data comes from '${name}', not from Prometheus`;
    case 'expression':
      return `expressions of type '${name}' are not calculated`;
    case 'library-panel':
      return `it is the library panel '${name}', whose body is not in the file`;
    case 'matcher':
      return `overrides by '${name}' are left out`;
    case 'option':
      return `'${name}' is left out`;
    default:
      return 'its JSON cannot be understood';
  }
}
