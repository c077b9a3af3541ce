/*
 * What people read, as Go templates that Alertmanager fills in. One group is one incident: several
 * series of one alert of one entity.
 */

/** Series that a message lists; more are counted. */
const LISTED = 10;
const TIME = '2006-01-02 15:04 MST';

/** Slack reads `<`, `>` and `&` as marks; texts of people must not call a channel together. */
function slackText(field: string): string {
  return `{{ reReplaceAll ">" "&gt;" (reReplaceAll "<" "&lt;" (reReplaceAll "&" "&amp;" (${field}))) }}`;
}

function plain(field: string): string {
  return `{{ ${field} }}`;
}

type Writer = (field: string) => string;

const first = (body: string) => `{{ with index .Alerts 0 }}${body}{{ end }}`;
const when = (field: string, body: string) =>
  `{{ if ${field} }}${body}{{ end }}`;

function since(): string {
  return `since {{ .StartsAt.UTC.Format "${TIME}" }}{{ if eq .Status "resolved" }}, ended {{ .EndsAt.UTC.Format "${TIME}" }}{{ end }}`;
}

function eachSeries(line: string, more: string): string {
  return `{{ range $index, $alert := .Alerts }}{{ if lt $index ${LISTED} }}{{ with $alert }}${line}{{ end }}{{ end }}{{ end }}{{ if gt (len .Alerts) ${LISTED} }}${more}{{ end }}`;
}

function facts(write: Writer, separator: string): string {
  return first(
    [
      `Service: ${write('or .Labels.service .Labels.entity')}`,
      when('.Annotations.owner', `Owner: ${write('.Annotations.owner')}`),
      `Severity: ${write('.Labels.severity')}`,
    ].join(separator),
  );
}

/** Where to go from a message: words, and the field of an alert, or of the group, with the address. */
const LINKS = [
  ['Service in the portal', '.Annotations.entity_url'],
  ['Dashboard', '.Annotations.dashboard_url'],
  ['Runbook', '.Annotations.runbook_url'],
] as const;

/** Opens Alertmanager's form for a silence of just this incident. */
export const SILENCE_URL =
  '{{ .ExternalURL }}/#/silences/new?filter=%7B{{ range $index, $pair := .GroupLabels.SortedPairs }}{{ if $index }}%2C{{ end }}{{ $pair.Name }}%3D%22{{ $pair.Value | urlquery }}%22{{ end }}%7D';

/** The first line: what, and how bad. */
export const SUBJECT = `{{ if eq .Status "firing" }}[{{ .CommonLabels.severity | toUpper }}]{{ else }}[RESOLVED]{{ end }} {{ .CommonLabels.alertname }}: ${first(
  '{{ .Annotations.summary }}',
)}`;

/** Plain text. */
export const TEXT = `${eachSeries(
  `{{ .Annotations.description }} (${since()})\n`,
  `and {{ len .Alerts }} in all\n`,
)}
${facts(plain, '\n')}
${first(
  LINKS.map(([word, url]) => when(url, `\n${word}: {{ ${url} }}`)).join(''),
)}
Silence: ${SILENCE_URL}
`;

/** Slack's mrkdwn. */
export const SLACK_TEXT = `${eachSeries(
  `${slackText('.Annotations.description')} _(${since()})_\n`,
  `_and {{ len .Alerts }} in all_\n`,
)}${facts(slackText, ' · ')}
${first(
  LINKS.map(([word, url]) => when(url, `<{{ ${url} }}|${word}> · `)).join(''),
)}<${SILENCE_URL}|Silence>`;

export const SLACK_TITLE = `{{ if eq .Status "firing" }}[{{ .CommonLabels.severity | toUpper }}]{{ else }}[RESOLVED]{{ end }} {{ .CommonLabels.alertname }}: ${first(
  slackText('.Annotations.summary'),
)}`;

/** Alertmanager escapes the values. */
export const HTML = `<!doctype html>
<html><body style="font-family:sans-serif;font-size:14px;line-height:1.5;color:#222">
<h2 style="font-size:18px;margin:0 0 8px;border-left:6px solid {{ if eq .Status "firing" }}{{ if eq .CommonLabels.severity "critical" }}#c00{{ else }}#e67e00{{ end }}{{ else }}#080{{ end }};padding-left:8px">${SUBJECT}</h2>
${eachSeries(
  `<p style="margin:4px 0">{{ .Annotations.description }} <span style="color:#666">(${since()})</span></p>\n`,
  `<p>and {{ len .Alerts }} in all</p>\n`,
)}<p style="margin:12px 0">${facts(plain, '<br>')}</p>
<p>${first(
  LINKS.map(([word, url]) =>
    when(url, `<a href="{{ ${url} }}">${word}</a> · `),
  ).join(''),
)}<a href="${SILENCE_URL}">Silence</a></p>
</body></html>
`;

/** Where the title of a message leads. */
export const TITLE_URL = first(
  '{{ or .Annotations.entity_url .Annotations.dashboard_url .GeneratorURL }}',
);
