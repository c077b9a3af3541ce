import {
  answered,
  Bench,
  linesOf,
  queriesAnsweredBy,
  queriesOf,
  rangeBefore,
} from './Bench';
import { PANELS } from './services';

/** Everybody opens the same page at once, cold. */
export async function measureHerd(bench: Bench): Promise<void> {
  const { report, scale, viewer, prometheus } = bench;
  const viewers = Array.from({ length: scale.viewers }, (_, index) => index);
  const [ratios, extra, times]: number[][] = [[], [], []];
  for (let repeat = 0; repeat < scale.repeats; repeat += 1) {
    const service = Math.floor(scale.services * 0.7) + repeat;
    const wanted = (minutes: number) => ({
      service,
      panels: PANELS,
      range: rangeBefore(bench, minutes),
    });
    // Of other hours: the dashboard is known to both, none of what is asked then.
    const { from } = rangeBefore(bench, 10);
    const earlier = { from: from - 600_000, to: from - 60_000 };
    const known = linesOf(
      await viewer.panels({ service, panels: PANELS, range: earlier }),
    );
    const before = await queriesAnsweredBy(prometheus);
    const begun = performance.now();
    const answers = await Promise.all(
      viewers.map(user => viewer.panels(wanted(10), user)),
    );
    const ours = performance.now() - begun;
    const after = await queriesAnsweredBy(prometheus);
    const queries = queriesOf(linesOf(answers[0]));
    answers.forEach(answered);
    if (queries.length !== queriesOf(known).length) {
      throw new Error('Not all panels of the page were answered');
    }
    const distinct = new Set(queries.map(one => JSON.stringify(one))).size;
    extra.push(Math.abs(after - before - distinct));

    const stockBegun = performance.now();
    const stock = await Promise.all(
      viewers.flatMap(user =>
        queries.map(query => viewer.proxied(query, user)),
      ),
    );
    const theirs = performance.now() - stockBegun;
    stock.forEach(answered);
    ratios.push(ours / theirs);
    times.push(ours);
  }
  const who = `${scale.viewers} viewers of 8 panels, cold`;
  report.addAll(`${who}: time`, times, 'ms');
  report.addAll(`${who}: to that of the stock proxy`, ratios, '×', 0.2);
  report.addAll(`${who}: queries beside one per target`, extra, '', 0);
}
