import { join } from 'node:path';

/** Arguments for Node that run the demo's TypeScript as it is. */
export function demoCommand(root, args) {
  return [
    '--require',
    join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
    join(root, 'packages/demo/src/cli.ts'),
    ...args,
  ];
}
