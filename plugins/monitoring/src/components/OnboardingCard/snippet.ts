/**
 * The lines of `catalog-info.yaml` that opt an entity in.
 *
 * @param name - `metadata.name` of the entity
 * @param packs - ids of the chosen packs, at least one
 */
export function onboardingSnippet(name: string, packs: string[]): string {
  return [
    'metadata:',
    `  name: ${name}`,
    '  annotations:',
    `    monitoring/packs: ${packs.join(', ')}`,
    '    monitoring/slos: availability 99.9% 30d',
  ].join('\n');
}
