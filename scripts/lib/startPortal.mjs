import { join } from 'node:path';
import { waitForHttp } from './waitForHttp.mjs';

/** How long the first build of the frontend may take on a slow machine, in milliseconds. */
const TIMEOUT = 300_000;

/**
 * Starts Backstage's backend and frontend on the demo.
 *
 * @returns `ready`, and `ended`, which fails when it ends although nobody asked it to
 */
export function startPortal(processes, root, env, ports) {
  const ended = processes.start(
    'The portal',
    'backstage-cli',
    [
      'repo',
      'start',
      '--config',
      join(root, 'app-config.yaml'),
      '--config',
      join(root, '.demo/app-config.demo.yaml'),
    ],
    // The browser is the person's to open.
    {
      cwd: root,
      env: {
        ...env,
        BROWSER: 'none',
        SIGHTLINE_METRICS_PORT: String(ports.metrics),
      },
      logFile: join(root, '.demo/logs/portal.log'),
    },
  );
  const ready = Promise.all([
    waitForHttp(
      `http://localhost:${ports.backend}/.backstage/health/v1/readiness`,
      TIMEOUT,
    ),
    waitForHttp(`http://localhost:${ports.portal}/`, TIMEOUT),
  ]);
  return { ready, ended };
}
