import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { navigationModule } from './modules/navigation';
import { signInModule } from './modules/signIn';

export default createApp({
  features: [catalogPlugin, navigationModule, signInModule],
});
