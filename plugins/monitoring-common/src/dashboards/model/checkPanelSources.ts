import { DashboardSection, PanelModel } from '../types';

/**
 * Marks panels that take the answers of one that is not there, that is not drawn, or that takes
 * them of themselves in the end.
 */
export function checkPanelSources(
  sections: DashboardSection[],
): DashboardSection[] {
  const panels = new Map(
    sections.flatMap(section => section.panels.map(one => [one.id, one])),
  );
  const verdicts = new Map<number, boolean>();
  return sections.map(section => ({
    ...section,
    panels: section.panels.map(panel => {
      const missing = sourcesOf(panel).find(
        id => !canAnswer(id, panels, verdicts),
      );
      return missing === undefined || panel.kind === 'unsupported'
        ? panel
        : {
            ...panel,
            kind: 'unsupported',
            unsupported: 'datasource',
            unsupportedDetail: `panel ${missing}`,
          };
    }),
  }));
}

function sourcesOf(panel: PanelModel): number[] {
  return panel.targets.flatMap(({ source, hide }) =>
    source && !hide ? [source.panelId] : [],
  );
}

/** Walks without recursion: a dashboard may chain as many panels as it likes. */
function canAnswer(
  id: number,
  panels: Map<number, PanelModel>,
  verdicts: Map<number, boolean>,
): boolean {
  const open = new Set<number>();
  const stack = [id];
  while (stack.length) {
    const current = stack[stack.length - 1];
    const panel = panels.get(current);
    const sources = panel ? sourcesOf(panel) : [];
    const next = sources.find(one => !verdicts.has(one) && !open.has(one));
    open.add(current);
    if (panel && next !== undefined && !verdicts.has(current)) {
      stack.push(next);
    } else {
      stack.pop();
      verdicts.set(
        current,
        verdicts.get(current) ??
          (panel !== undefined &&
            panel.kind !== 'unsupported' &&
            sources.every(one => verdicts.get(one) === true)),
      );
    }
  }
  return verdicts.get(id) === true;
}
