import { isError, ServiceUnavailableError } from '@backstage/errors';
import { NoAnswerError } from './NoAnswerError';

const UNKNOWN_AUTHORITY =
  'its certificate is of an authority that is not trusted; name it in tls.ca';

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  UND_ERR_SOCKET: 'connection closed',
  ENOTFOUND: 'host name not found',
  EAI_AGAIN: 'host name could not be looked up',
  ETIMEDOUT: 'connection timed out',
  UND_ERR_CONNECT_TIMEOUT: 'connection timed out',
  EHOSTUNREACH: 'host unreachable',
  ENETUNREACH: 'network unreachable',
  Z_DATA_ERROR: 'its body cannot be decompressed',
  Z_BUF_ERROR: 'its body cannot be decompressed',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate is self-signed; name it in tls.ca',
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'it wants a certificate of ours',
  ERR_DENIED_ADDRESS: 'its name leads to an address that denyAddresses holds',
};

/**
 * What `fetch` threw, in words for people; codes only, because its text holds addresses.
 * Errors that already are for people pass unchanged.
 */
export function networkFailure(name: string, error: unknown): Error {
  if (error instanceof ServiceUnavailableError) {
    return error;
  }
  const reason = REASONS[codeOf(error) ?? ''] ?? 'the connection failed';
  return new NoAnswerError(`${name} does not answer: ${reason}`);
}

function codeOf(error: unknown): string | undefined {
  if (!isError(error)) {
    return undefined;
  }
  const { cause, code } = error;
  if (isError(cause)) {
    return codeOf(cause);
  }
  return typeof code === 'string' ? code : undefined;
}
