import { alertSchemas } from './alertSchemas';
import { dashboardSchemas } from './dashboardSchemas';
import { entitySchemas } from './entitySchemas';
import { exemplarSchemas } from './exemplarSchemas';
import { exploreSchemas } from './exploreSchemas';
import { operations } from './operations';
import { provisioningSchemas } from './provisioningSchemas';
import { runSchemas } from './runSchemas';
import { object, Schema, text } from './shapes';
import { sloDetailSchemas } from './sloDetailSchemas';
import { sloSchemas } from './sloSchemas';
import { targetSchemas } from './targetSchemas';

/** As Backstage answers errors. */
const errorSchemas: Record<string, Schema> = {
  Error: {
    type: 'object',
    properties: {
      error: object(
        { name: text, message: text },
        { additionalProperties: true },
      ),
    },
    required: ['error'],
  },
};

/** The HTTP API under `/api/monitoring`: the contract between screens and backend. */
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'monitoring',
    version: '1',
    description:
      'Sightline: SLOs, alerts and dashboards of catalog entities, and how they are provisioned. The browser sends references, never an address or a header, and a query to Explore alone.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  paths: operations,
  components: {
    securitySchemes: {
      backstage: {
        type: 'http' as const,
        scheme: 'bearer',
        bearerFormat: 'JWT',
      },
    },
    schemas: {
      ...errorSchemas,
      ...alertSchemas,
      ...sloSchemas,
      ...sloDetailSchemas,
      ...entitySchemas,
      ...dashboardSchemas,
      ...targetSchemas,
      ...exemplarSchemas,
      ...exploreSchemas,
      ...runSchemas,
      ...provisioningSchemas,
    },
  },
};
