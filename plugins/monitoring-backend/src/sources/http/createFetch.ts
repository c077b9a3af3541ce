import { lookup as lookUp } from 'node:dns';
import { LookupFunction } from 'node:net';
import { Agent, buildConnector, EnvHttpProxyAgent } from 'undici';
import { denyList, isDenied, TlsConfig } from '../../config';

/** How one upstream is connected to. */
export interface ConnectionConfig {
  tls?: TlsConfig;
  /** Addresses and ranges where it must not be. */
  denyAddresses?: string[];
}

/** A name led to an address that the operator does not allow. */
class DeniedAddressError extends Error {
  readonly code = 'ERR_DENIED_ADDRESS';
}

/**
 * `fetch` for an upstream that is not connected to as any other: with an authority or a certificate
 * of its own, or not at some addresses.
 *
 * @returns `undefined` when it is as any other: Node's own `fetch` then keeps connections, and goes
 *   by the proxy that the environment names
 */
export function createFetch(
  config: ConnectionConfig,
): typeof fetch | undefined {
  const { tls, denyAddresses = [] } = config;
  if (!tls && denyAddresses.length === 0) {
    return undefined;
  }
  const connect: buildConnector.BuildOptions = {
    ...(tls && {
      ca: tls.ca,
      cert: tls.cert,
      key: tls.key,
      servername: tls.serverName,
    }),
    ...(denyAddresses.length > 0 && { lookup: guardedLookup(denyAddresses) }),
  };
  const dispatcher = usesEnvironmentProxy()
    ? new EnvHttpProxyAgent({ connect, requestTls: connect })
    : new Agent({ connect });
  // Node's `fetch` takes it; its types are of another version of undici.
  return (input, init) => fetch(input, { ...init, dispatcher } as RequestInit);
}

/** As Node decides it for its own `fetch`. */
function usesEnvironmentProxy(): boolean {
  const flag = '--use-env-proxy';
  return (
    process.env.NODE_USE_ENV_PROXY === '1' ||
    process.execArgv.includes(flag) ||
    (process.env.NODE_OPTIONS ?? '').split(/\s+/).includes(flag)
  );
}

/**
 * Names lead to allowed addresses only. It is the look-up of the connection itself, so nothing can
 * answer otherwise in between.
 */
function guardedLookup(denyAddresses: string[]): LookupFunction {
  const denied = denyList(denyAddresses);
  return (host, options, callback) => {
    lookUp(host, { ...options, all: true }, (error, all) => {
      const allowed = all?.filter(({ address }) => !isDenied(denied, address));
      if (error || !allowed || allowed.length === 0) {
        callback(error ?? new DeniedAddressError(), []);
      } else if (options.all) {
        callback(null, allowed);
      } else {
        callback(null, allowed[0].address, allowed[0].family);
      }
    });
  };
}
