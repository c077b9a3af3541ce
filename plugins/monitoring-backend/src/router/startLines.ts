import { Request, Response } from 'express';
import { PanelLine } from '../querying';
import { joinLines } from './joinLines';
import { ServerTiming } from './ServerTiming';

/** An answer of lines, each sent at once; those that are there at the same time, together. */
export interface LineStream {
  send: (line: PanelLine) => void;
  end: () => void;
}

/**
 * Begins an answer of one JSON text per line, as they are or as one gzip stream, whatever the caller
 * takes. Its head is sent with the first line, so that what fails before is an error as any other.
 *
 * @param timing - what came before the first line
 */
export function startLines(
  req: Request,
  res: Response,
  timing: ServerTiming,
): LineStream {
  const isGzipped = req.acceptsEncodings('gzip', 'identity') === 'gzip';
  const joiner = joinLines(isGzipped);
  let isBegun = false;
  const begin = () => {
    if (isBegun) {
      return;
    }
    isBegun = true;
    res.type('application/x-ndjson');
    res.vary('Accept-Encoding');
    res.set({
      // What was compressed once for all is not to be compressed again by anybody on the way.
      'Cache-Control': 'no-store, no-transform',
      'Server-Timing': String(timing),
      // Proxies such as nginx would collect the lines.
      'X-Accel-Buffering': 'no',
      ...(isGzipped && { 'Content-Encoding': 'gzip' }),
    });
  };
  const waiting: Buffer[] = [];
  const taken = () => Buffer.concat(waiting.splice(0));
  const flush = () => {
    // What failed in the meantime has ended the answer.
    if (waiting.length > 0 && !res.writableEnded) {
      begin();
      res.write(taken());
    }
  };
  return {
    send: line => {
      if (waiting.length === 0) {
        process.nextTick(flush);
      }
      waiting.push(...joiner.add(line));
    },
    end: () => {
      begin();
      waiting.push(...joiner.end());
      res.end(taken());
    },
  };
}
