/** Why nothing of a request was taken. Becomes the answer's status and JSON. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 403 | 413 | 429 | 503,
    readonly field: string,
    readonly reason: string,
    /** Seconds, at least. */
    readonly retryAfter?: number,
  ) {
    super(reason);
  }
}
