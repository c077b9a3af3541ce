import { join } from 'node:path';
import { demoCommand } from './demoCommand.mjs';
import { demoArguments } from './startArguments.mjs';
import { waitForHttp } from './waitForHttp.mjs';

const TIMEOUT = 120_000;

/**
 * Starts the simulated media platform with Prometheus and Alertmanager.
 *
 * @param {(line: string) => void} onLine - the demo's own lines
 * @returns `ready`, and `ended`, which fails when it ends although nobody asked it to
 */
export function startDemo(processes, root, env, options, onLine) {
  const directory = join(root, '.demo');
  const args = [
    'run',
    '--end-with-parent',
    '--directory',
    directory,
    ...demoArguments(options),
  ];
  const ended = processes.start('The demo', 'node', demoCommand(root, args), {
    cwd: root,
    env,
    logFile: join(directory, 'logs/demo.log'),
    onLine,
  });
  const { ports, grafana } = options;
  const at = port => `http://localhost:${port}`;
  const ready = Promise.all(
    [
      `${at(ports.control)}/incidents`,
      `${at(ports.prometheus)}/-/ready`,
      `${at(ports.alertmanager)}/-/ready`,
      ...(grafana ? [] : [`${at(ports.grafana)}/api/health`]),
    ].map(url => waitForHttp(url, TIMEOUT)),
  );
  return { ready, ended };
}
