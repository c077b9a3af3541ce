import { PanelModel } from '@sightline/backstage-plugin-monitoring-common';

/**
 * The panel that `viewPanel` in an address means: our key of it, or one of Grafana's forms, `3`,
 * `panel-3`, and what it writes of copies and rows around that.
 */
export function findPanel(
  panels: PanelModel[],
  text: string,
): PanelModel | undefined {
  const id = /^(\d+)$/.exec(text)?.[1] ?? /^.*panel-(\d+)/.exec(text)?.[1];
  return (
    panels.find(({ key }) => key === text) ??
    panels.find(panel => String(panel.id) === id)
  );
}
