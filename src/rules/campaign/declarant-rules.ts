// Whose declaration a response is.
import { PAIR_RULE } from "../../domain/likely-pairs.ts";
import { fieldCell } from "../../forms/placed-layout.ts";
import type { LikelyPair } from "../../model/campaign.ts";
import { type CheckedResponse, type DeclarantDoubt, defineCampaignRule } from "../rule.ts";
import { about } from "../support/standing.ts";
import { DECLARANT_RULE, UNCLEAR_NAME_RULE } from "../support/state.ts";

const nameCell = ({ selected }: CheckedResponse): string | null =>
  fieldCell(selected.response, "companyName");

export const declarantNotSupplier = defineCampaignRule<DeclarantDoubt>({
  id: DECLARANT_RULE,
  severity: "warning",
  needs: ["roster"],
  title: "The company that declares is not the supplier that the file is filed for.",
  why: "A declaration of another company says nothing of the supplier; until a person accepts it, it is not valid.",
  ask: "Is this the declaration of your company, and under which name?",
  source: "The company name and unique ID, compared with the supplier that path, ID or roster indicate.",
  message: ({ declared, supplier, evidence, other, by }) => {
    const tied = `By ${evidence} it is the declaration of ${supplier}`;
    if (by === "uniqueId") return `${tied}, but its company unique ID is that of ${other}.`;
    const whose = other === null ? "" : `, another supplier on the roster`;
    return `${tied}, but its company name is "${declared}"${whose}.`;
  },
  *check({ responses, doubts }) {
    for (const checked of responses) {
      const doubt = doubts?.get(checked.selected.response.id);
      if (doubt && doubt.by !== "unclear" && COUNTS_OR_MIGHT.has(checked.selected.standing)) {
        yield about(checked, { at: nameCell(checked), facts: { ...doubt } });
      }
    }
  },
  example: {
    fires: {
      about: "a file of one supplier with the name of another company",
      supplier: "Bolt Works GmbH",
      roster: [{ key: "bolt works gmbh", name: "Bolt Works GmbH" }],
      doubt: {
        declared: "Acme Fixings Ltd",
        supplier: "Bolt Works GmbH",
        evidence: "the file's path (bolt/cmrt.xlsx)",
        other: null,
        by: "name",
      },
    },
    silent: {
      about: "a name that the supplier goes by",
      supplier: "Acme Fixings Ltd",
      roster: [{ key: "acme fixings ltd", name: "Acme Fixings Ltd" }],
    },
  },
});

export const declarantNameToConfirm = defineCampaignRule<DeclarantDoubt>({
  id: UNCLEAR_NAME_RULE,
  severity: "warning",
  needs: ["roster"],
  title: "The company name may be the supplier's in short or in another script, which nothing confirms.",
  why: "The names alone do not say whether they are one company's. Accept the finding if they are, or add the name to the roster's “other names”; until then the response is not valid.",
  ask: "Are they the same company?",
  source:
    "The company name, compared with the names that the roster gives; the unique ID and the e-mail domain.",
  message: ({ declared, supplier, evidence }) =>
    `By ${evidence} it is the declaration of ${supplier}, and its company name is "${declared}": it may be the same name, which cmrt cannot tell. If it is the same company, accept this finding.`,
  *check({ responses, doubts }) {
    for (const checked of responses) {
      const doubt = doubts?.get(checked.selected.response.id);
      if (doubt?.by === "unclear" && COUNTS_OR_MIGHT.has(checked.selected.standing)) {
        yield about(checked, { at: nameCell(checked), facts: { ...doubt } });
      }
    }
  },
  internal: true,
  example: {
    fires: {
      about: "a file of one supplier with a company name in characters that cannot be read as the supplier's",
      supplier: "Foxglove Precision",
      roster: [{ key: "foxglove precision", name: "Foxglove Precision" }],
      doubt: {
        declared: "鴻海精密工業",
        supplier: "Foxglove Precision",
        evidence: "the file's path (foxglove/cmrt.xlsx)",
        other: null,
        by: "unclear",
      },
    },
    silent: {
      about: "a name that the supplier goes by",
      supplier: "Acme Fixings Ltd",
      roster: [{ key: "acme fixings ltd", name: "Acme Fixings Ltd" }],
    },
  },
});

const COUNTS_OR_MIGHT: ReadonlySet<string> = new Set(["standing", "undated", "late"]);

export const missingSupplierAlike = defineCampaignRule<{
  declared: string;
  supplier: string;
  by: LikelyPair["by"];
}>({
  id: PAIR_RULE,
  severity: "warning",
  needs: ["roster"],
  title: "A company that the roster does not know may be a missing supplier.",
  why: "They may be one: the supplier is then not missing. Accept the finding, or add the name to the roster's “other names”.",
  ask: "Are they the same company?",
  source:
    "The company name, or the domain of its e-mail addresses, compared with the names of missing suppliers.",
  message: ({ declared, supplier, by }) =>
    `${declared} is not on the roster, and nothing else was received from ${supplier}${by === "domain" ? ", whose name the e-mail domain of its contacts has" : ""}: they may be the same company. If so, accept this finding.`,
  *check({ responses, pairs = [] }) {
    for (const { response, stranger, supplier, by } of pairs) {
      const checked = responses.find(({ selected }) => selected.response.id === response);
      if (checked === undefined) continue;
      const facts = { declared: stranger, supplier: supplier.name, by };
      yield { ...about(checked, { at: nameCell(checked), facts }), supplier: stranger };
    }
  },
  internal: true,
  example: {
    fires: {
      about: "Acme Fixings is missing, and Acme Fixings Europe has answered",
      supplier: "Acme Fixings Europe",
      roster: [{ key: "acme fixings", name: "Acme Fixings" }],
      pair: {
        stranger: "Acme Fixings Europe",
        supplier: { key: "acme fixings", name: "Acme Fixings" },
        by: "name",
      },
    },
    silent: {
      about: "the supplier has answered itself",
      supplier: "Acme Fixings",
      roster: [{ key: "acme fixings", name: "Acme Fixings" }],
    },
  },
});
