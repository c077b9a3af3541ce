import { DashboardSection } from '@sightline/backstage-plugin-monitoring-common';

/** The sections that are shown: a closed row hides the rows in it too. */
export function visibleSections(
  sections: DashboardSection[],
  isOpen: (section: DashboardSection) => boolean,
): DashboardSection[] {
  let hidingDepth = Infinity;
  return sections.filter(section => {
    const { depth = 0, title } = section;
    if (depth > hidingDepth) {
      return false;
    }
    hidingDepth = title !== undefined && !isOpen(section) ? depth : Infinity;
    return true;
  });
}
