import { generateKeyPairSync } from 'node:crypto';
import { md, pki } from 'node-forge';

/** A certificate and its key, in PEM. */
export interface KeyAndCertificate {
  cert: string;
  key: string;
}

/** Of one authority: for a server at `prometheus.test` and 127.0.0.1, and for us as its client. */
export interface Certificates {
  ca: string;
  server: KeyAndCertificate;
  client: KeyAndCertificate;
}

interface Pair {
  privateKey: pki.rsa.PrivateKey;
  publicKey: pki.rsa.PublicKey;
}

/** Node makes keys much faster than the library, which it cannot do with certificates at all. */
function makePair(): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return {
    privateKey: pki.privateKeyFromPem(privateKey),
    publicKey: pki.publicKeyFromPem(publicKey),
  };
}

function certify(
  subject: { name: string; pair: Pair; extensions: object[] },
  issuer: { name: string; pair: Pair },
): string {
  const certificate = pki.createCertificate();
  certificate.publicKey = subject.pair.publicKey;
  certificate.serialNumber = `0${subject.name.length}`;
  certificate.validity.notBefore = new Date(Date.now() - 60_000);
  certificate.validity.notAfter = new Date(Date.now() + 3_600_000);
  certificate.setSubject([{ name: 'commonName', value: subject.name }]);
  certificate.setIssuer([{ name: 'commonName', value: issuer.name }]);
  certificate.setExtensions(subject.extensions);
  certificate.sign(issuer.pair.privateKey, md.sha256.create());
  return pki.certificateToPem(certificate);
}

/** Makes certificates that are worth nothing outside a test, and for an hour. */
export function makeCertificates(): Certificates {
  const authority = { name: 'Test authority', pair: makePair() };
  // One key for both: making one takes long.
  const pair = makePair();
  const issue = (name: string, extensions: object[]): KeyAndCertificate => ({
    cert: certify({ name, pair, extensions }, authority),
    key: pki.privateKeyToPem(pair.privateKey),
  });
  return {
    ca: certify(
      {
        ...authority,
        extensions: [
          { name: 'basicConstraints', cA: true, critical: true },
          { name: 'keyUsage', keyCertSign: true, critical: true },
        ],
      },
      authority,
    ),
    server: issue('server', [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'prometheus.test' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ]),
    client: issue('sightline', [{ name: 'extKeyUsage', clientAuth: true }]),
  };
}
