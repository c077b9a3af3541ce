/** Whom shared SLO rules belong to: no entity. */
export const SHARED_SLOS_OWNER = 'sightline/shared-slos';

/** How the names of their groups begin, which name no owner. */
export const SHARED_SLO_GROUPS = 'sightline:slo:shared:';
