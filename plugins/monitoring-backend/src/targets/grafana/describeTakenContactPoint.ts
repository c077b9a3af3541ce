import {
  ActualObject,
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import { GrafanaContactPoint } from './api/ContactPointsApi';
import { provenanceObstacle } from './provenance';

/**
 * What others made under the name of a wanted contact point: a post would add to it. Of its settings
 * nothing is shown: which of them are secret is known of our own types alone.
 *
 * @param taken - its integrations
 */
export function describeTakenContactPoint(
  { uid, title }: DesiredObject,
  taken: GrafanaContactPoint[],
  url: string,
): ActualObject {
  const content = {
    integrations: taken
      .map(entry => ({
        uid: entry.uid,
        name: entry.name,
        type: entry.type,
        disableResolveMessage: entry.disableResolveMessage ?? false,
      }))
      .sort((a, b) => (a.uid < b.uid ? -1 : 1)),
  };
  const obstacle = provenanceObstacle(taken.map(entry => entry.provenance));
  return {
    kind: 'contact-point',
    uid,
    title,
    url,
    content,
    hash: hashContent(content),
    ...(obstacle ? { obstacle } : { adoptable: true }),
  };
}
