// A response as text, as printed by `cmrt show`.

import { countryName } from "../../forms/countries.ts";
import { editionOf, familyOf } from "../../forms/editions.ts";
import { topicOf } from "../../forms/topics.ts";
import { printable } from "../../lib/printable.ts";
import { FIELD_NAMES } from "../../model/labels.ts";
import type { Answer, Response, SmelterRow } from "../../model/response.ts";
import { COMPANY_FIELDS, type CompanyField } from "../../model/vocabulary.ts";
import { sourceText } from "../../model/workbook.ts";

/** Formats a heading; the command passes one that adds colour. */
export type Emphasis = (text: string) => string;

const LANGUAGE_NAMES = new Intl.DisplayNames(["en"], { type: "language" });

/** The response as text: company block, answers by metal, policies, smelters, products and the reader's notes. */
export function responseText(response: Response, heading: Emphasis = (text) => text): string {
  const blocks = [
    identity(response),
    block("Company", companyRows(response), heading),
    block("Minerals selected", selectionRows(response), heading),
    block("Answers", answerRows(response), heading),
    block("Comments on the answers", commentRows(response), heading),
    block("Company-level answers", policyRows(response), heading),
    block(
      `Smelters (${response.smelters.length} rows of "${response.smelterSheet}")`,
      smelterRows(response),
      heading,
    ),
    block(`Mines (${response.mines?.length} rows of "${response.mineSheet}")`, mineRows(response), heading),
    block(`Products (${response.products.length})`, productRows(response), heading),
    block("Notes of the reader", noteRows(response), heading),
  ];
  return `${blocks.filter((text) => text !== "").join("\n\n")}\n`;
}

function identity({ source, template, id, checker }: Response): string {
  const language = template.language === null ? "language not set" : LANGUAGE_NAMES.of(template.language);
  const how = template.detectedBy.join(", ");
  return table([
    ["file", sourceText(source)],
    ["id", id],
    ["format", `${source.format}${source.encrypted ? ", encrypted" : ""}, ${source.bytes} bytes`],
    ["template", `${template.family} ${template.version}, ${language} (identified by ${how})`],
    ...(checker ? [["template's Checker", `${checker.outstanding} open items when last calculated`]] : []),
  ]);
}

function companyRows({ company }: Response): string[][] {
  return COMPANY_FIELDS.flatMap((field) => {
    const entry = company[field];
    return entry ? [[FIELD_NAMES[field], companyText(field, entry), entry.at]] : [];
  });
}

/** Each mineral with its name in the response, if that differs from the template's, and why it is asked about. */
function selectionRows({ minerals = [], mineralReasons = [] }: Response): string[][] {
  return [
    ...minerals.map(({ id, raw, at, deselected }) => [
      raw === undefined || raw === id ? id : `${id} ("${raw}")`,
      deselected ? "answered, but not selected" : "",
      at,
    ]),
    ...mineralReasons.map(({ row, mineral = "–", reason = "–" }) => [
      mineral,
      `asked about because: ${reason}`,
      `row ${row}`,
    ]),
  ];
}

function companyText(field: CompanyField, entry: { value: string | null; raw?: string | undefined }): string {
  if (entry.value === null) return `"${entry.raw ?? ""}" (not understood)`;
  return field === "scope" && entry.raw ? `${entry.value} ("${entry.raw.trim()}")` : entry.value;
}

function answerRows(response: Response): string[][] {
  const { answers } = response;
  const { questions } = familyOf(response);
  const { minerals } = editionOf(response).layout;
  const rows = questions.flatMap(({ key: question }) => {
    const asked = minerals.map((metal) => answers[metal]?.[question]);
    const at = asked.find((answer) => answer !== undefined)?.at;
    if (at === undefined) return [];
    return [[topicOf(question), ...asked.map(answerText), at]];
  });
  return rows.length === 0 ? [] : [["", ...minerals, "from cell"], ...rows];
}

/** The text in the workbook, marked if it was not understood. */
function answerText(answer: Answer | undefined): string {
  if (answer === undefined || answer.blank) return "–";
  const text = (answer.raw ?? answer.value ?? "").trim();
  if (answer.value === null) return `"${text}" (not understood)`;
  return text === "1" ? "100%" : text;
}

function commentRows(response: Response): string[][] {
  return familyOf(response).questions.flatMap(({ key: question }) =>
    editionOf(response).layout.minerals.flatMap((metal) => {
      const comment = response.answers[metal]?.[question]?.comment;
      return comment ? [[`${topicOf(question)}, ${metal}`, comment.value, comment.at]] : [];
    }),
  );
}

function policyRows(response: Response): string[][] {
  return familyOf(response).practices.flatMap(({ key: policy }) => {
    const answer = response.policies[policy];
    if (!answer) return [];
    const comment = answer.comment ? ` – ${answer.comment.value}` : "";
    return [[topicOf(policy), `${answerText(answer)}${comment}`, answer.at]];
  });
}

const SMELTER_HEADS = [
  "row",
  "metal",
  "smelter",
  "country",
  "ID",
  "recycled",
  "mines",
  "mine countries",
  "remarks",
];

function smelterRows({ smelters }: Response): string[][] {
  if (smelters.length === 0) return [];
  const rows = smelters.map((smelter) => [
    String(smelter.row),
    smelter.metal ?? asTyped(smelter, "metal"),
    smelter.name ?? smelter.lookupName ?? "–",
    smelter.country === undefined ? asTyped(smelter, "country") : countryName(smelter.country),
    smelter.id ?? smelter.idInput ?? asTyped(smelter, "id"),
    smelter.recycled ?? "–",
    smelter.mineNames ?? "–",
    smelter.mineCountries ?? "–",
    remarks(smelter),
  ]);
  return withoutEmptyColumns([SMELTER_HEADS, ...rows]);
}

const MINE_HEADS = ["row", "metal", "mine", "ID", "country", "place", "smelter", "remarks"];

function mineRows({ mines = [] }: Response): string[][] {
  if (mines.length === 0) return [];
  const rows = mines.map(({ row, metal, name, id, idSource, country, raw, smelter, ...more }) => [
    String(row),
    metal ?? quoted(raw?.metal),
    name ?? "–",
    id === undefined || idSource === undefined ? (id ?? "–") : `${id} (${idSource})`,
    country === undefined ? quoted(raw?.country) : countryName(country),
    [more.street, more.city, more.state].filter((text) => text !== undefined).join(", ") || "–",
    smelter ?? "–",
    [more.nextSteps, more.comments].filter((text) => text !== undefined).join("; "),
  ]);
  return withoutEmptyColumns([MINE_HEADS, ...rows]);
}

/** The table without columns that are empty below the header. */
function withoutEmptyColumns([heads = [], ...rows]: readonly string[][]): string[][] {
  const kept = heads.map((_, column) => rows.some((row) => row[column] !== "–" && row[column] !== ""));
  return [heads, ...rows].map((row) => row.filter((_, column) => kept[column]));
}

function quoted(raw: string | undefined): string {
  return raw === undefined ? "–" : `"${raw.trim()}"`;
}

function asTyped(smelter: SmelterRow, column: "metal" | "country" | "id"): string {
  return quoted(smelter.raw?.[column]);
}

function remarks(smelter: SmelterRow): string {
  const { lookupName, name, recovered, ownListSays, inOwnList, columns, comments } = smelter;
  const parts = [
    lookupName !== undefined && name !== undefined && lookupName !== name
      ? `look-up "${lookupName}"`
      : undefined,
    inOwnList === false ? "not in the workbook's look-up list" : undefined,
    recovered ? `resolved through the look-up list: ${recovered.join(", ")}` : undefined,
    ...Object.entries(ownListSays ?? {}).map(([column, text]) => `look-up list: ${column} "${text}"`),
    columns ? "columns of another template version" : undefined,
    comments,
  ];
  return parts.filter((part) => part !== undefined).join("; ");
}

function productRows({ products }: Response): string[][] {
  return products.map(({ row, number, name, requesterNumber, requesterName, comments }) => {
    const theirs = [requesterNumber, requesterName].filter((text) => text !== undefined);
    const rest = [...(theirs.length > 0 ? [`requester: ${theirs.join(" ")}`] : []), comments ?? ""];
    return [String(row), number ?? "–", name ?? "–", ...rest];
  });
}

function noteRows({ notes }: Response): string[][] {
  return notes.map(({ at, note }) => [at ?? "workbook", note]);
}

function block(title: string, rows: readonly string[][], heading: Emphasis): string {
  return rows.length === 0 ? "" : `${heading(title)}\n${table(rows, "  ")}`;
}

/** A longer text pushes the following columns to the right. */
const WIDEST = 60;

/** Aligns columns, each as wide as its widest text except the last. Line breaks in a text are removed. */
function table(rows: readonly string[][], indent = ""): string {
  const texts = rows.map((row) => row.map((text) => printable(text)));
  const widths: number[] = [];
  for (const row of texts) {
    for (const [column, text] of row.entries()) {
      widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? 0, displayWidth(text)));
    }
  }
  return texts
    .map((row) => {
      const padded = row.map((text, column) => {
        const missing = (widths[column] ?? 0) - displayWidth(text);
        return text + " ".repeat(Math.max(0, missing));
      });
      return `${indent}${padded.join("  ")}`.trimEnd();
    })
    .join("\n");
}

/** Width of a text on a terminal: Chinese, Japanese and Korean characters take two columns. */
function displayWidth(text: string): number {
  const wide = text.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g,
  );
  return [...text].length + (wide?.length ?? 0);
}
