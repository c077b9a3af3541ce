import { createMessages } from '../messages';

/** Grafana makes the form's address itself. */
export const SILENCE_URL =
  '{{ with index .Alerts 0 }}{{ .SilenceURL }}{{ end }}';

/** What people read, as templates that Grafana fills in. */
export const MESSAGES = createMessages({
  // Of the annotations `__dashboardUid__` and `__panelId__`.
  dashboard: '(or .PanelURL .DashboardURL)',
  silence: SILENCE_URL,
});
