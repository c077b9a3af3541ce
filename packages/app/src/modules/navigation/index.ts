import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { Navigation } from './Navigation';

export const navigationModule = createFrontendModule({
  pluginId: 'app',
  extensions: [Navigation],
});
