/** Texts about the environments of an entity, in English. */
export const environmentMessages = {
  label: 'Environment',
} as const;
