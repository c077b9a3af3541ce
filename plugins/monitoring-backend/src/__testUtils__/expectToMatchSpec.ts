import Ajv from 'ajv/dist/2020';
import { spec } from '../schema/openapi';

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: 'spec', components: spec.components });

/** Asserts that a body is what the OpenAPI document says of a schema: no more and no less. */
export function expectToMatchSpec(schema: string, body: unknown): void {
  const validate = ajv.compile({
    $ref: `spec#/components/schemas/${schema}`,
  });
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
}
