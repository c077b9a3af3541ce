/** Says why a linked dashboard is not shown, and nothing of the dashboard. */
export const LINK_NOT_ALLOWED =
  'Whoever runs this portal has not allowed entities to link to this dashboard. Ask for its folder or one of its tags to be added to linkedDashboards.';
