/** A decision that is not written, and why, for the person who decides. */
export class Refusal extends Error {
  override name = "Refusal";
  /** The page shows an outdated state. */
  readonly reload: boolean;

  constructor(message: string, { reload = false } = {}) {
    super(message);
    this.reload = reload;
  }
}
