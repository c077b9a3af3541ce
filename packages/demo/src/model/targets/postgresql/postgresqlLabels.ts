/** What postgres_exporter says of the server on all but a few series. */
export const SERVER = { server: 'postgresql-0:5432' };

/** The databases, and their shares of connections and of transactions. */
export const DATABASES = [
  { datname: 'media', datid: '16384', share: 0.8 },
  { datname: 'auth', datid: '16385', share: 0.2 },
] as const;
