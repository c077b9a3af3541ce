import { RunningProcess } from './startProcess';
import { startServer } from './startServer';

/** Starts Alertmanager and waits until it takes alerts. */
export async function startAlertmanager(options: {
  program: string;
  configFile: string;
  dataDirectory: string;
  port: number;
  logFile: string;
}): Promise<RunningProcess> {
  const { program, configFile, dataDirectory, port, logFile } = options;
  return startServer({
    name: 'Alertmanager',
    command: program,
    args: [
      `--config.file=${configFile}`,
      `--storage.path=${dataDirectory}`,
      `--web.listen-address=127.0.0.1:${port}`,
      `--web.external-url=http://localhost:${port}`,
      // One of its kind: no cluster, no port for one.
      '--cluster.listen-address=',
      '--log.level=warn',
    ],
    logFile,
    readyUrl: `http://127.0.0.1:${port}/-/ready`,
  });
}
