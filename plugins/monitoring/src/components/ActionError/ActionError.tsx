import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import { Banner } from '../Banner';

/** Says that what a person asked for was not done; stands where it was asked. */
export function ActionError(props: { message: string | undefined }) {
  return props.message === undefined ? null : (
    <Banner Icon={ErrorOutlineIcon} tone="error" role="alert">
      {props.message}
    </Banner>
  );
}
