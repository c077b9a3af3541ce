/** An alert as the texts need it; a part of what the payload says. */
export interface DescribedAlert {
  status: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  values: Record<string, number> | null;
  generatorURL: string;
  silenceURL: string;
  dashboardURL: string;
  panelURL: string;
}

/** Entries in the order in which Grafana's templates go through them: `alertname` first. */
function sortedPairs(labels: Record<string, string>): [string, string][] {
  return Object.entries(labels).sort(([a], [b]) => {
    if (a === 'alertname' || b === 'alertname') {
      return a === 'alertname' ? -1 : 1;
    }
    return a < b ? -1 : 1;
  });
}

/** `[FIRING:1] Name Folder (the other common labels)`. */
export function defaultTitle(
  alerts: DescribedAlert[],
  groupLabels: Record<string, string>,
  commonLabels: Record<string, string>,
): string {
  const count = (status: string) =>
    alerts.filter(alert => alert.status === status).length;
  const firing = count('firing');
  const status =
    firing > 0
      ? `FIRING:${firing}${
          count('resolved') > 0 ? `, RESOLVED:${count('resolved')}` : ''
        }`
      : 'RESOLVED';
  const values = sortedPairs(groupLabels).map(([, value]) => value);
  const others = sortedPairs(commonLabels)
    .filter(([label]) => !(label in groupLabels))
    .map(([, value]) => value);
  return `[${status}] ${values.join(' ')} ${
    others.length > 0 ? `(${others.join(' ')})` : ''
  }`;
}

function describe(alert: DescribedAlert): string {
  const list = (texts: Record<string, string>) =>
    sortedPairs(texts).map(([key, value]) => ` - ${key} = ${value}\n`);
  const values = Object.entries(alert.values ?? {}).map(
    ([refId, value]) => `${refId}=${value}`,
  );
  return [
    `\nValue: ${values.join(', ') || '[no value]'}\n`,
    'Labels:\n',
    ...list(alert.labels),
    'Annotations:\n',
    ...list(alert.annotations),
    `Source: ${alert.generatorURL}\n`,
    `Silence: ${alert.silenceURL}\n`,
    ...(alert.dashboardURL ? [`Dashboard: ${alert.dashboardURL}\n`] : []),
    ...(alert.panelURL ? [`Panel: ${alert.panelURL}\n`] : []),
  ].join('');
}

/** Everything about the alerts, firing ones first. */
export function defaultMessage(alerts: DescribedAlert[]): string {
  return [
    ['Firing', 'firing'],
    ['Resolved', 'resolved'],
  ]
    .map(([heading, status]) => {
      const found = alerts.filter(alert => alert.status === status);
      return found.length > 0
        ? `**${heading}**\n${found.map(describe).join('')}`
        : '';
    })
    .filter(Boolean)
    .join('\n\n');
}
