/** Ids name files and links: letters, digits and inner hyphens, so that they need no escaping anywhere. */
export const ID = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

/** Names of the report's own pages, which no claim can have. */
export const RESERVED_IDS: readonly string[] = ['index', 'findings', 'ledger', 'report', 'summary'];
