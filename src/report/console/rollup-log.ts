// The sources of our own declaration: the responses behind each answer and smelter, as Markdown and CSV.

import { countryName } from "../../forms/countries.ts";
import { DEFAULT_FAMILY } from "../../forms/families.ts";
import type { Family } from "../../forms/form.ts";
import { topicOf } from "../../forms/topics.ts";
import { capitalised } from "../../lib/capitalised.ts";
import { countOf } from "../../lib/count-of.ts";
import { joinList } from "../../lib/join-list.ts";
import { ANSWER_NAMES, STATE_NAMES } from "../../model/labels.ts";
import type {
  NotCounted,
  OwnAnswer,
  OwnDeclaration,
  OwnSmelter,
  VoteAnswer,
} from "../../model/own-declaration.ts";
import type { AnswerCode, MineralId, QuestionId } from "../../model/vocabulary.ts";
import { type CsvValue, toCsv } from "../render/csv.ts";
import type { Block, Document } from "../render/document.ts";
import { toMarkdown } from "../render/markdown.ts";

const OTHER_ANSWERS: Partial<Record<VoteAnswer, string>> = {
  notAnswered: "not answered",
  notAsked: "not asked by the template",
  missing: "no response that counts",
};

function voteName(answer: VoteAnswer): string {
  return OTHER_ANSWERS[answer] ?? ANSWER_NAMES[answer as AnswerCode];
}

function valueName(value: AnswerCode | null): string {
  return value === null ? "open" : ANSWER_NAMES[value];
}

/** Answers with their question and metal, in template order. */
function answersOf({ metals, answers }: OwnDeclaration): [MineralId, QuestionId, OwnAnswer][] {
  return metals.flatMap((metal) =>
    Object.entries(answers[metal] ?? {}).flatMap(
      ([question, answer]): [MineralId, QuestionId, OwnAnswer][] =>
        answer ? [[metal, question, answer]] : [],
    ),
  );
}

function sourcesText({ sources }: Pick<OwnSmelter, "sources">): string {
  return joinList(sources.map(({ supplier, file, row }) => `${supplier} (${file}, row ${row})`));
}

/** The log as Markdown, about a form of the family. */
export function rollupLogMarkdown(declaration: OwnDeclaration, family: Family = DEFAULT_FAMILY): string {
  const { suppliers, open, smelters, leftOut, notCounted } = declaration;
  const list = (items: readonly string[]): Block => ({ kind: "list", items: items.map((item) => [item]) });
  const blocks: Block[] = [
    {
      kind: "heading",
      level: 1,
      text: `${family === DEFAULT_FAMILY ? "Roll-up" : `${family.id} roll-up`}${declaration.period === null ? "" : ` for ${declaration.period}`}`,
    },
    {
      kind: "paragraph",
      text: [
        `${capitalised(countOf(suppliers.counted.length, "supplier"))} counted, ${suppliers.missing.length} without a response that counts, `,
        suppliers.surveyed === null
          ? "number of surveyed suppliers not known."
          : `${suppliers.surveyed} surveyed.`,
      ],
    },
    { kind: "heading", level: 2, text: "Not answered" },
    open.length === 0 ? { kind: "paragraph", text: ["Nothing."] } : list(open),
    { kind: "heading", level: 2, text: "Suppliers without a response that counts" },
    suppliers.missing.length === 0 ? { kind: "paragraph", text: ["None."] } : list(suppliers.missing),
    { kind: "heading", level: 2, text: "Responses that do not count" },
    notCounted.length === 0
      ? { kind: "paragraph", text: ["None."] }
      : {
          kind: "data",
          caption:
            "Received, but not part of the declaration. A Yes on use, necessity or origin in them counts all the same.",
          columns: ["supplier", "file", "state", "why", "its Yes that counts"].map((title) => ({ title })),
          rows: notCounted.map((one) => [
            one.supplier,
            one.file,
            STATE_NAMES[one.state],
            whyNotCounted(one),
            joinList(affirmedBy(one)),
          ]),
        },
    { kind: "heading", level: 2, text: "Answers" },
    {
      kind: "data",
      caption: "Each answer, the suppliers behind it, and the rule",
      columns: [family.mineral, "question", "answer", "because", "rule"].map((title) => ({ title })),
      rows: answersOf(declaration).map(([metal, question, answer]) => [
        metal,
        topicOf(question),
        valueName(answer.value),
        because(answer, suppliers.missing),
        answer.rule,
      ]),
    },
    { kind: "heading", level: 2, text: "Smelters" },
    {
      kind: "data",
      caption: countOf(smelters.length, "line"),
      columns: [family.mineral, "smelter", "ID", "country", "from"].map((title) => ({ title })),
      rows: smelters.map((smelter) => [
        smelter.metal,
        smelter.name ?? "not yet identified",
        smelter.id ?? "",
        smelter.country === undefined ? "" : countryName(smelter.country),
        sourcesText(smelter),
      ]),
    },
    ...mineBlocks(declaration),
    { kind: "heading", level: 2, text: "Left out" },
    leftOut.length === 0
      ? { kind: "paragraph", text: ["No reported smelter was left out."] }
      : {
          kind: "data",
          caption: "Reported smelters left out of the declaration, and why",
          columns: [family.mineral, "smelter", "ID", "why", "from"].map((title) => ({ title })),
          rows: leftOut.map((each) => [
            each.metal ?? "",
            each.name,
            each.id ?? "",
            each.reason,
            sourcesText(each),
          ]),
        },
  ];
  const document: Document = { title: "Roll-up", blocks };
  return toMarkdown(document);
}

/** The mines of the declaration, and those left out; empty if the template has no mine list. */
function mineBlocks({ mines, minesLeftOut = [] }: OwnDeclaration): Block[] {
  if (mines === undefined) return [];
  const titles = (...names: string[]) => names.map((title) => ({ title }));
  return [
    { kind: "heading", level: 2, text: "Mines" },
    mines.length === 0
      ? { kind: "paragraph", text: ["No mine is in the declaration."] }
      : {
          kind: "data",
          caption: countOf(mines.length, "line"),
          columns: titles("mineral", "mine", "country", "smelter", "from"),
          rows: mines.map((mine) => [
            mine.metal,
            mine.name ?? mine.id ?? "",
            mine.country === undefined ? "" : countryName(mine.country),
            mine.smelter.name ?? mine.smelter.id ?? "",
            sourcesText(mine),
          ]),
        },
    ...(minesLeftOut.length === 0
      ? []
      : ([
          {
            kind: "data",
            caption: "Reported mines left out of the declaration, and why",
            columns: titles("mineral", "mine", "why", "from"),
            rows: minesLeftOut.map((mine) => [mine.metal ?? "", mine.name, mine.reason, sourcesText(mine)]),
          },
        ] as Block[])),
  ];
}

/** Why a received response does not count. */
export function whyNotCounted({ state, errors, warnings }: NotCounted): string {
  if (state === "invalid") return countOf(errors, "error");
  if (state === "questions") return `${countOf(warnings, "warning")}; included with --include-questions`;
  return STATE_NAMES[state];
}

/** The questions, with their metal, for which the Yes of a response that does not count is taken into account. */
export function affirmedBy({ affirms }: NotCounted): string[] {
  return affirms.map(({ metal, question }) => `${metal}: ${topicOf(question)}`);
}

/** Those of them that decide the answer, as no response that counts says Yes. */
export function decidedBy({ affirms }: NotCounted, declaration: OwnDeclaration): NotCounted["affirms"] {
  const counted = new Set(declaration.suppliers.counted);
  return affirms.filter(({ metal, question }) => {
    const votes = declaration.answers[metal]?.[question]?.votes ?? [];
    return votes.every(
      ({ answer, suppliers }) => answer !== "yes" || !suppliers.some((name) => counted.has(name)),
    );
  });
}

/** Names repeated per answer that the log has already listed. */
const REPEATED = 3;

function because({ votes, override }: OwnAnswer, missing: readonly string[]): string {
  const said = votes
    .map(({ answer, suppliers }) => {
      const isListed = answer === "missing" && suppliers.every((name) => missing.includes(name));
      return `${voteName(answer)}: ${isListed && suppliers.length > REPEATED ? listedAbove(suppliers, missing) : joinList(suppliers)}`;
    })
    .join(" · ");
  return override
    ? `set manually instead of “${valueName(override.instead)}”: ${override.reason} · ${said}`
    : said;
}

function listedAbove(suppliers: readonly string[], missing: readonly string[]): string {
  return suppliers.length === missing.length
    ? `the ${missing.length} suppliers listed above`
    : `${suppliers.length} of the ${missing.length} suppliers listed above (log.csv names them)`;
}

const LOG_COLUMNS = [
  "kind",
  "metal",
  "item",
  "value",
  "said",
  "supplier",
  "file",
  "row",
  "rule",
  "override_reason",
];

/** The log as a table: one row per answer and supplier, per smelter and reported row, and per omitted smelter. */
export function rollupLogCsv(declaration: OwnDeclaration): string {
  const rows: CsvValue[][] = [];
  for (const [metal, question, answer] of answersOf(declaration)) {
    const head = ["answer", metal, question, answer.value];
    const tail = [null, null, answer.rule, answer.override?.reason ?? null];
    if (answer.votes.length === 0) rows.push([...head, null, null, ...tail]);
    for (const vote of answer.votes) {
      for (const supplier of vote.suppliers) rows.push([...head, vote.answer, supplier, ...tail]);
    }
  }
  const bySource = (
    kind: string,
    each: Pick<OwnSmelter, "id" | "name" | "sources"> & { metal: MineralId | null },
    rule: string | null,
  ) => {
    for (const { supplier, file, row } of each.sources) {
      rows.push([
        kind,
        each.metal,
        each.name ?? (kind.startsWith("mine") ? "" : "not yet identified"),
        each.id ?? null,
        null,
        supplier,
        file,
        row,
        rule,
        null,
      ]);
    }
  };
  for (const smelter of declaration.smelters) bySource("smelter", smelter, null);
  for (const each of declaration.leftOut) bySource("left out", each, each.reason);
  for (const mine of declaration.mines ?? []) bySource("mine", mine, null);
  for (const mine of declaration.minesLeftOut ?? []) bySource("mine left out", mine, mine.reason);
  for (const one of declaration.notCounted) {
    const { supplier, file, state } = one;
    const affirmed = joinList(affirmedBy(one)) || null;
    rows.push(["not counted", null, state, null, affirmed, supplier, file, null, whyNotCounted(one), null]);
  }
  for (const item of declaration.open)
    rows.push(["open", null, item, null, null, null, null, null, null, null]);
  return toCsv(LOG_COLUMNS, rows);
}

/** The declaration as tables: company block with policies, answers, smelters, products. */
export function declarationCsv(declaration: OwnDeclaration): Record<string, string> {
  const { company, scope, policies, smelters, products, mines } = declaration;
  return {
    "company.csv": toCsv(
      ["item", "value", "comment"],
      [
        ["scope", scope, null],
        ...Object.entries(company).map(([field, value]): CsvValue[] => [field, value ?? null, null]),
        ...Object.entries(policies).map(([policy, given]): CsvValue[] => [
          policy,
          given?.value ?? null,
          given?.comment ?? null,
        ]),
      ],
    ),
    "answers.csv": toCsv(
      ["metal", "question", "answer", "comment"],
      answersOf(declaration).map(([metal, question, answer]) => [
        metal,
        question,
        answer.value,
        answer.comment ?? null,
      ]),
    ),
    "smelters.csv": toCsv(
      [
        "metal",
        "kind",
        "smelter_id",
        "name",
        "country",
        "street",
        "city",
        "state",
        "mine_names",
        "mine_countries",
        "recycled",
      ],
      smelters.map((each) => [
        each.metal,
        each.kind,
        each.id ?? null,
        each.name ?? null,
        each.country ?? null,
        each.street ?? null,
        each.city ?? null,
        each.state ?? null,
        each.mineNames ?? null,
        each.mineCountries ?? null,
        each.recycled ?? null,
      ]),
    ),
    "products.csv": toCsv(
      ["number", "name", "comments", "requester_number", "requester_name"],
      products.map(({ number, name, comments, requesterNumber, requesterName }) => [
        number,
        name ?? null,
        comments ?? null,
        requesterNumber ?? null,
        requesterName ?? null,
      ]),
    ),
    ...(mines === undefined
      ? {}
      : {
          "mines.csv": toCsv(
            ["metal", "smelter", "name", "id", "id_source", "country", "street", "city", "state"],
            mines.map(({ metal, smelter, name, id, idSource, country, street, city, state }) =>
              [metal, smelter.name ?? smelter.id, name, id, idSource, country, street, city, state].map(
                (cell) => cell ?? null,
              ),
            ),
          ),
        }),
  };
}
