import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  BUILT_IN_CATALOGUE,
  BurnRateCatalogue,
  parseSloWindow,
  SloWindow,
} from '@sightline/backstage-plugin-monitoring-common';
import { readBurnRates } from './readBurnRates';
import { readCount } from './readCount';
import { readTimeZone } from './readTimeZone';
import { SloConfig } from './types';

const PATH = 'monitoring.slo';

function readDefaultWindow(
  slo: Config | undefined,
  timeZone: string,
): SloWindow {
  const text = slo?.getOptionalString('defaultWindow') ?? '30d';
  const window = parseSloWindow(text);
  if (!window) {
    throw new InputError(
      `${PATH}.defaultWindow is '${text}'; expected 7d, 28d, 30d, 90d, month or quarter`,
    );
  }
  const namesZone = text.includes('UTC');
  return window.type === 'calendar' && window.timeZone === 'UTC' && !namesZone
    ? { ...window, timeZone }
    : window;
}

function readCatalogue(slo: Config | undefined): BurnRateCatalogue | undefined {
  const catalogues = readBurnRates(slo, {
    path: PATH,
    reserved: BUILT_IN_CATALOGUE,
  });
  const name = slo?.getOptionalString('pageAfter') ?? BUILT_IN_CATALOGUE;
  const catalogue = catalogues.find(known => known.name === name);
  if (!catalogue && name !== BUILT_IN_CATALOGUE) {
    throw new InputError(
      `${PATH}.pageAfter is '${name}'; expected ${[
        BUILT_IN_CATALOGUE,
        ...catalogues.map(known => known.name),
      ].join(', ')} or another name of ${PATH}.burnRates`,
    );
  }
  return catalogue;
}

/**
 * Reads `monitoring.slo`.
 *
 * @throws `InputError` that names the key and what was expected
 */
export function readSloConfig(slo: Config | undefined): SloConfig {
  const timeZone = (slo && readTimeZone(slo, 'timeZone', PATH)) ?? 'UTC';
  const catalogue = readCatalogue(slo);
  return {
    defaultWindow: readDefaultWindow(slo, timeZone),
    timeZone,
    ...(catalogue ? { catalogue } : {}),
    ...(slo?.has('minimumEvents')
      ? {
          minimumEvents: readCount(slo, 'minimumEvents', {
            path: PATH,
            default: 0,
            minimum: 0,
          }),
        }
      : {}),
  };
}
