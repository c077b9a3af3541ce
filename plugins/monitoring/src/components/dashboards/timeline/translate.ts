import { TranslationFunction } from '@backstage/frontend-plugin-api';
import { monitoringTranslationRef } from '../../../translation';

/** Gives the texts of this plugin. */
export type Translate = TranslationFunction<
  (typeof monitoringTranslationRef)['T']
>;
