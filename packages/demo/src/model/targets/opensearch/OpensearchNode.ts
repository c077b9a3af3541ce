import { constantGauge, CounterFamily, GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';
import { NODE } from './opensearchLabels';

const HEAP = 4 * 1024 ** 3;
const DISK = 120e9;

function seconds(name: string, help: string): CounterFamily {
  return new CounterFamily(`elasticsearch_${name}`, help, { digits: 3 });
}

/** The node: its memory, processor and disk. */
export class OpensearchNode {
  readonly #heap = new GaugeFamily(
    'elasticsearch_jvm_memory_used_bytes',
    'Memory in use in bytes.',
  );
  readonly #collections = seconds(
    'jvm_gc_collection_seconds_sum',
    'Seconds spent collecting garbage.',
  );
  readonly #processor = new GaugeFamily(
    'elasticsearch_process_cpu_percent',
    'Percent of the processors.',
  );
  readonly #disk = new GaugeFamily(
    'elasticsearch_filesystem_data_available_bytes',
    'Bytes of the disk that are free.',
  );
  readonly families = [
    constantGauge(
      'elasticsearch_jvm_memory_max_bytes',
      'Largest memory in bytes.',
      HEAP,
      { ...NODE, area: 'heap' },
    ),
    this.#heap,
    this.#collections,
    this.#processor,
    constantGauge(
      'elasticsearch_filesystem_data_size_bytes',
      'Bytes of the disk.',
      DISK,
      { ...NODE, mount: '/data', path: '/data/nodes/0' },
    ),
    this.#disk,
  ];
  readonly #heapUsed = this.#heap.with({ ...NODE, area: 'heap' });
  readonly #young = this.#collections.with({ ...NODE, gc: 'young' });
  readonly #old = this.#collections.with({ ...NODE, gc: 'old' });
  readonly #percent = this.#processor.with(NODE);
  readonly #free = this.#disk.with({
    ...NODE,
    mount: '/data',
    path: '/data/nodes/0',
  });

  advance(step: Step): void {
    this.#heapUsed.set((0.35 + 0.3 * step.chance(14)) * HEAP);
    this.#young.add(0.006 * step.traffic * step.seconds);
    this.#old.add(0.0002 * step.traffic * step.seconds);
    this.#percent.set(16 * step.traffic + 6 * step.chance(38));
    this.#free.set((0.7 - 0.01 * step.timeOfDay) * DISK);
  }
}
