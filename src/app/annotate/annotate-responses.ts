// Marks the cells named in suppliers' letters in the workbooks of a campaign.
import type { Limits } from "../../model/limits.ts";
import type { Response } from "../../model/response.ts";
import { openReader } from "../reading/open-reader.ts";
import { originalFiles } from "../reading/original-files.ts";
import {
  type AnnotatedWorkbook,
  annotateWorkbook,
  type CellRequest,
  type ListWords,
} from "./annotate-workbook.ts";

/** A response and what its supplier is asked about it. */
export interface Correction {
  response: Pick<Response, "id" | "source">;
  requests: readonly CellRequest[];
  words: ListWords;
  /** Makes a cell's text safe to show in the list. */
  show(text: string): string;
}

/**
 * Yields each response's marked workbook, in the order of their files. Responses whose file is missing or has changed
 * since it was read are left out. Paths are relative to `root`.
 */
export async function* annotateResponses<Asked extends Correction>(
  corrections: readonly Asked[],
  { root, passwords, limits }: { root: string; passwords: readonly string[]; limits: Limits },
): AsyncGenerator<AnnotatedWorkbook & { correction: Asked }> {
  const byId = new Map(corrections.map((correction) => [correction.response.id, correction]));
  const reader = openReader({ passwords, limits }, { workers: 1 });
  try {
    const responses = corrections.map(({ response }) => response);
    for await (const { id, bytes } of originalFiles(responses, root, reader, limits)) {
      const correction = byId.get(id) as Asked;
      const { requests, words, show } = correction;
      yield { correction, ...(await annotateWorkbook(bytes, requests, words, { passwords, show })) };
    }
  } finally {
    await reader.close();
  }
}
