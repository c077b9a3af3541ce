import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { createStandIn, GrafanaState } from '@sightline/grafana-stand-in';

/**
 * The stand-in for Grafana in a process of its own, so that its memory and its time are not
 * measured: no rules are evaluated. It sends its address to its parent.
 */
const state = new GrafanaState(() => new Date());
const server = createServer(
  createStandIn({ state, prometheusUrl: 'http://localhost:1' }),
);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.(`http://127.0.0.1:${port}`);
});
process.once('disconnect', () => process.exit(0));
