/** Names of the fields that the file and the Kubernetes object spell differently. */
export interface SlothFields {
  errorQuery: string;
  totalQuery: string;
  errorRatioQuery: string;
  pageAlert: string;
  ticketAlert: string;
}

/** `version: prometheus/v1` */
export const SLOTH_FILE: SlothFields = {
  errorQuery: 'error_query',
  totalQuery: 'total_query',
  errorRatioQuery: 'error_ratio_query',
  pageAlert: 'page_alert',
  ticketAlert: 'ticket_alert',
};

/** `apiVersion: sloth.slok.dev/v1` */
export const SLOTH_KUBERNETES: SlothFields = {
  errorQuery: 'errorQuery',
  totalQuery: 'totalQuery',
  errorRatioQuery: 'errorRatioQuery',
  pageAlert: 'pageAlert',
  ticketAlert: 'ticketAlert',
};
