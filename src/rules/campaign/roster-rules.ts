// Compares the roster with what was received.

import { codeOf } from "../../domain/answers.ts";
import { isBlank } from "../../domain/blank.ts";
import { PAIR_RULE, someNames, unattributedOf } from "../../domain/likely-pairs.ts";
import { answerCell } from "../../forms/layouts.ts";
import { fieldCell } from "../../forms/placed-layout.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { Standing } from "../../model/campaign.ts";
import { sourceText } from "../../model/workbook.ts";
import { defineCampaignRule } from "../rule.ts";
import { about, isOthersPeriod, isUnasked, standing } from "../support/standing.ts";
import { subjectOf } from "../support/subject.ts";

export const supplierMissing = defineCampaignRule<{
  supplier: string;
  period: number | null;
  /** The supplier's file if it has been removed since. */
  withdrawn: string | null;
  /** Companies that are not on the roster and have similar names. */
  alike: string[] | null;
  /** Files received that cannot be attributed to a supplier, first those that are likely to be this one's. */
  unattributed: string[] | null;
  /** How many of these files are likely to be this supplier's. */
  likely: number;
}>({
  id: "supplier-missing",
  severity: "warning",
  risk: true,
  needs: ["roster"],
  title: "No file was received from a supplier on the roster.",
  why: "Nothing is known of what this supplier sources, and the inquiry states how many suppliers did not respond.",
  ask: "When can we expect your declaration?",
  source: "The roster of the campaign.",
  message({ supplier, period, withdrawn, alike, unattributed, likely }) {
    const inPeriod = period === null ? "" : ` for the period ${period}`;
    const gone = withdrawn === null ? "" : `; its earlier file (${withdrawn}) is no longer there`;
    if (alike !== null) {
      return `Nothing was received under the name of ${supplier}${inPeriod}, but the declaration of ${alike.join(" or ")} may be its own: see ${PAIR_RULE}.`;
    }
    if (unattributed !== null && likely > 0) {
      return `Nothing was received under the name of ${supplier}${inPeriod}, but ${someNames(unattributed.slice(0, likely), "or")} may be its own${gone}.`;
    }
    if (unattributed !== null) {
      const files = unattributed.length === 1 ? "1 file was" : `${unattributed.length} files were`;
      return `Nothing was received under the name of ${supplier}${inPeriod}, but ${files} received that could not be attributed to a supplier: ${someNames(unattributed, "and")}${gone}.`;
    }
    return withdrawn === null
      ? `Nothing was received from ${supplier}${inPeriod}.`
      : `The file of ${supplier} (${withdrawn}) is no longer there, and no other was received.`;
  },
  *check({ roster, responses, unreadable, period, pairs = [], unattributed = [] }) {
    const gone = (standing: Standing) => standing === "withdrawn" || standing === "replaced";
    const received = new Set([
      ...responses.flatMap(({ selected }) =>
        gone(selected.standing) || (period !== null && (selected.period ?? period) !== period)
          ? []
          : selected.supplier.key,
      ),
      ...unreadable.flatMap(({ supplier }) => supplier?.key ?? []),
    ]);
    for (const { key, name } of roster ?? []) {
      if (received.has(key)) continue;
      const was = responses.find(({ selected }) => selected.supplier.key === key)?.selected.response;
      const withdrawn = was ? sourceText(was.source) : null;
      const strangers = pairs.flatMap((pair) => (pair.supplier.key === key ? pair.stranger : []));
      const files = unattributedOf(key, unattributed);
      const alike = strangers.length === 0 ? null : sortTexts(new Set(strangers));
      yield {
        supplier: name,
        file: null,
        response: null,
        at: null,
        facts: {
          supplier: name,
          period,
          withdrawn,
          alike,
          unattributed: files ? [...new Set([...files.likely, ...files.files])] : null,
          likely: files?.likely.length ?? 0,
        },
      };
    }
  },
  example: {
    fires: {
      about: "two suppliers expected, one answered",
      supplier: "Acme Fixings Ltd",
      roster: [
        { key: "acme fixings ltd", name: "Acme Fixings Ltd" },
        { key: "bolt works", name: "Bolt Works GmbH" },
      ],
    },
    silent: {
      about: "one expected, one answered",
      supplier: "Acme Fixings Ltd",
      roster: [{ key: "acme fixings ltd", name: "Acme Fixings Ltd" }],
    },
  },
});

export const supplierNotOnRoster = defineCampaignRule<{ supplier: string }>({
  id: "supplier-not-on-roster",
  severity: "warning",
  needs: ["roster"],
  title: "A response came from a company that the roster does not know.",
  why: "It may be a supplier under another name, which is then counted as missing.",
  ask: "For which of your companies do you make this declaration?",
  source: "The roster of the campaign.",
  message: ({ supplier }) => `${supplier} is not on the roster.`,
  *check(input, _named, says) {
    // The rule on likely pairs names the supplier that it may be.
    const paired = new Set(says(PAIR_RULE) ? (input.pairs ?? []).map((pair) => pair.response) : []);
    for (const checked of input.responses) {
      const { response, supplier, standing: stands } = checked.selected;
      if (paired.has(response.id)) continue;
      if (stands === "withdrawn" || stands === "replaced" || !isUnasked(input, supplier.key)) continue;
      // Responses for another period do not concern this roster, and blank templates are reported by another
      // rule.
      if (isOthersPeriod(checked, input) || isBlank(response)) continue;
      const at = fieldCell(response, "companyName");
      yield about(checked, { at, facts: { supplier: supplier.name } });
    }
  },
  internal: true,
  example: {
    fires: {
      about: "a name that the roster lacks",
      supplier: "Acme Fixings Ltd",
      roster: [{ key: "bolt works", name: "Bolt Works GmbH" }],
    },
    silent: {
      about: "a name of the roster",
      supplier: "Acme Fixings Ltd",
      roster: [{ key: "acme fixings ltd", name: "Acme Fixings Ltd" }],
    },
  },
});

export const expectedMetalDenied = defineCampaignRule<{ metal: string; number: string }>({
  id: "expected-metal-denied",
  severity: "warning",
  needs: ["roster", "rosterMinerals"],
  title: "A metal that the supplier's parts are known to hold is declared as not used.",
  why: "Our own data on the parts contradicts the answer, and with it nothing more is asked about the metal.",
  ask: "Are you sure that none of the parts that you deliver to us contains this metal?",
  source:
    "The metals of the supplier's parts on the roster; declarations for the whole company or for listed products.",
  message: ({ metal, number }) =>
    `By the roster, parts of this supplier contain ${metal}, but question ${number} rules it out.`,
  *check(input) {
    const expected = new Map((input.roster ?? []).map(({ key, minerals }) => [key, minerals ?? []]));
    for (const checked of standing(input)) {
      const subject = subjectOf(checked);
      // A declaration for part of the company may exclude the parts that contain the metal.
      if (subject.response.company.scope?.value === "userDefined") continue;
      for (const metal of expected.get(checked.selected.supplier.key) ?? []) {
        const { layout } = subject;
        if (subject.scope[metal] !== "no" || !layout.minerals.includes(metal)) continue;
        const denied = layout.questions
          .slice(0, 2)
          .find(({ meaning }) => codeOf(subject.response, metal, meaning) === "no");
        if (denied === undefined) continue;
        yield about(checked, {
          at: answerCell(layout, denied, metal),
          facts: { metal, number: denied.number },
        });
      }
    }
  },
  example: ({ second, third }) => {
    const run = {
      supplier: "Acme Fixings Ltd",
      answers: { [second.id]: { used: "no" as const } },
      roster: [{ key: "acme fixings ltd", name: "Acme Fixings Ltd" }],
    };
    const expecting = (metal: string) => run.roster.map((one) => ({ ...one, minerals: [metal] }));
    return {
      fires: {
        about: `${second.id} in the parts, ${second.id} not used`,
        ...run,
        roster: expecting(second.id),
      },
      silent: {
        about: `${third.id} in the parts, ${second.id} not used`,
        ...run,
        roster: expecting(third.id),
      },
    };
  },
});

export const productsNotCovered = defineCampaignRule<{ products: string[]; files: string[] }>({
  id: "products-not-covered",
  severity: "warning",
  needs: ["roster", "rosterProducts"],
  title: "A supplier's product lists do not cover the parts on the roster.",
  why: "Nothing is declared for the parts that are missing.",
  ask: "Can you send a declaration that covers these parts too?",
  source: "The part numbers on the roster, compared with the product lists of responses that count.",
  message: ({ products }) =>
    `${products.length === 1 ? "Part" : `${products.length} parts`} not covered: ${products.slice(0, 5).join(", ")}${products.length > 5 ? " and others" : ""}.`,
  *check(input) {
    const bySupplier = groupBy(standing(input), ({ selected }) => selected.supplier.key);
    for (const { key, name, products = [] } of input.roster ?? []) {
      const its = bySupplier.get(key) ?? [];
      const wide = its.some(({ selected }) => selected.response.company.scope?.value !== "product");
      if (products.length === 0 || its.length === 0 || wide) continue;
      const covered = new Set(
        its.flatMap(({ selected }) =>
          selected.response.products.flatMap(({ number, requesterNumber }) =>
            [number ?? "", requesterNumber ?? ""].map((text) => text.trim().toLowerCase()),
          ),
        ),
      );
      const missing = products.filter((product) => !covered.has(product.trim().toLowerCase()));
      if (missing.length === 0) continue;
      const files = its.map(({ selected }) => sourceText(selected.response.source));
      const [only] = its;
      yield {
        supplier: name,
        file: its.length === 1 ? (files[0] ?? null) : null,
        response: its.length === 1 ? (only?.selected.response.id ?? null) : null,
        at: null,
        facts: { products: missing, files },
      };
    }
  },
  example: {
    fires: {
      about: "two parts expected, one covered",
      supplier: "Acme Fixings Ltd",
      company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
      products: [{ row: 6, number: "AC-100" }],
      roster: [{ key: "acme fixings ltd", name: "Acme Fixings Ltd", products: ["AC-100", "AC-200"] }],
    },
    silent: {
      about: "the whole company is covered",
      supplier: "Acme Fixings Ltd",
      roster: [{ key: "acme fixings ltd", name: "Acme Fixings Ltd", products: ["AC-100", "AC-200"] }],
    },
  },
});
