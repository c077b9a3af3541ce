import { createServer, RequestListener } from 'node:http';
import { AddressInfo } from 'node:net';

/** A server on this machine. */
export interface StartedUpstream {
  url: string;
  port: number;
  /** Ends at once, with all that is under way. */
  stop(): Promise<void>;
}

/** @param port - default: any that is free */
export async function startUpstream(
  listener: RequestListener,
  port = 0,
): Promise<StartedUpstream> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    async stop() {
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
