import { lazily } from '../../lazily';

/** Says what a panel is that is not drawn here. Most dashboards have none. */
export const UnsupportedPanel = lazily(() =>
  import('./UnsupportedPanel').then(module => module.UnsupportedPanel),
);
