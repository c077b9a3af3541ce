import { setTimeout } from 'node:timers/promises';
import { ChaosProcess } from './ChaosProcess';
import { ChaosRandom } from './ChaosRandom';

/** What can go wrong with one request. */
const FAULTS = [
  'conflict',
  'precondition',
  'busy',
  'busy until a date',
  'unavailable',
  'error before',
  'error after',
  'silence before',
  'silence after',
  'slow',
  'truncated',
] as const;

function answer(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify({ message }), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

function silence(): Error {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error('read ETIMEDOUT'), { code: 'ETIMEDOUT' }),
  });
}

/**
 * `fetch` on which nobody can rely, in a process that can be killed before and after each request.
 *
 * @param chaos - `faults`: share of requests that go wrong, 0..1, asked at each
 */
export function createFaultyFetch(
  real: typeof fetch,
  chaos: {
    random: ChaosRandom;
    faults: () => number;
    now: () => Date;
    onFault: (fault: string) => void;
  },
): typeof fetch {
  const { random } = chaos;
  const send: typeof fetch = async (url, init) => {
    ChaosProcess.current()?.step();
    init?.signal?.throwIfAborted();
    const response = await real(url, init);
    ChaosProcess.current()?.step();
    init?.signal?.throwIfAborted();
    return response;
  };
  return async (url, init) => {
    if (!random.chance(chaos.faults())) {
      return send(url, init);
    }
    // A server may repeat what it could not take, secrets included.
    const echo = String(init?.body ?? '');
    const soon = new Date(chaos.now().getTime() + 3_000);
    const fault = random.pick(FAULTS);
    chaos.onFault(fault);
    switch (fault) {
      case 'conflict':
        return answer(409, 'changed in the meantime');
      case 'precondition':
        return answer(412, 'version mismatch');
      case 'busy':
        return answer(429, 'slow down', { 'retry-after': '2' });
      case 'busy until a date':
        return answer(503, 'slow down', { 'retry-after': soon.toUTCString() });
      case 'unavailable':
        return answer(503, 'starting');
      case 'error before':
        return answer(500, `could not take ${echo}`);
      case 'error after':
        await send(url, init);
        return answer(500, `database is locked: ${echo}`);
      case 'silence before':
        throw silence();
      case 'silence after':
        await send(url, init);
        throw silence();
      case 'slow':
        await setTimeout(random.below(3));
        return send(url, init);
      default: {
        const response = await send(url, init);
        const text = await response.text();
        return new Response(
          text === '' ? null : text.slice(0, text.length / 2),
          {
            status: response.status,
            headers: { 'content-type': 'application/json' },
          },
        );
      }
    }
  };
}
