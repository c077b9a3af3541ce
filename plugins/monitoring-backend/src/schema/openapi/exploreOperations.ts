import {
  entity,
  ENTITY_PATH,
  environment,
  get,
  operation,
} from './operationParts';
import { Schema } from './shapes';

const parameters = [...entity, environment];

function metadata(id: string, summary: string, schema: string): Schema {
  return {
    post: operation({
      id,
      summary,
      parameters,
      body: 'ExploreMetadataRequest',
      success: { schema },
    }),
  };
}

/** Operations of what people ask freely. */
export const exploreOperations: Record<string, Schema> = {
  [`${ENTITY_PATH}/explore`]: get(
    'getExplore',
    'Which Prometheus can be asked freely, and within which scope',
    'ExploreResponse',
    parameters,
  ),
  [`${ENTITY_PATH}/explore/query`]: {
    post: operation({
      id: 'queryExplore',
      summary: "The answer to a typed expression, within the entity's scope",
      parameters,
      body: 'ExploreQueryRequest',
      success: { schema: 'ExploreQueryResponse' },
    }),
  },
  [`${ENTITY_PATH}/explore/metrics`]: metadata(
    'listExploreMetrics',
    'Names of metrics within the scope, with type and help as far as known',
    'ExploreMetricsResponse',
  ),
  [`${ENTITY_PATH}/explore/labels`]: metadata(
    'listExploreLabels',
    'Names of labels within the scope, of all series or of those of a selector',
    'ExploreTextsResponse',
  ),
  [`${ENTITY_PATH}/explore/values`]: metadata(
    'listExploreValues',
    'Values of a label within the scope, of all series or of those of a selector',
    'ExploreTextsResponse',
  ),
};
