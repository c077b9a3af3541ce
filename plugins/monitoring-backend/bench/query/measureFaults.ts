import { setTimeout as wait } from 'node:timers/promises';
import { quantile } from '../lib/statistics';
import { answered, Bench, rangeBefore } from './Bench';
import { Fault } from './FaultyUpstream';
import { PANEL } from './services';

const FAULTS: Fault[] = ['slow', 'dead', 'garbage'];
const WORKERS = 2;
/** Between two who look at what is in trouble, in milliseconds. */
const PACE = 50;

/** Services of the Prometheus that is in trouble. */
export const FAULTY_SERVICES = 20;

/** The slowest of what people look at beside it: ranges that are partly held. */
async function p99Of(bench: Bench, seed: number): Promise<number> {
  const { scale, viewer } = bench;
  const times: number[] = [];
  let left = scale.requests;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const went = await viewer.panels({
        service: left % 20,
        panels: [PANEL],
        range: rangeBefore(bench, 3 + ((left + seed) % 50)),
      });
      times.push(answered(went).milliseconds);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return quantile(times, 0.99);
}

/** A Prometheus in trouble delays nobody who looks at another one. */
export async function measureFaults(bench: Bench): Promise<void> {
  const { report, scale, viewer, faulty } = bench;
  const beside = async (seed: number) => {
    let isOver = false;
    const looked: Promise<unknown>[] = [];
    const look = async () => {
      for (let index = 0; !isOver; index += 1) {
        looked.push(
          viewer.panels(
            {
              service: scale.services + (index % FAULTY_SERVICES),
              panels: [PANEL],
              range: rangeBefore(bench, 3 + (index % 50)),
            },
            index % 10,
          ),
        );
        await wait(PACE);
      }
    };
    const looking = look();
    const p99 = await p99Of(bench, seed);
    isOver = true;
    await looking;
    await Promise.all(looked);
    return p99;
  };
  await p99Of(bench, 0);
  const ratios = new Map(FAULTS.map(fault => [fault, [] as number[]]));
  for (let repeat = 1; repeat <= scale.repeats; repeat += 1) {
    for (const fault of FAULTS) {
      faulty.fault = fault;
      const alone = await p99Of(bench, repeat);
      ratios.get(fault)!.push((await beside(repeat)) / alone);
    }
  }
  for (const [fault, values] of ratios) {
    report.addAll(
      `beside a Prometheus that is ${
        fault === 'garbage' ? 'talking garbage' : fault
      }: p99`,
      values,
      '×',
      1.5,
    );
  }
}
