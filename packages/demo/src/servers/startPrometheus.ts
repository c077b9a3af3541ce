import { RunningProcess, startProcess } from './startProcess';
import { waitForHttp } from './waitForHttp';

/** Starts Prometheus and waits until it answers queries. */
export async function startPrometheus(options: {
  program: string;
  configFile: string;
  dataDirectory: string;
  port: number;
  logFile: string;
}): Promise<RunningProcess> {
  const { program, configFile, dataDirectory, port, logFile } = options;
  const running = startProcess({
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
  });
  await waitForHttp(`http://127.0.0.1:${port}/-/ready`, running, 30_000);
  return running;
}
