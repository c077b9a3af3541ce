import { useSyncExternalStore } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import {
  ColorTheme,
  DashboardMark,
  resolveColor,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { formatMoment } from '../series';
import { ChartLayout } from './ChartLayout';

const SIZE = 12;

const useStyles = makeStyles(theme => ({
  mark: {
    position: 'absolute',
    width: SIZE,
    height: SIZE,
    marginLeft: -SIZE / 2,
    padding: 0,
    border: 'none',
    background: 'none',
    cursor: 'help',
    forcedColorAdjust: 'none',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  text: {
    whiteSpace: 'pre-line',
  },
}));

/** A form for each kind: colour alone does not tell them apart. */
const FORMS: Record<DashboardMark['kind'], string> = {
  annotation: 'M6 1 L11 11 L1 11 Z',
  alert: 'M6 1 A5 5 0 1 0 6 11 A5 5 0 1 0 6 1 Z',
  deployment: 'M6 0 L12 6 L6 12 L0 6 Z',
  provisioning: 'M1.5 1.5 H10.5 V10.5 H1.5 Z',
};

/** Props of {@link ChartMarks}. */
export interface ChartMarksProps {
  marks: DashboardMark[];
  layout: ChartLayout;
  theme: ColorTheme;
  timeZone?: string;
}

/** A sign at the foot of each mark on a chart, which tells what it is about. */
export function ChartMarks({
  marks,
  layout,
  theme,
  timeZone,
}: ChartMarksProps) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const area = useSyncExternalStore(layout.subscribe, layout.area);
  if (!area || area.to <= area.from) {
    return null;
  }
  const seen = marks.filter(
    ({ from, to = from }) => to >= area.from && from <= area.to,
  );
  return (
    <>
      {seen.map(mark => {
        const time = Math.max(mark.from, area.from);
        const share = (time - area.from) / (area.to - area.from);
        const when = [mark.from, mark.to]
          .flatMap(one =>
            one === undefined ? [] : formatMoment(one, timeZone),
          )
          .join(' – ');
        const lines = [
          `${t(`dashboards.marks.${mark.kind}`)}: ${mark.title || mark.name}`,
          when,
          mark.text ?? '',
          mark.tags.join(', '),
        ].filter(Boolean);
        return (
          <Tooltip
            key={mark.id}
            title={<span className={classes.text}>{lines.join('\n')}</span>}
          >
            <button
              type="button"
              className={classes.mark}
              aria-label={lines.join(', ')}
              style={{
                left: area.left + share * area.width,
                top: area.top + area.height - SIZE / 2,
              }}
            >
              <svg viewBox="0 0 12 12" width={SIZE} height={SIZE} aria-hidden>
                <path
                  d={FORMS[mark.kind]}
                  fill={resolveColor(mark.color, theme)}
                />
              </svg>
            </button>
          </Tooltip>
        );
      })}
    </>
  );
}
