// The funnel for the console, printed by `cmrt report` and `cmrt suppliers`.
import { FUNNEL_LINES } from "../../domain/funnel.ts";
import type { Funnel } from "../../model/campaign.ts";
import { percent } from "../pack/report-input.ts";

/** One line per step, with its share of the suppliers surveyed if there is a roster. */
export function funnelLines(funnel: Funnel): string[] {
  const { surveyed } = funnel;
  const lines = FUNNEL_LINES.map(({ of, name }) => {
    const share = surveyed === null ? "" : `  ${percent(funnel[of], surveyed).padStart(5)}`;
    return `  ${name.toLowerCase().padEnd(23)}  ${String(funnel[of]).padStart(5)}${share}`;
  });
  const asked = surveyed === null ? "not known (no roster)" : String(surveyed).padStart(5);
  return [`  ${"surveyed".padEnd(23)}  ${asked}`, ...lines];
}
