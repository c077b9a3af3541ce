import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { isError } from '@backstage/errors';
import { IncidentControl } from './IncidentControl';
import {
  NotificationLog,
  notificationsPage,
  readPosted,
} from '../notifications';
import { MetricsPages } from './MetricsPages';
import { readCatalogFile } from './readCatalogFile';
import { readRunbook } from './readRunbook';

const STATUS: Record<string, number> = {
  InputError: 400,
  NotFoundError: 404,
  ConflictError: 409,
  ServiceUnavailableError: 503,
};

function send(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json' })
    .end(JSON.stringify(body));
}

/** A notification larger than this is cut off. In characters. */
const LARGEST = 1024 * 1024;

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text = (text + chunk).slice(0, LARGEST);
  }
  return text;
}

/** A running control server. */
export interface ControlServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves the metrics pages under `/metrics/<target>`, runbooks under `/runbooks/<alert>`, a part of
 * the catalog under `/catalog/<file>`, and incidents: `GET /incidents`, `PUT` and `DELETE /incidents/<name>`. Channels post to
 * `/notifications/<channel>`; `GET /notifications` shows what they received, to people and to programs.
 *
 * @param port - 0 takes a free one
 * @throws when the port is taken
 */
export async function startControlServer(
  port: number,
  pages: MetricsPages,
  incidents: IncidentControl,
  notifications: NotificationLog = NotificationLog.create(),
): Promise<ControlServer> {
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const [, part, name] = (request.url ?? '').split('/');
    const call = `${request.method} ${part}`;
    if (call === 'GET metrics' && name) {
      const page = await pages.read(name);
      response
        .writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' })
        .end(page);
    } else if (call === 'GET runbooks' && name) {
      const page = await readRunbook(name);
      response
        .writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' })
        .end(page);
    } else if (call === 'GET catalog' && name) {
      const text = await readCatalogFile(name);
      response
        .writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' })
        .end(text);
    } else if (call === 'POST notifications' && name) {
      notifications.add(readPosted(name, await readText(request)));
      // What Slack says.
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end('ok');
    } else if (call === 'GET notifications') {
      if (request.headers.accept?.includes('text/html')) {
        response
          .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
          .end(notificationsPage(notifications.list()));
      } else {
        send(response, 200, notifications.list());
      }
    } else if (call === 'GET incidents') {
      send(response, 200, incidents.list());
    } else if (call === 'PUT incidents' && name) {
      incidents.start(name);
      send(response, 200, incidents.list());
    } else if (call === 'DELETE incidents' && name) {
      incidents.end(name);
      send(response, 200, incidents.list());
    } else {
      send(response, 404, { message: 'there is nothing here' });
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(error => {
      const { name, message } = isError(error)
        ? error
        : { name: 'Error', message: String(error) };
      send(response, STATUS[name] ?? 500, { message });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
