/** A JSON schema, as OpenAPI 3.1 takes it. */
export type Schema = Record<string, unknown>;

/** An object with these properties and no others. */
export function object(
  properties: Record<string, Schema>,
  options: { optional?: string[] } & Schema = {},
): Schema {
  const { optional = [], ...rest } = options;
  return {
    type: 'object',
    additionalProperties: false,
    properties,
    required: Object.keys(properties).filter(name => !optional.includes(name)),
    ...rest,
  };
}

export function arrayOf(items: Schema, options: Schema = {}): Schema {
  return { type: 'array', items, ...options };
}

export function mapOf(values: Schema, options: Schema = {}): Schema {
  return { type: 'object', additionalProperties: values, ...options };
}

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

export function oneOf(...values: string[]): Schema {
  return { type: 'string', enum: values };
}

export const text: Schema = { type: 'string' };
export const number: Schema = { type: 'number' };
export const integer: Schema = { type: 'integer' };
export const boolean: Schema = { type: 'boolean' };
export const time: Schema = { type: 'string', format: 'date-time' };
export const texts: Schema = arrayOf(text);
export const labels: Schema = mapOf(text);
