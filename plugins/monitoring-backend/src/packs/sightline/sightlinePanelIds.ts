/** Panels that alerts point to. */
export const SIGHTLINE_PANELS = {
  runs: 10,
  failed: 15,
  targets: 16,
  deletions: 5,
  known: 21,
  refused: 34,
  breakers: 35,
} as const;
