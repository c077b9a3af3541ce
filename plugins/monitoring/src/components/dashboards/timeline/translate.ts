import { TranslationFunction } from '@backstage/frontend-plugin-api';
import { monitoringDashboardsTranslationRef } from '../../../translation';

/** Gives the texts of this plugin. */
export type Translate = TranslationFunction<
  (typeof monitoringDashboardsTranslationRef)['T']
>;
