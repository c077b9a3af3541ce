import { Request } from 'express';

/** Who the provisioning API says made an object. Any value of the header counts, also none. */
export function provenanceOf(req: Request): string {
  return req.headers['x-disable-provenance'] === undefined ? 'api' : '';
}
