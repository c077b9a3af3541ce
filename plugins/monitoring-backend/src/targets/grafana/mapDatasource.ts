/** A rule with one data source uid exchanged for another in all its queries. */
export function mapDatasource(
  rule: Record<string, any>,
  from: string | undefined,
  to: string | undefined,
): Record<string, any> {
  if (from === undefined || to === undefined) {
    return rule;
  }
  return {
    ...rule,
    data: rule.data.map((query: Record<string, any>) =>
      query.datasourceUid === from ? { ...query, datasourceUid: to } : query,
    ),
  };
}
