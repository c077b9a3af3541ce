import { KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import CheckIcon from '@material-ui/icons/Check';
import CheckBoxIcon from '@material-ui/icons/CheckBox';
import CheckBoxOutlineBlankIcon from '@material-ui/icons/CheckBoxOutlineBlank';
import InputBase from '@material-ui/core/InputBase';
import { makeStyles } from '@material-ui/core/styles';
import { monitoringDashboardsTranslationRef } from '../../../../translation';

/** Rows that are drawn; who wants others writes a part of them. */
const MOST_SHOWN = 100;
/** Shorter lists need no search. */
const SHORT = 8;

const useStyles = makeStyles(theme => ({
  search: {
    padding: theme.spacing(1, 1.5),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  list: {
    minWidth: 180,
    maxWidth: 'min(480px, 90vw)',
    maxHeight: 320,
    margin: 0,
    padding: theme.spacing(0.5, 0),
    overflowY: 'auto',
    listStyle: 'none',
    fontSize: theme.typography.body2.fontSize,
    '&:focus': {
      outline: 'none',
    },
  },
  option: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 1.5),
    cursor: 'pointer',
    overflowWrap: 'anywhere',
  },
  active: {
    backgroundColor: theme.palette.action.hover,
    boxShadow: `inset 3px 0 ${theme.palette.primary.main}`,
  },
  icon: {
    fontSize: '1.125rem',
    flexShrink: 0,
  },
  note: {
    padding: theme.spacing(1, 1.5),
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link OptionList}. */
export interface OptionListProps {
  /** What is chosen, for those who listen. */
  label: string;
  options: { text: string; value: string }[];
  chosen: string[];
  multi: boolean;
  /** Whether what is searched for can be chosen, too. */
  allowOthers?: boolean;
  onChoose: (value: string) => void;
}

/** A list to choose from, with a search when it is long. By keyboard: arrows, Enter. */
export function OptionList(props: OptionListProps) {
  const { label, options, chosen, multi, allowOthers, onChoose } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const listId = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      options.findIndex(({ value }) => chosen.includes(value)),
    ),
  );
  const list = useRef<HTMLUListElement>(null);
  const isLong = options.length > SHORT || Boolean(allowOthers);

  const wanted = search.trim().toLowerCase();
  const found = wanted
    ? options.filter(({ text }) => text.toLowerCase().includes(wanted))
    : options;
  const isNew =
    allowOthers &&
    wanted !== '' &&
    !options.some(({ value }) => value === search.trim());
  const shown = [
    ...found
      .slice(0, MOST_SHOWN)
      .map(option => ({ ...option, key: option.value })),
    ...(isNew
      ? [
          {
            key: 'other',
            value: search.trim(),
            text: t('dashboards.variable.other', { value: search.trim() }),
          },
        ]
      : []),
  ];
  const rest = found.length - Math.min(found.length, MOST_SHOWN);
  const place = Math.min(active, shown.length - 1);

  useEffect(() => {
    list.current
      ?.querySelector('[data-active="true"]')
      ?.scrollIntoView?.({ block: 'nearest' });
  }, [place]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: Math.min(place + 1, last),
      ArrowUp: Math.max(place - 1, 0),
      PageDown: Math.min(place + 8, last),
      PageUp: Math.max(place - 8, 0),
    };
    if (event.key in moves) {
      event.preventDefault();
      setActive(moves[event.key]);
    } else if (
      (event.key === 'Enter' || (event.key === ' ' && !isLong)) &&
      shown[place]
    ) {
      event.preventDefault();
      onChoose(shown[place].value);
    }
  };

  const keyboard = {
    'aria-activedescendant': shown[place] && `${listId}-${place}`,
    'aria-controls': listId,
    onKeyDown,
  };
  return (
    <>
      {isLong && (
        <div className={classes.search}>
          <InputBase
            // The list opens because somebody wants to choose.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            fullWidth
            placeholder={t('dashboards.variable.search')}
            inputProps={{
              role: 'combobox',
              'aria-expanded': true,
              'aria-autocomplete': 'list',
              'aria-label': t('dashboards.variable.searchIn', { name: label }),
              ...keyboard,
            }}
            value={search}
            onChange={event => {
              setSearch(event.target.value);
              setActive(0);
            }}
          />
        </div>
      )}
      <ul
        ref={list}
        id={listId}
        className={classes.list}
        role="listbox"
        aria-label={label}
        aria-multiselectable={multi}
        {...(!isLong && {
          tabIndex: 0,
          ref: (element: HTMLUListElement | null) => element?.focus(),
          ...keyboard,
          'aria-controls': undefined,
        })}
      >
        {shown.map((option, at) => (
          // The keys are with the search, or with the list.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={option.key}
            id={`${listId}-${at}`}
            data-active={at === place}
            className={`${classes.option} ${
              at === place ? classes.active : ''
            }`}
            role="option"
            aria-selected={chosen.includes(option.value)}
            onClick={() => onChoose(option.value)}
          >
            <Mark isChosen={chosen.includes(option.value)} multi={multi} />
            {option.text}
          </li>
        ))}
      </ul>
      {(rest > 0 || shown.length === 0) && (
        <Typography
          className={classes.note}
          variant="body2"
          component="p"
          role="status"
        >
          {rest > 0
            ? t('dashboards.variable.rest', { count: rest })
            : t('dashboards.variable.nothing')}
        </Typography>
      )}
    </>
  );
}

function Mark(props: { isChosen: boolean; multi: boolean }) {
  const { isChosen, multi } = props;
  const classes = useStyles();
  if (multi) {
    const Box = isChosen ? CheckBoxIcon : CheckBoxOutlineBlankIcon;
    return <Box className={classes.icon} aria-hidden />;
  }
  return (
    <CheckIcon
      className={classes.icon}
      style={{ visibility: isChosen ? 'visible' : 'hidden' }}
      aria-hidden
    />
  );
}
