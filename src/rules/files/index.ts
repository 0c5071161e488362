// Files and template versions.
import type { Topic } from "../rule.ts";
import { checkerResultStale } from "./checker-result-stale.ts";
import { fileDuplicate } from "./file-duplicate.ts";
import { blankTemplate, ownDeclarationReturned } from "./not-the-suppliers.ts";
import { secondSheetNotUsed } from "./second-sheet-not-used.ts";
import {
  templateVersionSuperseded,
  templateVersionTooOld,
  templateVersionUnknown,
} from "./template-version.ts";
import { unreadableFileRules } from "./unreadable-files.ts";
import {
  cellWithoutValue,
  formulasNotCalculated,
  smelterListFull,
  templateShifted,
} from "./workbook-state.ts";

export const files: Topic = {
  title: "Files and template versions",
  rules: [
    ...unreadableFileRules,
    blankTemplate,
    ownDeclarationReturned,
    fileDuplicate,
    templateVersionUnknown,
    templateVersionSuperseded,
    templateVersionTooOld,
    templateShifted,
    secondSheetNotUsed,
    cellWithoutValue,
    formulasNotCalculated,
    smelterListFull,
    checkerResultStale,
  ],
};
