/** A decision that was not written, with the reason for the person who made it. */
export class Refusal extends Error {
  override name = "Refusal";
  /** Whether the page shows an outdated state and should reload. */
  readonly reload: boolean;

  constructor(message: string, { reload = false } = {}) {
    super(message);
    this.reload = reload;
  }
}
