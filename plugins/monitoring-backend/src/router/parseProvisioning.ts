import { InputError } from '@backstage/errors';
import {
  AnswerBrakeRequest,
  ProvisioningRunListQuery,
  ProvisioningStepListQuery,
} from '@sightline/backstage-plugin-monitoring-common';

/** Checked against the OpenAPI document, and brought into its types, before a route sees it. */
type Checked = object;

/** Query of `GET /v1/provisioning/runs`. */
export function parseRunListQuery(query: Checked): ProvisioningRunListQuery {
  const { eventful, limit, cursor } = query as ProvisioningRunListQuery;
  return { eventful, limit, cursor };
}

/** Query of `GET /v1/provisioning/runs/{id}/steps`. */
export function parseStepListQuery(query: Checked): ProvisioningStepListQuery {
  const { outcome, kind, entityRef, limit, cursor } =
    query as ProvisioningStepListQuery;
  return { outcome, kind, entityRef, limit, cursor };
}

/**
 * Body of `POST /v1/provisioning/brake`.
 *
 * @throws `InputError` when a deletion is confirmed without the number of its objects
 */
export function parseBrakeAnswer(
  answer: AnswerBrakeRequest,
): AnswerBrakeRequest {
  if (answer.answer === 'delete' && answer.objects === undefined) {
    throw new InputError(
      "The field 'objects' is missing: to confirm a deletion takes the number of objects that would go",
    );
  }
  return answer;
}
