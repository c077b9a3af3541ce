/**
 * Topic of the event that the catalog's monitoring module publishes when what an entity asks for
 * changed. Its payload is an {@link EntityChangedPayload}.
 *
 * @public
 */
export const MONITORING_ENTITY_CHANGED_TOPIC = 'monitoring.entity-changed';

/**
 * Says that an entity was processed with another content than before. Readers of the catalog see
 * that content a moment later, when it has been stitched.
 *
 * @public
 */
export interface EntityChangedPayload {
  /** Canonical. */
  entityRef: string;
  /** `monitoringFingerprint` of the new content: an entity that has it is the one that was meant. */
  fingerprint: string;
}
