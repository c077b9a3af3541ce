import { RequestListener } from 'node:http';
import {
  StartedUpstream,
  startUpstream,
} from '../../src/sources/http/__testUtils__/startUpstream';

/** Stands before a Prometheus and counts the samples that it answers to range queries. */
export class CountingProxy {
  #server?: StartedUpstream;
  samples = 0;

  /** @param target - URL of the Prometheus */
  static async start(target: string): Promise<CountingProxy> {
    const proxy = new CountingProxy();
    proxy.#server = await startUpstream(proxy.#passOn(target));
    return proxy;
  }

  private constructor() {}

  get url(): string {
    return this.#server!.url;
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  #passOn(target: string): RequestListener {
    return async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const { method, url, headers } = request;
      const answer = await fetch(`${target}${url}`, {
        method,
        headers: { 'content-type': headers['content-type'] ?? 'text/plain' },
        ...(method === 'POST' && { body: Buffer.concat(chunks) }),
      });
      const text = await answer.text();
      this.#count(text);
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(text);
    };
  }

  #count(text: string): void {
    const { data } = JSON.parse(text) as {
      data?: { resultType?: string; result: { values?: unknown[] }[] };
    };
    if (data?.resultType === 'matrix') {
      for (const { values = [] } of data.result) {
        this.samples += values.length;
      }
    }
  }
}
