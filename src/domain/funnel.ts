// Counts a campaign's suppliers: how many were asked, and how far each of them got.
import { FUNNEL_STEPS, type Funnel, type FunnelStep, type ResponseState } from "../model/campaign.ts";

/** The steps in order: the figure of each and its name in reports. */
export const FUNNEL_LINES: readonly {
  step: Exclude<FunnelStep, "none">;
  of: Exclude<keyof Funnel, "surveyed">;
  name: string;
}[] = [
  { step: "received", of: "received", name: "File received" },
  { step: "usable", of: "usable", name: "Usable" },
  { step: "responded", of: "responded", name: "Responded" },
  { step: "valid", of: "valid", name: "Valid" },
  { step: "clean", of: "validWithoutQuestions", name: "Valid without questions" },
];

const STEP_OF: Readonly<Record<ResponseState, FunnelStep>> = {
  valid: "clean",
  questions: "valid",
  foreign: "responded",
  invalid: "responded",
  undated: "usable",
  late: "usable",
  stale: "usable",
  unreadable: "received",
  copied: "received",
  own: "received",
  blank: "received",
  // The response that superseded it has its own state.
  superseded: "none",
  replaced: "none",
  withdrawn: "none",
  missing: "none",
};

/** The step that a supplier in this state has reached. */
export function stepOf(state: ResponseState): FunnelStep {
  return STEP_OF[state];
}

/** This step and those after it: the values to filter by. */
export function stepsFrom(step: Exclude<FunnelStep, "none">): readonly FunnelStep[] {
  return FUNNEL_STEPS.slice(FUNNEL_STEPS.indexOf(step));
}

/**
 * The funnel of a campaign. With a roster, only suppliers on it are counted, so that companies that were not
 * asked do not raise the response rate. Without one, all are counted, and how many were asked is unknown.
 */
export function funnelOf(suppliers: readonly { onRoster: boolean | null; step: FunnelStep }[]): Funnel {
  const roster = suppliers.some(({ onRoster }) => onRoster !== null);
  const asked = suppliers.filter(({ onRoster }) => !roster || onRoster === true);
  const atLeast = (step: Exclude<FunnelStep, "none">): number => {
    const steps = stepsFrom(step);
    return asked.filter((supplier) => steps.includes(supplier.step)).length;
  };
  return {
    surveyed: roster ? asked.length : null,
    received: atLeast("received"),
    usable: atLeast("usable"),
    responded: atLeast("responded"),
    valid: atLeast("valid"),
    validWithoutQuestions: atLeast("clean"),
  };
}
