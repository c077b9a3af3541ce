import { Sample } from './Sample';

/**
 * A reduce expression of instant samples: each is one number already, so that only the mode for
 * what is not a number (`dropNN`, `replaceNN`) says anything.
 */
export function reduceSamples(
  samples: Sample[],
  settings: { mode?: string; replaceWithValue?: number } = {},
): Sample[] {
  switch (settings.mode) {
    case 'dropNN':
      return samples.filter(({ value }) => Number.isFinite(value));
    case 'replaceNN':
      return samples.map(sample =>
        Number.isFinite(sample.value)
          ? sample
          : { ...sample, value: settings.replaceWithValue ?? NaN },
      );
    default:
      return samples;
  }
}
