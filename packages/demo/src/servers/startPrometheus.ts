import { RunningProcess } from './startProcess';
import { startServer } from './startServer';

/** Starts Prometheus and waits until it answers queries. */
export async function startPrometheus(options: {
  program: string;
  configFile: string;
  dataDirectory: string;
  port: number;
  logFile: string;
}): Promise<RunningProcess> {
  const { program, configFile, dataDirectory, port, logFile } = options;
  return startServer({
    name: 'Prometheus',
    command: program,
    args: [
      `--config.file=${configFile}`,
      `--storage.tsdb.path=${dataDirectory}`,
      '--storage.tsdb.retention.time=60d',
      `--web.listen-address=127.0.0.1:${port}`,
      `--web.external-url=http://localhost:${port}`,
      '--web.enable-lifecycle',
      '--log.level=warn',
    ],
    logFile,
    readyUrl: `http://127.0.0.1:${port}/-/ready`,
  });
}
