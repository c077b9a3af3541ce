import { Response, Router } from 'express';
import { GrafanaState } from '../state/GrafanaState';
import { slugify } from '../state/slugify';

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

function page(res: Response, title: string, body: string): void {
  res
    .set('content-type', 'text/html; charset=utf-8')
    .set(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'",
    ).end(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Grafana stand-in</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
.notice { border: 2px solid #d97706; border-radius: 4px; padding: .5rem 1rem; }
pre { overflow: auto; border: 1px solid #8888; border-radius: 4px; padding: 1rem; font-size: 13px; }
</style>
</head>
<body>
<p class="notice" role="note"><strong>This is not Grafana.</strong> It is a test double that answers
the few API calls Sightline makes, for the demo and the tests. It draws nothing.</p>
<h1>${escapeHtml(title)}</h1>
${body}
</body>
</html>
`);
}

/** What a person sees who opens the stand-in: that it is one, and what it holds. */
export function pageRoutes(state: GrafanaState): Router {
  const router = Router();

  router.get('/', (_req, res) => {
    const items = [...state.dashboards.values()]
      .map(({ uid, data, folderUid }) => {
        const folder = state.folders.get(folderUid)?.title ?? 'General';
        const url = `/d/${uid}/${slugify(data.title)}`;
        return `<li><a href="${url}">${escapeHtml(
          data.title,
        )}</a> in ${escapeHtml(folder)}</li>`;
      })
      .join('\n');
    page(
      res,
      'What the stand-in holds',
      items ? `<ul>${items}</ul>` : '<p>No dashboards yet.</p>',
    );
  });

  router.get(['/d/:uid', '/d/:uid/:slug'], (req, res) => {
    const dashboard = state.dashboards.get(req.params.uid);
    if (!dashboard) {
      res.status(404);
      page(res, 'No such dashboard', '<p><a href="/">All dashboards</a></p>');
      return;
    }
    const json = JSON.stringify(dashboard.data, null, 2);
    page(
      res,
      dashboard.data.title,
      `<p>A real Grafana would draw this dashboard here. Version ${
        dashboard.version
      }, last saved ${dashboard.updated}. <a href="/">All dashboards</a></p>
<pre>${escapeHtml(json)}</pre>`,
    );
  });

  return router;
}
