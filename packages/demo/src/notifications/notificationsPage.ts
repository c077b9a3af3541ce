import { ReceivedNotification } from './ReceivedNotification';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, character => ESCAPES[character]);
}

function entry(notification: ReceivedNotification): string {
  const { status, channel, kind, title, text, receivedAt } = notification;
  return `<article class="${status}">
<header><b>${escape(channel)}</b> · ${kind} · ${escape(receivedAt)}</header>
<h2>${escape(title)}</h2>
<pre>${escape(text)}</pre>
</article>`;
}

/** What the channels received, for people; no script, and nothing of a message is markup. */
export function notificationsPage(
  notifications: ReceivedNotification[],
): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<title>Notifications of the demo</title>
<style>
body { font: 15px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
article { border-left: 6px solid #c00; padding: 0 0 0 1rem; margin: 1.5rem 0; }
article.resolved { border-color: #080; }
header { color: #555; } h2 { font-size: 1.1rem; margin: .2rem 0; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
</style></head><body>
<h1>Notifications of the demo</h1>
<p>What the channels <i>media-slack</i>, <i>media-email</i> and <i>platform-webhook</i> were sent, the latest first. As JSON: ask with <code>Accept: application/json</code>.</p>
${
  notifications.length === 0
    ? '<p>Nothing yet. Start an incident: <code>npm run demo -- incident start upload-failures</code></p>'
    : notifications.map(entry).join('\n')
}
</body></html>
`;
}
