// Files that were received but are not usable: those that yielded no response, and exact copies of another supplier's
// file.
import { campaignPeriods, isLookedAt, periodEvidence } from "../domain/response-dates.ts";
import { defined } from "../lib/defined.ts";
import type { UnusableFile } from "../model/evaluation.ts";
import type { Response } from "../model/response.ts";
import { sourceNamed, sourceText, type UnreadableFile } from "../model/workbook.ts";
import type { RosterIndex } from "./identify.ts";
import { CUTOFF_DAY, type SelectOptions } from "./select.ts";

/** A response with several identical files, and their names (see `sourceText`), sorted. */
interface Copies {
  id: string;
  files: readonly string[];
}

export interface FiledResponses {
  /** Each response with the file that its supplier sent. */
  responses: readonly Response[];
  /** Identical files in the folders of other suppliers. */
  copied: readonly UnusableFile[];
}

/**
 * Decides whose identical files are. The response belongs to the supplier on the roster whose company it names, if one
 * of the paths is that supplier's or nobody's, and otherwise to the first supplier that a path names; the others named
 * by paths have sent another supplier's file.
 */
export function fileCopies(
  responses: readonly Response[],
  copies: readonly Copies[],
  index: RosterIndex | undefined,
): FiledResponses {
  if (index === undefined || copies.length === 0) return { responses, copied: [] };
  const filesOf = new Map(copies.map(({ id, files }) => [id, files]));
  const copied: UnusableFile[] = [];
  const filed = responses.map((response) => {
    const places = (filesOf.get(response.id) ?? []).map((text) => {
      const source = sourceNamed(text);
      const found = index.identifyFile(source);
      return { source, supplier: found.kind === "known" ? found.supplier : undefined };
    });
    const says = index.identifyCompany(response);
    const declarant = says.kind === "known" ? says.supplier : undefined;
    const named = places.filter(({ supplier }) => supplier !== undefined);
    const home =
      named.find(({ supplier }) => supplier?.key === declarant?.key) ??
      (declarant && places.find(({ supplier }) => supplier === undefined)) ??
      named[0];
    const owner = home?.supplier ?? declarant;
    if (named.length === 0 || home === undefined || owner === undefined) return response;
    const theirs = `${owner.name} (${sourceText(home.source)})`;
    for (const { source, supplier } of places) {
      if (supplier === undefined || supplier.key === owner.key) continue;
      copied.push({
        ...source,
        sha256: response.id,
        bytes: response.source.bytes,
        supplier: { key: supplier.key, name: supplier.name },
        unreadable: {
          kind: "copied",
          reason: `It has the same bytes as the file of ${theirs}.`,
          ask: `Ask ${supplier.name} for its own declaration.`,
        },
      });
    }
    return { ...response, source: { ...response.source, ...home.source } };
  });
  return { responses: filed, copied };
}

/** A file that yielded no response that counts; `response` is set if it is in another template than requested. */
export type ReceivedFile = UnreadableFile & { response?: Response };

/** A list of suppliers counts as somebody's answer only if its folder or name says whose. */
function isOfSupplier({ unreadable, supplier }: UnusableFile): boolean {
  return unreadable.kind !== "roster" || supplier !== null;
}

/**
 * The unusable files that may belong to the requested period, each with its supplier according to the roster: `copied`
 * and those that could not be read. A file's period follows from its folder's name or the day on which its supplier was
 * asked; without either it may be any period.
 */
export function unusableIn(
  unreadable: readonly ReceivedFile[],
  copied: readonly UnusableFile[],
  responses: readonly Response[],
  index: RosterIndex | undefined,
  options: Pick<SelectOptions, "period" | "cutoffDay" | "today" | "askedOn">,
): UnusableFile[] {
  const cutoffDay = options.cutoffDay ?? CUTOFF_DAY;
  const { today, period: asked } = options;
  const periods = campaignPeriods(responses, { cutoffDay, today, asked });
  const read = unreadable.map(({ response, ...file }): UnusableFile => {
    const found = response ? index?.identify(response) : index?.identifyUnread(file);
    return {
      ...file,
      supplier: found?.kind === "known" ? { key: found.supplier.key, name: found.supplier.name } : null,
    };
  });
  return [...read.filter(isOfSupplier), ...copied].filter((file) => {
    const askedOn = file.supplier ? options.askedOn?.(file.supplier.key) : undefined;
    const { path, container } = file;
    const evidence = periodEvidence({ source: { path, container }, ...defined({ askedOn }) }, periods);
    // Without evidence it may be the answer for any period, so its supplier is not reported as having sent nothing.
    return evidence === undefined || isLookedAt(evidence, periods);
  });
}
