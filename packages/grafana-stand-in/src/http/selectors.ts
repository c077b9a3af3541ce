import { Request } from 'express';
import { ListQuery } from '../state/listPage';

function text(req: Request, name: string): string {
  const value = req.query[name];
  return typeof value === 'string' ? value : '';
}

/** `a=b,c!=d`: what must be and what must not. */
function selector(value: string): (of: Record<string, string>) => boolean {
  const terms = value
    .split(',')
    .filter(term => term !== '')
    .map(term => {
      const [, key, operator, wanted] =
        term.match(/^([^!=]+)(!=|==?)(.*)$/) ?? [];
      return { key, isNegated: operator === '!=', wanted };
    });
  return of =>
    terms.every(
      ({ key, isNegated, wanted }) => (of[key] === wanted) !== isNegated,
    );
}

/** The name that a list is asked for with a field selector. */
export function nameSelector(req: Request): string | undefined {
  return text(req, 'fieldSelector').match(/^metadata\.name==?(.*)$/)?.[1];
}

/** How a list of the Kubernetes form of the API is asked for. */
export function listQueryOf(req: Request): ListQuery {
  return {
    limit: Number(text(req, 'limit')) || undefined,
    continue: text(req, 'continue') || undefined,
    metadataOnly: (req.get('accept') ?? '').includes(
      'as=PartialObjectMetadataList',
    ),
    isWanted: selector(text(req, 'labelSelector')),
  };
}
