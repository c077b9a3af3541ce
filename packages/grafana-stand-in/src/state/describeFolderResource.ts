import { describeMetadata } from './describeResource';
import { Folder } from './GrafanaState';

export const FOLDER_GROUP = 'folder.grafana.app';
export const FOLDER_VERSION = 'v1beta1';

/** A folder in the Kubernetes form of the API. */
export function describeFolderResource(
  folder: Folder,
  options: { namespace: string },
): Record<string, any> {
  const { title, description } = folder;
  return {
    kind: 'Folder',
    apiVersion: `${FOLDER_GROUP}/${FOLDER_VERSION}`,
    metadata: describeMetadata(folder, { group: FOLDER_GROUP, ...options }),
    spec: { title, ...(description === undefined ? {} : { description }) },
  };
}
