// Marks the cells of all findings in real workbooks. They are not part of the project: CMRT_CORPUS names their folder.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { annotateWorkbook, type CellRequest } from "../../../src/app/annotate/annotate-workbook.ts";
import { evaluate } from "../../../src/app/campaign/evaluate.ts";
import { readResponse } from "../../../src/app/reading/read-response.ts";
import { DEFAULT_SETTINGS } from "../../../src/forms/schemas.ts";
import { LIMITS } from "../../../src/model/limits.ts";
import { wordingOf } from "../../../src/report/letters/wording.ts";
import { splitCell } from "../../../src/report/render/split-cell.ts";
import { openZip, type Zip } from "../../../src/workbook/zip/zip.ts";
import { checkPackage } from "../../helpers/check-package.ts";
import { RESPONSES } from "../../helpers/made-campaign.ts";
import { hasOffice, saveByOffice } from "../../helpers/office.ts";

const CORPUS = process.env.CMRT_CORPUS;
const office = hasOffice();
if (!CORPUS) console.log("CMRT_CORPUS is not set: no real workbooks are marked.");
if (!office) console.log("soffice is not installed: LibreOffice opens no marked workbook.");

function workbooks(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".xlsx") && !name.includes("_not_cmrt"))
    .sort()
    .map((name) => join(folder, name));
}
const FILES = [
  ...workbooks(RESPONSES),
  ...(CORPUS ? ["oracle", "responses"].flatMap((part) => workbooks(join(CORPUS, part))) : []),
];
/** One of each version and each program: the parts of the others are similar. */
const CHECKED = /quillon|6\.5-2(?:03|36|38)|6\.01|6\.22-016|3\.01-105|2\.00|2\.03a-green/;

async function read(bytes: Uint8Array) {
  const result = await readResponse(bytes, { path: "a.xlsx", container: null });
  if (!result.ok) throw new Error(result.unreadable.reason);
  return result;
}

async function contentOf(bytes: Uint8Array) {
  const { id: _id, source: _source, ...content } = (await read(bytes)).response;
  return content;
}

async function judged(bytes: Uint8Array) {
  const { response, lookUpList } = await read(bytes);
  const lists = lookUpList ? [{ list: lookUpList, files: ["a.xlsx"] }] : [];
  const campaign = {
    responses: [response],
    withdrawn: new Set<string>(),
    unreadable: [],
    lists,
    copies: [],
  };
  const { findings } = evaluate(campaign, { today: "2026-06-01", settings: DEFAULT_SETTINGS });
  const { id: _id, source: _source, ...content } = response;
  return { content, findings };
}

async function mark(path: string) {
  const bytes = readFileSync(path);
  const { content, findings } = await judged(bytes);
  const requests = findings.map(({ at, message }, index): CellRequest => {
    const [sheet, cell] = splitCell(at);
    return { number: index + 1, sheet, cell, request: message };
  });
  return { bytes, content, requests, marked: await annotateWorkbook(bytes, requests, wordingOf("en").list) };
}

/** The sheets' parts by name, according to the workbook part. */
function sheetParts(zip: Zip): Map<string, string> {
  const text = (name: string) => zip.read(name).toString("utf8");
  const targets = new Map(
    [...text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      /\bId="([^"]+)"/.exec(tag)?.[1],
      /\bTarget="([^"]+)"/.exec(tag)?.[1]?.replace(/^\/?(?:xl\/)?/, "xl/"),
    ]),
  );
  return new Map(
    [...text("xl/workbook.xml").matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => [
      /\bname="([^"]+)"/.exec(tag)?.[1] as string,
      targets.get(/:id="([^"]+)"/.exec(tag)?.[1]) as string,
    ]),
  );
}

/** Returns whether a cell has our fill and note, according to the parts alone. */
function marksOf(zip: Zip): (part: string, address: string) => { filled: boolean; noted: boolean } {
  const texts = new Map<string, string>();
  const text = (name: string): string => {
    const known = texts.get(name) ?? zip.read(name).toString("utf8");
    texts.set(name, known);
    return known;
  };
  const items = (collection: RegExp, item: RegExp) =>
    collection.exec(text("xl/styles.xml"))?.[0].match(item) ?? [];
  const fills = items(/<fills\b[\s\S]*?<\/fills>/, /<fill\b(?:[^>]*\/>|[\s\S]*?<\/fill>)/g);
  const formats = items(/<cellXfs\b[\s\S]*?<\/cellXfs>/, /<xf\b(?:[^>]*\/>|[\s\S]*?<\/xf>)/g);
  return (part, address) => {
    const at = text(part).indexOf(` r="${address}"`);
    const cell = text(part).slice(text(part).lastIndexOf("<c", at), text(part).indexOf(">", at));
    const style = Number(/ s="(\d+)"/.exec(cell)?.[1]);
    const fill = Number(/fillId="(\d+)"/.exec(formats[style] ?? "")?.[1]);
    const relations = text(part.replace(/([^/]+)$/, "_rels/$1.rels"));
    const comments = /Target="([^"]*comment[^"]*\.xml)"/.exec(relations)?.[1] ?? "";
    const notes = text(comments.startsWith("/") ? comments.slice(1) : comments.replace("..", "xl"));
    return { filled: (fills[fill] ?? "").includes("FFFFB266"), noted: notes.includes(`ref="${address}"`) };
  };
}

describe.each(FILES.map((path): [string, string] => [path.split("/").slice(-2).join("/"), path]))(
  "%s",
  (name, path) => {
    test("every finding with a cell is marked there, and all else is as it was", async () => {
      const { bytes, content, requests, marked } = await mark(path);
      expect(marked.notes).toEqual([]);
      const [before, after] = await Promise.all([openZip(bytes, LIMITS), openZip(marked.bytes, LIMITS)]);
      const parts = sheetParts(after);
      const cells = requests.flatMap(({ sheet, cell }) =>
        sheet !== null && cell !== null && /^[A-Z]+\d+$/.test(cell) ? [[sheet, cell] as const] : [],
      );
      const isMarked = marksOf(after);
      for (const [sheet, cell] of cells) {
        const found = isMarked(parts.get(sheet) as string, cell);
        expect([sheet, cell, found]).toEqual([sheet, cell, { filled: true, noted: true }]);
      }
      const withFindings = new Set(cells.map(([sheet]) => parts.get(sheet)));
      const changed = before.names.filter((part) => !before.read(part).equals(after.read(part)));
      for (const part of changed) {
        const expected =
          /^\[Content_Types\]\.xml$|\.rels$|styles\.xml$|comment[^/]*\.xml$|\.vml$|^xl\/workbook\.xml$/.test(
            part,
          ) ||
          withFindings.has(part) ||
          // The selected sheet is deselected.
          String(before.read(part)).replace(' tabSelected="1"', "").replace(' tabSelected="true"', "") ===
            String(after.read(part));
        expect([part, expected]).toEqual([part, true]);
      }
      expect(await contentOf(marked.bytes)).toEqual(content);
      if (!CHECKED.test(name)) return;
      const known = new Set(await checkPackage(bytes));
      expect((await checkPackage(marked.bytes)).filter((fault) => !known.has(fault))).toEqual([]);
    });
  },
);

describe.skipIf(!office)("saved again by LibreOffice", () => {
  const paths = [
    ...workbooks(RESPONSES).slice(0, 3),
    ...(CORPUS ? workbooks(join(CORPUS, "oracle")).filter((path) => path.includes("6.5-203")) : []),
  ];
  const folder = office ? mkdtempSync(join(tmpdir(), "cmrt-marked-")) : "";
  beforeAll(async () => {
    const marked: string[] = [];
    for (const [index, path] of paths.entries()) {
      marked.push(join(folder, `${index}.xlsx`));
      writeFileSync(marked.at(-1) as string, (await mark(path)).marked.bytes);
    }
    await saveByOffice(marked, "xlsx", folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(paths.map((path, index): [string, number] => [path, index]))(
    "%s reads like the original",
    async (path, index) => {
      const saved = readFileSync(join(folder, "xlsx", `${index}.xlsx`));
      const { notes: _notes, ...content } = await contentOf(saved);
      const { notes: _own, ...original } = await contentOf(readFileSync(path));
      expect(content).toEqual(original);
      // What was added is recorded in it, too, and replaced in the next round.
      const again = await annotateWorkbook(saved, [], wordingOf("en").list);
      const names = [...sheetParts(await openZip(again.bytes, LIMITS)).keys()];
      expect(names.filter((each) => each.startsWith("Please correct"))).toEqual(["Please correct"]);
    },
  );
});
