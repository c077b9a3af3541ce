export * from './authHeaders';
export * from './JsonServer';
export * from './parseJson';
export * from './plainText';
export * from './throwIfCredentialsRefused';
export * from './UpstreamClient';
