import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { createStandIn } from './createStandIn';

/** A running stand-in. */
export interface RunningStandIn {
  url: string;
  close(): Promise<void>;
}

/**
 * Starts a stand-in on the loopback address.
 *
 * @param options - `port` 0 takes a free one; `prometheusUrl` is where its data source points
 * @throws an Error that names the port when something else listens on it
 */
export async function startGrafanaStandIn(options: {
  port: number;
  prometheusUrl: string;
  now?: () => Date;
}): Promise<RunningStandIn> {
  const server = createServer(createStandIn(options));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `The Grafana stand-in cannot listen on port ${options.port}: something else does. Stop it or choose another port.`,
            )
          : error,
      ),
    );
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
