import {
  ManagedObject,
  ManagedObjectKind,
} from '@sightline/backstage-plugin-monitoring-common';
import { sortObjects } from './objectSummary';

/** Heading of a group of objects; a key of the translations. */
export type ObjectGroupName = 'dashboards' | 'alerts' | 'others';

/** In the order in which the others are read. */
const OTHERS: ManagedObjectKind[] = [
  'slo-rule-group',
  'contact-point',
  'mute-timing',
  'alertmanager-config',
  'folder',
];

/** Objects by kind, most urgent first within a group; groups without any are absent. */
export function groupObjects(
  objects: ManagedObject[],
): { name: ObjectGroupName; objects: ManagedObject[] }[] {
  const ofKind = (kind: ManagedObjectKind) =>
    objects.filter(one => one.kind === kind);
  return [
    { name: 'dashboards' as const, objects: ofKind('dashboard') },
    { name: 'alerts' as const, objects: ofKind('alert-rule-group') },
    { name: 'others' as const, objects: OTHERS.flatMap(ofKind) },
  ]
    .map(group => ({ ...group, objects: sortObjects(group.objects) }))
    .filter(group => group.objects.length > 0);
}
