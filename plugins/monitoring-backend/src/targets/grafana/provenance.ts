type Provenance = string | undefined;

/**
 * Whether what has these provenances may become ours: a person's and what came by the API may, what
 * comes from a file or was imported may not (recording `provenance`).
 */
export function isTakeable(provenances: Provenance[]): boolean {
  return provenances.every(entry => !entry || entry === 'api');
}

/** Why what has these provenances must be left alone, in words for people; `undefined` if not. */
export function provenanceObstacle(
  provenances: Provenance[],
): string | undefined {
  if (isTakeable(provenances)) {
    return undefined;
  }
  return provenances.includes('file')
    ? 'It comes from a file of the Grafana itself, which writes over it; take it out of there first'
    : 'It was imported into Grafana by another tool, which writes over it; take it out of there first';
}
