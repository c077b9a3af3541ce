/*
 * What people read in a notification, as Go templates that Alertmanager and Grafana fill in. One
 * group is one incident: several series of one alert of one entity.
 */

/** Where a message leads to, as Go templates: on this the two senders differ. */
export interface MessageWays {
  /** Field of an alert with the address of its dashboard. */
  dashboard: string;
  /** Text with the address of a form for a silence of just this incident. */
  silence: string;
}

/** The texts of one sender. */
export interface Messages {
  /** The first line: what, and how bad. */
  subject: string;
  /** Plain text. */
  text: string;
  /** Slack's mrkdwn. */
  slackTitle: string;
  slackText: string;
  /** For mail; the sender escapes the values. */
  html: string;
  /** Where the title of a message leads. */
  titleUrl: string;
}

/** Series that a message lists; more are counted. */
const LISTED = 10;
const TIME = '2006-01-02 15:04 MST';

/** Slack reads `<`, `>` and `&` as marks; texts of people must not call a channel together. */
function escapeSlack(field: string): string {
  return `{{ reReplaceAll ">" "&gt;" (reReplaceAll "<" "&lt;" (reReplaceAll "&" "&amp;" (${field}))) }}`;
}

function plain(field: string): string {
  return `{{ ${field} }}`;
}

type Writer = (field: string) => string;

/** Of the first alert that fires, or the first of all: what has ended is not what a group is about. */
const first = (body: string) =>
  `{{ with .Alerts.Firing }}{{ with index . 0 }}${body}{{ end }}{{ else }}{{ with index .Alerts 0 }}${body}{{ end }}{{ end }}`;
const when = (field: string, body: string) =>
  `{{ if ${field} }}${body}{{ end }}`;

function since(): string {
  return `since {{ .StartsAt.UTC.Format "${TIME}" }}{{ if eq .Status "resolved" }}, ended {{ .EndsAt.UTC.Format "${TIME}" }}{{ end }}`;
}

function eachSeries(line: string, more: string): string {
  return `{{ range $index, $alert := .Alerts }}{{ if lt $index ${LISTED} }}{{ with $alert }}${line}{{ end }}{{ end }}{{ end }}{{ if gt (len .Alerts) ${LISTED} }}${more}{{ end }}`;
}

/** There is an owner, and the description (of an SLO's alert) does not end with it. */
const OWNER_UNSAID =
  'and .Annotations.owner (not (match " Owner: " .Annotations.description))';

function facts(write: Writer, separator: string): string {
  return first(
    [
      `Service: ${write('or .Labels.service .Labels.entity')}`,
      when(OWNER_UNSAID, `Owner: ${write('.Annotations.owner')}`),
      `Severity: ${write('.Labels.severity')}`,
    ].join(separator),
  );
}

/** Where to go from a message: words, and the field of an alert with the address. */
function linksOf({ dashboard }: MessageWays): [string, string][] {
  return [
    ['Service in the portal', '.Annotations.entity_url'],
    ['Dashboard', dashboard],
    ['Runbook', '.Annotations.runbook_url'],
  ];
}

/** The texts of all channels, for one sender. */
export function createMessages(ways: MessageWays): Messages {
  const { dashboard, silence } = ways;
  const links = linksOf(ways);
  const subject = `{{ if eq .Status "firing" }}${first(
    '[{{ .Labels.severity | toUpper }}]',
  )}{{ else }}[RESOLVED]{{ end }} ${first('{{ .Labels.alertname }}')}: ${first(
    '{{ .Annotations.summary }}',
  )}`;

  const text = `${eachSeries(
    `{{ .Annotations.description }} (${since()})\n`,
    `and {{ len .Alerts }} in all\n`,
  )}
${facts(plain, '\n')}
${first(
  links.map(([word, url]) => when(url, `\n${word}: {{ ${url} }}`)).join(''),
)}
Silence: ${silence}
`;

  const slackText = `${eachSeries(
    `${escapeSlack('.Annotations.description')} _(${since()})_\n`,
    `_and {{ len .Alerts }} in all_\n`,
  )}${facts(escapeSlack, ' · ')}
${first(
  links.map(([word, url]) => when(url, `<{{ ${url} }}|${word}> · `)).join(''),
)}<${silence}|Silence>`;

  const slackTitle = `{{ if eq .Status "firing" }}${first(
    '[{{ .Labels.severity | toUpper }}]',
  )}{{ else }}[RESOLVED]{{ end }} ${first('{{ .Labels.alertname }}')}: ${first(
    escapeSlack('.Annotations.summary'),
  )}`;

  const html = `<!doctype html>
<html><body style="font-family:sans-serif;font-size:14px;line-height:1.5;color:#222">
<h2 style="font-size:18px;margin:0 0 8px;border-left:6px solid {{ if eq .Status "firing" }}${first(
    '{{ if eq .Labels.severity "critical" }}#c00{{ else }}#e67e00{{ end }}',
  )}{{ else }}#080{{ end }};padding-left:8px">${subject}</h2>
${eachSeries(
  `<p style="margin:4px 0">{{ .Annotations.description }} <span style="color:#666">(${since()})</span></p>\n`,
  `<p>and {{ len .Alerts }} in all</p>\n`,
)}<p style="margin:12px 0">${facts(plain, '<br>')}</p>
<p>${first(
    links
      .map(([word, url]) => when(url, `<a href="{{ ${url} }}">${word}</a> · `))
      .join(''),
  )}<a href="${silence}">Silence</a></p>
</body></html>
`;

  const titleUrl = first(
    `{{ or .Annotations.entity_url ${dashboard} .GeneratorURL }}`,
  );
  return { subject, text, slackTitle, slackText, html, titleUrl };
}
