import { RequestListener } from 'node:http';
import {
  StartedUpstream,
  startUpstream,
} from '../../src/sources/http/__testUtils__/startUpstream';

/** What can be wrong with a Prometheus. */
export type Fault = 'slow' | 'garbage' | 'dead';

const LISTENERS: Record<Fault, RequestListener> = {
  slow: request => request.resume(),
  garbage: (request, response) => {
    request.resume();
    response.end('{"status":"success","data":{"resultType":"matrix","res');
  },
  dead: request => request.socket.destroy(),
};

/** A Prometheus that is in trouble, of one kind after the other. */
export class FaultyUpstream {
  #server?: StartedUpstream;
  fault: Fault = 'dead';

  static async start(): Promise<FaultyUpstream> {
    const upstream = new FaultyUpstream();
    upstream.#server = await startUpstream((request, response) =>
      LISTENERS[upstream.fault](request, response),
    );
    return upstream;
  }

  private constructor() {}

  get url(): string {
    return this.#server!.url;
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }
}
