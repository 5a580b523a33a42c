/** A report.json or baseline that cannot be used; the message is one line that names file and field. */
export class RecordError extends Error {}
