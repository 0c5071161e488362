// Accepted findings of suppliers that are not in the campaign, which are typing errors without effect.
import { UsageError } from "../../lib/errors.ts";
import { areNearlyAlike } from "../../match/company-names.ts";
import { ACCEPTED_FILE } from "../../model/workspace-files.ts";
import { acceptedName, parseAccepted } from "../../rules/support/accepted.ts";
import type { Manifest } from "../../store/manifest.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { loadRoster } from "../load-roster.ts";
import { readSettings } from "../read-settings.ts";
import type { Diagnosis } from "./diagnosis.ts";

/** Suppliers in the file that neither the roster nor a response names; no result if a file cannot be read. */
export async function diagnoseAccepted(workspace: Workspace, manifest: Manifest): Promise<Diagnosis[]> {
  try {
    const accepted = parseAccepted(workspace.readUserFile(ACCEPTED_FILE) ?? "");
    if (accepted.length === 0) return [];
    const read = await loadRoster(workspace, readSettings(workspace));
    const suppliers = read?.roster.suppliers ?? [];
    const named = manifest.files.flatMap(({ sha256, state }) =>
      sha256 === null || state === "unreadable"
        ? []
        : (workspace.response(sha256)?.response.company.companyName?.value ?? []),
    );
    const names = [...suppliers.flatMap(({ name, otherNames }) => [name, ...otherNames]), ...named];
    const known = new Set(names.map(acceptedName));
    const unknown = new Set(
      accepted.flatMap(({ supplier }) =>
        // A name in parentheses is that of a file without a company name.
        known.has(acceptedName(supplier)) || supplier.startsWith("(") ? [] : supplier,
      ),
    );
    return [...unknown].map((supplier): Diagnosis => {
      const meant = names.find((name) => areNearlyAlike(name, supplier));
      return {
        state: "note",
        what: `${ACCEPTED_FILE}: no supplier is called “${supplier}”, so that nothing is accepted for it.`,
        mend:
          meant === undefined
            ? "Check the name against `cmrt suppliers`."
            : `Did you mean “${meant}”? Edit ${ACCEPTED_FILE}.`,
      };
    });
  } catch (error) {
    // Problems of a file are reported for that file.
    if (error instanceof UsageError) return [];
    throw error;
  }
}
