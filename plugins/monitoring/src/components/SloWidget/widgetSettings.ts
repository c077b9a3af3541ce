/** Whose services the widget shows. */
export type WidgetScope = 'mine' | 'all';

/**
 * Settings of the home page widget.
 *
 * @public
 */
export interface SloWidgetProps {
  /** Whose services: those of the user and the user's groups (the default), or all. */
  scope?: 'mine' | 'all';
  /** How many SLOs are listed, 1..20, default 5. */
  limit?: number;
}

/** Name, place and settings of the home page widget, the same in both frontend systems. */
export const SLO_WIDGET = {
  name: 'MonitoringSlos',
  title: 'SLOs',
  description: 'How the SLOs of your services stand, and what fires now.',
  layout: {
    width: { minColumns: 3, defaultColumns: 6 },
    height: { minRows: 3, defaultRows: 6 },
  },
  settings: {
    schema: {
      title: 'SLOs',
      type: 'object' as const,
      properties: {
        scope: {
          title: 'Whose services',
          type: 'string' as const,
          oneOf: [
            { const: 'mine', title: 'My services' },
            { const: 'all', title: 'All services' },
          ],
          default: 'mine',
        },
        limit: {
          title: 'How many SLOs to list',
          type: 'integer' as const,
          minimum: 1,
          maximum: 20,
          default: 5,
        },
      },
    },
  },
};
