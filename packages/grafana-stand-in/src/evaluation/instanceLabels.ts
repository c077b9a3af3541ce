/** Identity of an instance: its labels, in any order. */
export function instanceKey(labels: Record<string, string>): string {
  return JSON.stringify(
    Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/**
 * Labels of an instance. Those that Grafana adds win over those of the rule, and these over those
 * of the series; empty ones are left out.
 */
export function instanceLabels(options: {
  title: string;
  folderTitle: string;
  rule: Record<string, string>;
  series: Record<string, string>;
}): Record<string, string> {
  return Object.fromEntries(
    Object.entries({
      ...options.series,
      ...options.rule,
      alertname: options.title,
      grafana_folder: options.folderTitle,
    }).filter(([, value]) => value !== ''),
  );
}
