import type { Inquiry } from "../../../forms/form.ts";
import { WANTED } from "../../../forms/wanted.ts";
import type { MetalEvidence, Proposal } from "../../../model/consolidation.ts";
import { SETTINGS_FILE } from "../../../model/workspace-files.ts";
import type { Column, TableDefinition } from "../../render/table.ts";

const count = (
  name: string,
  key: Exclude<keyof MetalEvidence, "metal">,
  about: string,
): Column<Proposal> => ({
  name,
  type: "number",
  about,
  value: ({ evidence }) => evidence[key],
});

/** The table of proposals in the wording of the inquiry. */
export const rcoiTable = ({ area, country }: Inquiry): TableDefinition<Proposal> => ({
  file: "rcoi.csv",
  title: "Proposed outcome",
  onePer: "metal",
  columns: [
    { name: "metal", type: "text", about: `${WANTED.oneMineral}.`, value: (one) => one.metal },
    {
      name: "proposal",
      type: "text",
      about: "Outcome indicated by the counts; a person decides.",
      value: (one) => one.outcome,
    },
    count(
      "suppliers_in_scope",
      "inScope",
      "Suppliers for which the metal is intentionally added and necessary.",
    ),
    count("covered_yes", "coveredYes", `Suppliers in scope that answer Yes on the ${area}.`),
    count("covered_no", "coveredNo", `Suppliers in scope that answer No on the ${area}.`),
    count("covered_unknown", "coveredUnknown", `Suppliers in scope that answer Unknown on the ${area}.`),
    count(
      "covered_blank",
      "coveredBlank",
      `Suppliers in scope whose answer on the ${area} is blank or no known answer.`,
    ),
    count("recycled_yes", "recycledYes", "Suppliers in scope that answer Yes on recycled or scrap sources."),
    count("smelters", "smelters", "Distinct smelters reported: rows of smelters.csv for the metal."),
    count("smelters_conformant", "conformant", "Smelters that the list of statuses calls conformant."),
    count("smelters_active", "active", "Smelters that the list of statuses calls active."),
    count("smelters_other_status", "otherStatus", "Smelters with any other word of status."),
    count("smelters_not_on_list", "notOnList", "Matched smelters that the list of statuses does not have."),
    count("unmatched", "unmatched", "Smelters that could not be matched to the reference list."),
    count("not_identified", "notIdentified", "Smelter rows “not yet identified”."),
    count(
      "missing_suppliers",
      "missing",
      "Suppliers of the roster from which nothing was received; empty without a roster.",
    ),
    count("suppliers_counted", "counted", "Suppliers with at least one response that counts for the period."),
    count("suppliers_out_of_scope", "outOfScope", "Suppliers that declare the metal out of scope."),
    count(
      "suppliers_scope_unclear",
      "scopeUnclear",
      "Suppliers that leave open whether the metal is in scope.",
    ),
    count(
      "covered_yes_scope_unclear",
      "coveredYesScopeUnclear",
      `Suppliers that leave the scope open but answer Yes on the ${area}.`,
    ),
    count(
      "recycled_100",
      "recycled100",
      "Suppliers in scope that say all of the metal is recycled or scrap (templates from 3.00 on).",
    ),
    count(
      "rows_not_recycled",
      "rowsNotRecycled",
      "Smelter rows that say the feedstock is not all recycled or scrap.",
    ),
    count("mine_covered_rows", "mineCoveredRows", `Smelter rows that name a mine in a ${country}.`),
    count(
      "origin_list_smelters",
      "originListSmelters",
      `Reported smelters that an origin list ties to a ${country}.`,
    ),
    count(
      "smelters_status_not_known",
      "statusNotKnown",
      "Matched smelters where no list of statuses is available.",
    ),
    count(
      "identified_not_yes",
      "identifiedNotYes",
      "Suppliers in scope that do not say that all smelters are identified.",
    ),
    count(
      "suppliers_without_smelters",
      "withoutSmelters",
      "Suppliers in scope without a smelter row for the metal.",
    ),
    count(
      "invalid_suppliers",
      "invalid",
      "Suppliers with an invalid response for which the metal is in scope or unclear.",
    ),
    count("stale_suppliers", "stale", "Suppliers whose only response predates the period."),
    count("undated_suppliers", "undated", "Suppliers with an undated response only."),
    count(
      "late_suppliers",
      "late",
      "Suppliers on the roster whose only response is after the cut-off; empty without a roster.",
    ),
    count(
      "unreadable_files",
      "unreadableFiles",
      "Files that could not be read, but for those of suppliers with another response.",
    ),
    count("product_level_suppliers", "productLevel", "Suppliers in scope that answered for named products."),
    {
      name: "reasons",
      type: "text",
      about: "Why the outcome is proposed.",
      value: (one) => one.why.join(" "),
    },
    {
      name: "decision",
      type: "text",
      about: `What a person determined (decisions in ${SETTINGS_FILE}); empty until then.`,
      value: (one) => one.decision?.determination,
    },
    { name: "decision_reason", type: "text", about: "Why.", value: (one) => one.decision?.reason },
    { name: "decision_by", type: "text", about: "Who decided.", value: (one) => one.decision?.by },
    { name: "decision_date", type: "date", about: "When.", value: (one) => one.decision?.date },
    count("open_warning_signs", "openSigns", "Open warning signs of the metal (not accepted)."),
    count(
      "accepted_warning_signs",
      "acceptedSigns",
      "Warning signs of the metal that a person accepted with a reason.",
    ),
  ],
});
