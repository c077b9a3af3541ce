import { Page } from '@playwright/test';
import { createRequire } from 'node:module';
import type UPlot from 'uplot';
import type { PanelQueryResult } from '@sightline/backstage-plugin-monitoring-common';
import { drawingEnds } from './inPage';

declare global {
  interface Window {
    /** What the script leaves there. */
    uPlot: typeof UPlot;
  }
}

const requireFrom = createRequire(__filename);
const UPLOT = requireFrom
  .resolve('uplot')
  .replace(/uPlot\.[a-z.]+$/, 'uPlot.iife.min.js');

/** What makes its crosshairs lines, and its parts lie above each other. */
export const UPLOT_STYLES = UPLOT.replace('.iife.min.js', '.min.css');

/**
 * The same charts drawn by uPlot alone: the answers parsed, axes, lines, a crosshair that all share,
 * nothing around them.
 *
 * @param size - of each chart's canvas, as the dashboard has it
 * @returns milliseconds from the data to the last stroke
 */
export async function drawWithUPlot(
  page: Page,
  answers: PanelQueryResult[],
  size: { width: number; height: number },
): Promise<number> {
  await page.goto('about:blank');
  await page.setContent('<body></body>');
  await page.addScriptTag({ path: UPLOT });
  const start = await page.evaluate(
    ([lines, { width, height }]) => {
      const { uPlot: Plot } = window;
      const colors = ['#73BF69', '#F2CC0C', '#5794F2', '#FF9830', '#F2495C'];
      const elements = lines.map(() => {
        const element = document.createElement('div');
        element.style.cssText = `float:left;width:${width}px;height:${height}px`;
        document.body.append(element);
        return element;
      });
      const now = performance.now();
      const ready = lines
        .map(line => JSON.parse(line) as PanelQueryResult)
        .map(({ frames: [{ times, series }] }) => ({
          series,
          data: [
            times.map(time => time / 1_000),
            ...series.map(({ values }) => values),
          ] as UPlot.AlignedData,
        }));
      ready.forEach(({ series, data }, index) => {
        return new Plot(
          {
            width,
            height,
            legend: { show: false },
            cursor: { y: false, sync: { key: 'alone', setSeries: false } },
            axes: [{}, {}],
            series: [
              {},
              ...series.map((_, at) => ({
                stroke: colors[at % colors.length],
                width: 1,
                points: { show: false },
              })),
            ],
          },
          data,
          elements[index],
        );
      });
      return now;
    },
    [answers.map(answer => JSON.stringify(answer)), size] as const,
  );
  return (await drawingEnds(page, start)) - start;
}
