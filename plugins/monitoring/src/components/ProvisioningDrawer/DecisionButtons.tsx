import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import {
  ManagedObject,
  ObjectDecision,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringProvisioningTranslationRef } from '../../translation';

/** In the order in which they are offered. */
const DECISIONS = [
  { decision: 'keep-theirs', text: 'keepTheirs', label: 'keepTheirsOf' },
  { decision: 'take-ours', text: 'takeOurs', label: 'takeOursOf' },
  { decision: 'adopt', text: 'adopt', label: 'adoptOf' },
] as const;

/** Props of {@link DecisionButtons}. */
export interface DecisionButtonsProps {
  object: ManagedObject;
  isBusy: boolean;
  onChoose: (decision: ObjectDecision) => void;
}

/** What a person can decide about an object now. */
export function DecisionButtons(props: DecisionButtonsProps) {
  const { object, isBusy, onChoose } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  return (
    <>
      {DECISIONS.filter(({ decision }) =>
        object.decisions?.includes(decision),
      ).map(({ decision, text, label }) => (
        <Button
          key={decision}
          size="small"
          variant="outlined"
          disabled={isBusy}
          aria-label={t(`provisioning.${label}`, { title: object.title })}
          onClick={() => onChoose(decision)}
        >
          {t(`provisioning.${text}`)}
        </Button>
      ))}
    </>
  );
}
