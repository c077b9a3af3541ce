import { createServer } from 'node:net';
import { freePort } from './freePort';

describe('freePort', () => {
  it('gives a port that can be listened on', async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    expect(server.address()).toMatchObject({ port });
    await new Promise(resolve => server.close(resolve));
  });

  it('gives different ports to those who ask at once', async () => {
    const ports = await Promise.all(Array.from({ length: 5 }, freePort));
    expect(new Set(ports).size).toBe(5);
  });
});
