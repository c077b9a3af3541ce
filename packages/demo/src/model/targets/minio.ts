import { SimulatedTarget } from '../SimulatedTarget';
import { MinioBuckets } from './minio/MinioBuckets';
import { MinioCluster } from './minio/MinioCluster';
import { MinioRequests } from './minio/MinioRequests';

/** MinIO, under the names of its metrics API version 2: the pages cluster, node and bucket. */
export function createMinio(): SimulatedTarget {
  const parts = [new MinioRequests(), new MinioCluster(), new MinioBuckets()];
  return {
    name: 'minio',
    job: 'minio',
    instance: 'minio-0',
    isService: false,
    families: parts.flatMap(({ families }) => families),
    advance(step) {
      for (const part of parts) {
        part.advance(step);
      }
    },
  };
}
