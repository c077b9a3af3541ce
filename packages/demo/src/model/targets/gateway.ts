import { HttpTraffic } from '../HttpTraffic';
import { SimulatedTarget } from '../SimulatedTarget';
import { Certificates } from './gateway/Certificates';
import { GatewayConnections } from './gateway/GatewayConnections';
import { GatewayDoor } from './gateway/GatewayDoor';
import { GatewayRejections } from './gateway/GatewayRejections';
import { GatewayUpstreams } from './gateway/GatewayUpstreams';
import { GraphqlOperations } from './gateway/GraphqlOperations';

const service = 'gateway';

/** The GraphQL gateway that every client talks to. */
export function createGateway(): SimulatedTarget {
  const http = new HttpTraffic(service, [
    {
      method: 'POST',
      route: '/graphql',
      perSecond: 32,
      success: '200',
      latency: { median: 0.075, sigma: 0.85 },
      failures: 0.00052,
    },
    {
      method: 'GET',
      route: '/media/:id/raw',
      perSecond: 8,
      success: '200',
      latency: { median: 0.05, sigma: 0.9 },
      failures: 0.0003,
      notFound: 0.03,
    },
  ]);
  const parts: Pick<SimulatedTarget, 'families' | 'advance'>[] = [
    new GraphqlOperations(service),
    new GatewayUpstreams(service),
    new GatewayConnections(service),
    new GatewayDoor(service),
    new GatewayRejections(service),
    new Certificates(service),
  ];

  return {
    name: service,
    job: service,
    instance: 'gateway-0',
    isService: true,
    families: [http.family, ...parts.flatMap(({ families }) => families)],
    advance(step) {
      const failing = step.isActive('graphql-errors');
      http.advance(step, route =>
        failing && route.route === '/graphql' ? { failures: 0.12 } : {},
      );
      for (const part of parts) {
        part.advance(step);
      }
    },
  };
}
