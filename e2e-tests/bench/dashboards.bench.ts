import { expect, test } from '../support/fixtures';
import { Lab } from '../support/Lab';
import { drawWithUPlot, UPLOT_STYLES } from './drawWithUPlot';
import {
  drawingEnds,
  hoverFrames,
  median,
  usedHeap,
  watchAnswers,
  watchCanvases,
} from './inPage';
import { answerFor, DASHBOARD, PANELS, POINTS, SERIES } from './load';

/** What may not be exceeded; a figure beyond it fails the run. */
const MOST_TIMES_OF_UPLOT = 1.3;
const FEWEST_FRAMES = 55;
const MOST_GROWTH = 1.1;
/** Code is compiled and caches are filled in the first ones, which do not count. */
const WARM_UP = 3;
const ROUNDS = 5;
const RANGE_CHANGES = 50;
/** For what is under way, in milliseconds. */
const REST = 2_000;

test.use({ viewport: { width: 1_800, height: 2_600 } });

test(`${PANELS} panels of ${SERIES} series of ${POINTS} points`, async ({
  portal,
  guest,
  context,
}) => {
  await watchCanvases(guest);
  await watchAnswers(guest);
  const lab = await Lab.open(
    guest,
    portal,
    {
      dashboard: DASHBOARD,
      panel: (id, { range }) => answerFor(id, range.to),
    },
    { from: 'now-4h', to: 'now' },
  );
  const charts = lab.content.getByRole('img', { name: /Panel \d+/ });
  await expect(charts).toHaveCount(PANELS);

  const back = guest.getByRole('button', { name: 'Earlier' }).first();
  const drawn: number[] = [];
  const raw: number[] = [];
  const size = await charts.first().evaluate(element => ({
    width: element.clientWidth,
    height: element.clientHeight,
  }));
  const other = await context.newPage();
  await watchCanvases(other);
  /** Shows the time before. Resolves to the milliseconds from the data to the last stroke. */
  const change = async () => {
    const before = await guest.evaluate(() => performance.now());
    await back.click();
    await guest.waitForFunction(since => window.arrivedAt > since, before);
    const arrived = await guest.evaluate(() => window.arrivedAt);
    return (await drawingEnds(guest, arrived)) - arrived;
  };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    await guest.bringToFront();
    drawn.push(await change());
    await other.bringToFront();
    const { panels, range } = lab.asked.at(-1)!;
    raw.push(
      await drawWithUPlot(
        other,
        panels.map(panel => answerFor(panel as number, range.to)),
        size,
      ),
    );
  }
  drawn.splice(0, WARM_UP);
  raw.splice(0, WARM_UP);
  const times = median(drawn) / median(raw);

  await guest.bringToFront();
  const box = (await charts.first().boundingBox())!;
  // The first one loads what draws the tooltip.
  await hoverFrames(guest, box);
  const frames = await hoverFrames(guest, box);
  await other.bringToFront();
  // Without them its crosshairs are not to be seen, and cost nothing.
  await other.addStyleTag({ path: UPLOT_STYLES });
  await hoverFrames(other, { x: 8, y: 8, ...size });
  const rawFrames = await hoverFrames(other, { x: 8, y: 8, ...size });
  await other.close();
  await guest.bringToFront();

  const session = await context.newCDPSession(guest);
  for (let warmUp = 0; warmUp < 5; warmUp += 1) {
    await change();
  }
  lab.asked.length = 0;
  await guest.waitForTimeout(REST);
  const heapBefore = await usedHeap(session);
  for (let round = 0; round < RANGE_CHANGES; round += 1) {
    await change();
  }
  lab.asked.length = 0;
  await guest.waitForTimeout(REST);
  const growth = (await usedHeap(session)) / heapBefore;

  process.stdout.write(
    [
      '',
      `data → drawn       ${median(drawn).toFixed(0)} ms; uPlot alone ${median(
        raw,
      ).toFixed(0)} ms; ${times.toFixed(
        2,
      )} × (at most ${MOST_TIMES_OF_UPLOT} ×)`,
      `pointer over chart ${frames.toFixed(
        0,
      )} frames per second; uPlot alone ${rawFrames.toFixed(
        0,
      )} (at least ${FEWEST_FRAMES})`,
      `heap after ${RANGE_CHANGES} range changes ${growth.toFixed(
        2,
      )} × (at most ${MOST_GROWTH} ×)`,
      '',
    ].join('\n'),
  );
  expect(times).toBeLessThanOrEqual(MOST_TIMES_OF_UPLOT);
  expect(frames).toBeGreaterThanOrEqual(FEWEST_FRAMES);
  expect(growth).toBeLessThanOrEqual(MOST_GROWTH);
});
