import { formatDay, formatTime, TimeFormat } from '../../format';
import { BucketLength, EventBucket } from './eventBuckets';

/** When a bucket was, for people: `31 Oct`, or the moment where it begins. */
export function bucketText(
  bucket: EventBucket,
  length: BucketLength,
  format: TimeFormat,
): string {
  return length === 'day'
    ? formatDay(((bucket.start + bucket.end) / 2) * 1000, format)
    : formatTime(bucket.start * 1000, format);
}
