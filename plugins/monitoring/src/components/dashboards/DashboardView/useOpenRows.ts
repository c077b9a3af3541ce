import { useCallback, useState } from 'react';
import { DashboardSection } from '@sightline/backstage-plugin-monitoring-common';

/** Which rows of a dashboard are open. */
export interface OpenRows {
  isOpen: (section: DashboardSection) => boolean;
  toggle: (section: DashboardSection) => void;
}

/**
 * Which rows a person opened and closed; remembered until the browser's tab is closed. Rows that
 * nobody touched are as the dashboard says.
 *
 * @param uid - of the dashboard
 */
export function useOpenRows(uid: string): OpenRows {
  const name = `monitoring-rows/${uid}`;
  const [chosen, setChosen] = useState(() => read(name));

  const isOpen = useCallback(
    ({ id, collapsed }: DashboardSection) => chosen[id] ?? !collapsed,
    [chosen],
  );
  const toggle = useCallback(
    (section: DashboardSection) =>
      setChosen(old => {
        const next = {
          ...old,
          [section.id]: !(old[section.id] ?? !section.collapsed),
        };
        write(name, next);
        return next;
      }),
    [name],
  );
  return { isOpen, toggle };
}

function read(name: string): Record<string, boolean | undefined> {
  try {
    const value = JSON.parse(sessionStorage.getItem(name) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function write(name: string, value: Record<string, boolean | undefined>) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Without storage the rows are as they are until the page is left.
  }
}
