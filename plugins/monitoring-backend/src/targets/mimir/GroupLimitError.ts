import { NotAllowedError } from '@backstage/errors';

/** A tenant has as many rule groups as it may have. */
export class GroupLimitError extends NotAllowedError {
  constructor(
    name: string,
    readonly limit: number,
    /** How many there would be; the ruler counts a group that is replaced twice. */
    readonly actual: number,
  ) {
    super(
      `${name} has as many rule groups as its tenant may have (${limit}), and the rules were not written; raise ruler_max_rule_groups_per_tenant, or remove what nobody needs`,
    );
  }
}
