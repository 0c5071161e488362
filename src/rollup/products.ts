// Reads the products that a declaration covers from the user's table.
import { UsageError } from "../lib/errors.ts";
import { readCsv } from "../lib/read-csv.ts";
import { fold } from "../lib/text.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import type { OwnProduct } from "../model/own-declaration.ts";

/** A line of the table: a product and, if given, a supplier and the part that it delivers for the product. */
export interface ProductLine extends OwnProduct {
  supplier?: string;
  supplierPart?: string;
}

const HEADERS: Record<keyof ProductLine, readonly string[]> = {
  number: ["number", "product number", "product", "item number", "part number", "product or item number"],
  name: ["name", "product name", "description", "item description", "product or item description"],
  requesterNumber: [
    "requester number",
    "requester product number",
    "customer number",
    "customer product number",
  ],
  requesterName: ["requester name", "requester product name", "customer product name"],
  comments: ["comments", "comment", "remarks"],
  supplier: ["supplier", "supplier name", "vendor"],
  supplierPart: ["supplier part", "supplier part number", "supplier product number", "vendor part number"],
};

/** Parses the table: CSV with a header line. Throws UsageError if it has no column of product numbers. */
export function parseProducts(text: string, file: string): ProductLine[] {
  const [header, ...rows] = readCsv(text, file);
  const head = (header?.cells ?? []).map((header) => fold(header.replaceAll("_", " ")));
  const column = (key: keyof ProductLine) => head.findIndex((header) => HEADERS[key].includes(header));
  if (column("number") < 0) {
    throw new UsageError(`${file} has no column of product numbers. Name it "number" in the first line.`);
  }
  return rows.flatMap(({ cells }) => {
    const line: Partial<ProductLine> = {};
    for (const key of Object.keys(HEADERS) as (keyof ProductLine)[]) {
      const value = cells[column(key)];
      if (value) line[key] = value;
    }
    return line.number === undefined ? [] : [{ ...line, number: line.number }];
  });
}

/** The products of the table in order, once per customer's number. */
export function productsOf(lines: readonly ProductLine[]): OwnProduct[] {
  const products = new Map<string, OwnProduct>();
  for (const { supplier, supplierPart, ...product } of lines) {
    const key = JSON.stringify([product.number, product.requesterNumber]);
    if (!products.has(key)) products.set(key, product);
  }
  return [...products.values()];
}

/**
 * Whether a response covers the products: its supplier is listed for one of them (or the table lists no suppliers), and
 * a product-level response includes the part that the table gives.
 */
export function covers(one: EvaluatedResponse, lines: readonly ProductLine[]): boolean {
  if (!lines.some((line) => line.supplier !== undefined)) return true;
  const own = lines.filter(
    (line) => line.supplier !== undefined && fold(line.supplier) === fold(one.supplier.name),
  );
  if (one.response.company.scope?.value !== "product") return own.length > 0;
  // A supplier may list the part under its own number or under ours.
  const listed = new Set(
    one.response.products
      .flatMap(({ number, name, requesterNumber }) => [number ?? name ?? "", requesterNumber ?? ""])
      .map(fold),
  );
  return own.some((line) => line.supplierPart === undefined || listed.has(fold(line.supplierPart)));
}
