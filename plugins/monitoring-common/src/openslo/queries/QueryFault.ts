/** Why a query cannot be used, in words that follow "The query ". */
export class QueryFault extends Error {}
