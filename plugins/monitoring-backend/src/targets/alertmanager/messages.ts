import { createMessages } from '../messages';

/** Opens Alertmanager's form for a silence of just this incident. */
export const SILENCE_URL =
  '{{ .ExternalURL }}/#/silences/new?filter=%7B{{ range $index, $pair := .GroupLabels.SortedPairs }}{{ if $index }}%2C{{ end }}{{ $pair.Name }}%3D%22{{ $pair.Value | urlquery }}%22{{ end }}%7D';

const MESSAGES = createMessages({
  dashboard: '.Annotations.dashboard_url',
  silence: SILENCE_URL,
});

export const SUBJECT = MESSAGES.subject;
export const TEXT = MESSAGES.text;
export const SLACK_TEXT = MESSAGES.slackText;
export const SLACK_TITLE = MESSAGES.slackTitle;
export const HTML = MESSAGES.html;
export const TITLE_URL = MESSAGES.titleUrl;
