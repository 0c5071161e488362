// Reads tables in JSON: one object per line, or an array of objects. Entities of OpenSanctions have their facts in
// "properties".
import { UsageError } from "../lib/errors.ts";
import { cleanText } from "../model/cells.ts";
import type { TableRow } from "./read-table.ts";

/** Whether a text starts like JSON. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/**
 * The objects of a JSON text as rows below a header of their keys, with several values of a key in several lines of a
 * cell; in an array the position of an object is its line. Throws UsageError with the first line that is not a JSON
 * object.
 */
export function readJsonRows(text: string, file: string): TableRow[] {
  const objects = /^\s*\[/.test(text) ? ofArray(text, file) : ofLines(text, file);
  const keys = [...new Set(objects.flatMap(({ values }) => [...values.keys()]))];
  return [
    { line: 1, cells: keys },
    ...objects.map(({ line, values }) => ({ line, cells: keys.map((key) => values.get(key) ?? "") })),
  ];
}

interface Flat {
  line: number;
  values: ReadonlyMap<string, string>;
}

function ofLines(text: string, file: string): Flat[] {
  return text
    .split(/\r\n?|\n/)
    .flatMap((line, at) => (line.trim() === "" ? [] : [flat(parse(line, at + 1, file), at + 1, file)]));
}

function ofArray(text: string, file: string): Flat[] {
  const array = parse(text, 1, file);
  return Array.isArray(array) ? array.map((one, at) => flat(one, at + 1, file)) : [];
}

function parse(text: string, line: number, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      `${file}, line ${line} is not valid JSON. A list as JSON has one object per line, or is one array of objects.`,
    );
  }
}

function flat(value: unknown, line: number, file: string): Flat {
  if (!isObject(value)) throw new UsageError(`${file}: entry ${line} is not a JSON object.`);
  const values = new Map<string, string>();
  // The entity's own keys come before its properties: "caption" before "name", and both are kept.
  for (const [key, part] of [
    ...Object.entries(value),
    ...Object.entries(isObject(value.properties) ? value.properties : {}),
  ]) {
    const said = key === "properties" ? "" : textOf(part);
    if (said !== "" && !values.has(key)) values.set(key, said);
  }
  return { line, values };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as text; nested objects are ignored. */
function textOf(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((text) => text !== "")
      .join("\n");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? cleanText(String(value))
    : "";
}
