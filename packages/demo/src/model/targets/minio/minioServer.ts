/** What MinIO says on every series of a node's or cluster's page. */
export const SERVER = { server: 'minio-0:9000' };
