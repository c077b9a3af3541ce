import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { TlsConfig } from './types';

const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Their texts are not said: somebody may have put a key in the wrong place. */
function readCertificates(
  tls: Config,
  key: 'ca' | 'cert',
  path: string,
): string | undefined {
  const text = tls.getOptionalString(key);
  if (text === undefined) {
    return undefined;
  }
  const blocks = text.match(CERTIFICATE) ?? [];
  try {
    blocks.forEach(block => new X509Certificate(block));
  } catch {
    blocks.length = 0;
  }
  if (blocks.length === 0) {
    throw new InputError(
      `${path}.${key} holds no certificate; expected PEM, for example by ${key}: { $file: ${key}.pem }`,
    );
  }
  return text;
}

/**
 * Reads `tls` of an upstream: whom to trust, and who we are. Files come in by `$file`.
 *
 * @returns with `tls`, or empty when there is none
 * @throws `InputError` that names the key and what was expected, and no text of a key
 */
export function readTls(instance: Config, path: string): { tls?: TlsConfig } {
  const tls = instance.getOptionalConfig('tls');
  if (!tls) {
    return {};
  }
  if (!/^https:/i.test(instance.getString('url'))) {
    throw new InputError(
      `${path}.tls is set, but ${path}.url does not start with https://`,
    );
  }
  const ca = readCertificates(tls, 'ca', `${path}.tls`);
  const cert = readCertificates(tls, 'cert', `${path}.tls`);
  const key = tls.getOptionalString('key');
  const serverName = tls.getOptionalString('serverName');
  if ((cert === undefined) !== (key === undefined)) {
    throw new InputError(
      `${path}.tls has ${
        cert ? 'cert' : 'key'
      } alone; expected both cert and key`,
    );
  }
  try {
    createSecureContext({ cert, key });
  } catch {
    throw new InputError(
      `${path}.tls.key is no key in PEM without a passphrase that belongs to ${path}.tls.cert`,
    );
  }
  return { tls: { ca, cert, key, serverName } };
}
