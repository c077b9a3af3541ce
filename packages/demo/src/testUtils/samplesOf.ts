import { Simulation } from '../model';

/** All samples of a service as Prometheus would hold them, `name{labels}` → value. */
export function samplesOf(
  simulation: Simulation,
  service: string,
): Map<string, number> {
  const { families, job, instance } = simulation.targets.find(
    ({ name }) => name === service,
  )!;
  return new Map(
    families.flatMap(family => {
      const values = family.read();
      return family.series.map(({ name, labels }, index) => {
        const all = { job, instance, service, ...labels };
        const pairs = Object.entries(all).map(
          ([label, value]) => `${label}=${JSON.stringify(value)}`,
        );
        return [`${name}{${pairs.join(',')}}`, values[index]] as const;
      });
    }),
  );
}
