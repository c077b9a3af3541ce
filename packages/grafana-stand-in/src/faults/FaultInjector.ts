import { NextFunction, Request, Response } from 'express';
import { failureBody } from './failureBody';
import { seededRandom } from './seededRandom';
import { Fault, FaultPlan } from './types';

const RACE = Symbol('race');

/** Whether a stale version is to be taken. */
export function isRace(req: Request): boolean {
  return (req as any)[RACE] === true;
}

function fail(
  res: Response,
  path: string,
  { status, retryAfter }: Extract<Fault, { kind: 'fail' }>,
  end: Response['end'],
): void {
  const text = JSON.stringify(failureBody(status, path));
  res.statusCode = status;
  res.setHeader('content-type', 'application/json');
  res.removeHeader('content-length');
  if (retryAfter !== undefined) {
    res.setHeader('retry-after', String(retryAfter));
  }
  end.call(res, text, 'utf8');
}

/** Lets requests go wrong as a plan says. */
export class FaultInjector {
  readonly #plan?: FaultPlan;
  readonly #seen = new Map<string, number>();
  #isPaused = false;

  static create(plan?: FaultPlan): FaultInjector {
    return new FaultInjector(plan);
  }

  private constructor(plan?: FaultPlan) {
    this.#plan = plan;
  }

  /** From now on all goes well. */
  pause(): void {
    this.#isPaused = true;
  }

  /** From now on things go wrong again. */
  resume(): void {
    this.#isPaused = false;
  }

  /** Express middleware; comes first. */
  readonly handle = (req: Request, res: Response, next: NextFunction) => {
    const fault = this.#choose(req);
    switch (fault?.kind) {
      case 'slow': {
        const timer = setTimeout(next, fault.milliseconds);
        res.once('close', () => clearTimeout(timer));
        break;
      }
      case 'race':
        (req as any)[RACE] = true;
        next();
        break;
      case 'truncate':
        this.#truncate(res);
        next();
        break;
      case 'fail':
      case 'hang':
      case 'close':
        this.#lose(fault, req, res, next);
        break;
      default:
        next();
    }
  };

  #choose({ method, path }: Request): Fault | undefined {
    if (!this.#plan || this.#isPaused) {
      return undefined;
    }
    const { seed, choose } = this.#plan;
    const key = `${method} ${path}`;
    const count = this.#seen.get(key) ?? 0;
    this.#seen.set(key, count + 1);
    return choose(seededRandom(`${seed} ${key} ${count}`), { method, path });
  }

  /** The answer is lost, or replaced by an error; what was asked for is done before or not at all. */
  #lose(
    fault: Extract<Fault, { kind: 'fail' | 'hang' | 'close' }>,
    req: Request,
    res: Response,
    next: NextFunction,
  ): void {
    const end = res.end;
    const answer = () => {
      if (fault.kind === 'fail') {
        fail(res, req.path, fault, end);
      } else if (fault.kind === 'close') {
        res.destroy();
      }
    };
    if (!fault.after) {
      answer();
      return;
    }
    res.end = (() => {
      answer();
      return res;
    }) as Response['end'];
    next();
  }

  #truncate(res: Response): void {
    const end = res.end;
    res.end = ((body?: unknown) => {
      const text = Buffer.isBuffer(body) ? body.toString('utf8') : body ?? '';
      const half = String(text).slice(0, Math.ceil(String(text).length / 2));
      return end.call(res, half, 'utf8');
    }) as Response['end'];
  }
}
