import { createServer } from 'node:net';

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('No free port')),
      );
    });
  });
}

/** Ports that nothing uses, so that a demo that runs already is not in the way. */
export async function freePorts() {
  const [portal, prometheus, alertmanager, grafana, control] =
    await Promise.all(Array.from({ length: 5 }, freePort));
  // The built portal is served by the backend itself.
  return {
    portal,
    backend: portal,
    prometheus,
    alertmanager,
    grafana,
    control,
  };
}
