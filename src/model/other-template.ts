// What the suppliers of a campaign sent in another template, for a first look.
import type { Funnel } from "./campaign.ts";

export interface OtherTemplate {
  /** Abbreviation of its family. */
  family: string;
  funnel: Funnel;
  errors: number;
  warnings: number;
}
