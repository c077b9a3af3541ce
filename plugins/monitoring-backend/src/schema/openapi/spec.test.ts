import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spec } from './spec';

const page = readFileSync(
  join(__dirname, '../../../../../docs/api.md'),
  'utf8',
);

const operations = Object.entries(spec.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    path,
    method: method.toUpperCase(),
    ...(operation as { operationId: string; summary: string }),
  })),
);

describe('the OpenAPI document', () => {
  it('refers to schemas that are there', () => {
    const references = JSON.stringify(spec).matchAll(
      /"#\/components\/schemas\/(\w+)"/g,
    );
    const names = [...new Set([...references].map(([, name]) => name))];
    expect(Object.keys(spec.components.schemas)).toEqual(
      expect.arrayContaining(names),
    );
  });

  it('names every operation once, with a summary', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.every(({ summary }) => summary.length > 10)).toBe(true);
  });

  it.each(operations)(
    'and docs/api.md both have $operationId',
    ({ operationId, method, path }) => {
      expect(page).toMatch(
        new RegExp(
          `\\| \`${operationId}\` +\\| \`${method} ${path.replace(
            /[{}]/g,
            '\\$&',
          )}\``,
        ),
      );
    },
  );
});
