import { CDPSession, Page } from '@playwright/test';

declare global {
  interface Window {
    /** When something was last drawn on a canvas; see {@link watchCanvases}. */
    lastDrawn: number;
    /** When the last data of panels was in the browser; see {@link watchAnswers}. */
    arrivedAt: number;
  }
}

/** Lets the page know when it last drew on a canvas; call it before the page loads. */
export async function watchCanvases(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.lastDrawn = 0;
    const { prototype } = CanvasRenderingContext2D;
    for (const name of ['stroke', 'fill', 'fillText', 'fillRect'] as const) {
      const draw = prototype[name] as (...args: unknown[]) => unknown;
      Object.assign(prototype, {
        [name](...args: unknown[]) {
          window.lastDrawn = performance.now();
          return draw.apply(this, args);
        },
      });
    }
  });
}

/**
 * Lets the page know when data of panels has arrived, and gives it to the dashboard only then: how
 * fast it travels is not measured. Call it before the page loads.
 */
export async function watchAnswers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.arrivedAt = 0;
    const { fetch } = window;
    window.fetch = async (...args) => {
      const answer = await fetch(...args);
      const url = args[0] instanceof Request ? args[0].url : String(args[0]);
      if (!url.includes('/panels/query')) {
        return answer;
      }
      const body = await answer.arrayBuffer();
      window.arrivedAt = performance.now();
      return new Response(body, answer);
    };
  });
}

/** Waits until nothing has been drawn for a while. Resolves to when the last stroke was. */
export function drawingEnds(page: Page, since: number): Promise<number> {
  return page.evaluate(
    start =>
      new Promise<number>(resolve => {
        const look = () => {
          const now = performance.now();
          if (window.lastDrawn > start && now - window.lastDrawn > 700) {
            resolve(window.lastDrawn);
          } else {
            setTimeout(look, 50);
          }
        };
        look();
      }),
    since,
  );
}

/**
 * Moves the pointer over a chart for three seconds.
 *
 * @param box - of the chart, in the page
 * @returns how many frames a second the page drew meanwhile
 */
export async function hoverFrames(
  page: Page,
  box: { x: number; y: number; width: number; height: number },
): Promise<number> {
  const counting = page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const start = performance.now();
        let frames = 0;
        const count = () => {
          frames += 1;
          const elapsed = performance.now() - start;
          if (elapsed > 3_000) {
            resolve((frames * 1_000) / elapsed);
          } else {
            requestAnimationFrame(count);
          }
        };
        requestAnimationFrame(count);
      }),
  );
  const end = Date.now() + 3_200;
  for (let step = 0; Date.now() < end; step += 1) {
    await page.mouse.move(
      box.x + 60 + ((step * 7) % (box.width - 80)),
      box.y + 20 + ((step * 3) % (box.height - 60)),
    );
  }
  return counting;
}

/** Bytes of JavaScript that are in use, after what is garbage has gone. */
export async function usedHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** The middle one of some figures. */
export function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
