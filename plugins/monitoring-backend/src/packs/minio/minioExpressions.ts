import { HOLD } from '../hold';

/**
 * PromQL of the MinIO pack for one deployment, in both versions of MinIO's metrics.
 *
 * The cluster page of version 2 and each node's page repeat each other, and every node serves the
 * cluster's numbers: whatever is there several times is taken once, by `server`. Version 3 leaves
 * out series that are 0.
 *
 * @param selector - label matchers without braces
 * @param window - a duration or Grafana's `$__rate_interval`
 */
export function minioExpressions(selector: string, window: string) {
  const of = (name: string) => `${name}{${selector}}`;
  const rate = (name: string) => `rate(${of(name)}[${window}])`;
  const now = (name: string) => `last_over_time(${of(name)}[${HOLD.long}])`;

  const perServer = (name2: string, name3: string) =>
    `sum by (server) (max by (server, api) (${rate(
      name2,
    )})) or sum by (server) (max by (server, name, type) (${rate(name3)}))`;
  const perApi = (name2: string, name3: string) =>
    `sum by (api) (max by (server, api) (${rate(
      name2,
    )}) or (label_replace(max by (server, name) (${rate(
      name3,
    )}), "api", "$1", "name", "(.+)") unless on (server) ${of(name2)}))`;

  const received = perServer(
    'minio_s3_traffic_received_bytes',
    'minio_api_requests_traffic_received_bytes',
  );
  const all = `sum(${perServer(
    'minio_s3_requests_total',
    'minio_api_requests_total',
  )})`;
  const allByApi = perApi(
    'minio_s3_requests_total',
    'minio_api_requests_total',
  );
  const failedByApi = perApi(
    'minio_s3_requests_5xx_errors_total',
    'minio_api_requests_5xx_errors_total',
  );
  // A counter of errors is born with the first error: until then the share is 0.
  const share = (status: '4xx' | '5xx') =>
    `(sum(${perServer(
      `minio_s3_requests_${status}_errors_total`,
      `minio_api_requests_${status}_errors_total`,
    )}) or 0 * ${all}) / ${all}`;

  const bucket2 = 'minio_s3_requests_ttfb_seconds_distribution';
  const bucket3 = 'minio_api_requests_ttfb_seconds_distribution';
  const buckets = `(max by (server, api, le) (${rate(
    bucket2,
  )}) or (label_replace(max by (server, name, le) (${rate(
    bucket3,
  )}), "api", "$1", "name", "(.+)") unless on (server) ${of(bucket2)}))`;

  const free2 = `max(${now('minio_cluster_capacity_usable_free_bytes')})`;
  const total2 = `max(${now('minio_cluster_capacity_usable_total_bytes')})`;
  const total3 = now('minio_cluster_health_capacity_usable_total_bytes');
  const free3 = `max(${now(
    'minio_cluster_health_capacity_usable_free_bytes',
  )} or 0 * ${total3})`;
  const drives3 = now('minio_cluster_health_drives_count');
  const online3 = `${now(
    'minio_cluster_health_drives_online_count',
  )} or 0 * ${drives3}`;
  const inBucket = (name: string) => `${name}{${selector}, bucket=~"$bucket"}`;

  return {
    received: `sum(${received})`,
    sent: `sum(${perServer(
      'minio_s3_traffic_sent_bytes',
      'minio_api_requests_traffic_sent_bytes',
    )})`,
    requestsByApi: allByApi,
    failedShare: share('5xx'),
    refusedShare: share('4xx'),
    failedShareByApi: `(${failedByApi} or 0 * ${allByApi}) / (${allByApi} > 0)`,
    timeToFirstByte: (quantile: number) =>
      `histogram_quantile(${quantile}, sum by (le) ${buckets})`,
    timeToFirstByteByApi: (quantile: number) =>
      `histogram_quantile(${quantile}, sum by (api, le) ${buckets})`,
    inFlight: `sum(sum by (server) (max by (server, api) (${of(
      'minio_s3_requests_inflight_total',
    )})) or sum by (server) (max by (server, name, type) (${of(
      'minio_api_requests_inflight_total',
    )})) or 0 * (${received}))`,
    /** A deployment of one node has no such counters. */
    errorsBetweenNodes: `sum(max by (server) (${rate(
      'minio_inter_node_traffic_errors_total',
    )}) or max by (server) (${rate(
      'minio_system_network_internode_errors_total',
    )}) or 0 * (${received}))`,
    /** 1 while all can be read and written, 0 when too few drives are left. */
    health: `min(${of('minio_cluster_health_status')}) or min(${of(
      'minio_cluster_erasure_set_overall_health',
    )} or 0 * ${of('minio_cluster_health_drives_count')})`,
    drivesOffline: `max(${now(
      'minio_cluster_drive_offline_total',
    )}) or max(${drives3} - (${online3})) or sum(max by (server) (${now(
      'minio_node_drive_offline_total',
    )}))`,
    drivesOnline: `max(${now(
      'minio_cluster_drive_online_total',
    )}) or max(${online3}) or sum(max by (server) (${now(
      'minio_node_drive_online_total',
    )}))`,
    drivesHealing: `sum(max by (pool, set) (${of(
      'minio_cluster_health_erasure_set_healing_drives',
    )})) or sum(max by (pool_id, set_id) (${of(
      'minio_cluster_erasure_set_healing_drives_count',
    )} or 0 * ${of(
      'minio_cluster_erasure_set_write_quorum',
    )})) or 0 * sum(${received})`,
    /** Only version 2 counts them. */
    healFailures: `sum(max by (server, type) (increase(${of(
      'minio_heal_objects_errors_total',
    )}[${window}]))) or 0 * sum(${received})`,
    uptime: `max by (server) (${of(
      'minio_node_process_uptime_seconds',
    )}) or max by (server) (${of('minio_system_process_uptime_seconds')})`,
    capacityUsedShare: `1 - (${free2} / (${total2} > 0) or ${free3} / (max(${total3}) > 0))`,
    capacityUsed: `${total2} - ${free2} or max(${total3}) - ${free3}`,
    capacityFree: `${free2} or ${free3}`,
    objects: `max(${of('minio_cluster_usage_object_total')}) or max(${of(
      'minio_cluster_usage_objects_count',
    )})`,
    usageByBucket: `max by (bucket) (${inBucket(
      'minio_bucket_usage_total_bytes',
    )}) or max by (bucket) (${inBucket(
      'minio_cluster_usage_buckets_total_bytes',
    )})`,
    objectsByBucket: `max by (bucket) (${inBucket(
      'minio_bucket_usage_object_total',
    )}) or max by (bucket) (${inBucket(
      'minio_cluster_usage_buckets_objects_count',
    )})`,
    requestsByBucket: `sum by (bucket) (max by (server, bucket, api) (rate(${inBucket(
      'minio_bucket_requests_total',
    )}[${window}])) or (max by (server, bucket, name, type) (rate(${inBucket(
      'minio_bucket_api_total',
    )}[${window}])) unless on (server, bucket) ${inBucket(
      'minio_bucket_requests_total',
    )}))`,
    /** Counts of the cluster, which both versions show even when it is idle. */
    clusterSeries: [
      of('minio_cluster_drive_online_total'),
      of('minio_cluster_health_drives_count'),
    ],
    /** Any series of a bucket, in both versions. */
    bucketSeries: `{__name__=~"minio_bucket_usage_total_bytes|minio_cluster_usage_buckets_total_bytes", ${selector}}`,
  };
}
