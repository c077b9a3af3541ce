import { dirname } from 'node:path';

/** Where this package is, wherever it is run from. */
export const PACKAGE_DIRECTORY = dirname(
  require.resolve('@sightline/demo/package.json'),
);
