// A campaign with open decisions in every queue of a review.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SmelterRow } from "../../src/model/response.ts";
import { buildResponse } from "./build-response.ts";
import { workspaceWith } from "./build-workspace.ts";
import { runCli } from "./run-cli.ts";

export const REVIEW_PERIOD = 2016;
export const REVIEW_DAY = "2017-06-01";

/** What a browser would run, and a spreadsheet. */
export const HOSTILE = `=<img src=x onerror="document.title=1"><script>document.title=2</script>`;

const LIST = [
  "Metal,Smelter ID,Standard Smelter Name,Country,City",
  "Gold,CID000401,Dowa,JAPAN,Kosaka",
  "Gold,CID000957,Kazzinc,KAZAKHSTAN,Ust-Kamenogorsk",
  "Tin,CID001182,Minsur,PERU,Pisco",
].join("\n");

const ROSTER = `\uFEFFid,name,files\r\nV-1,Bolt Works,\r\nV-2,"Acme Fixings, Inc",in/acme\r\nV-3,Zeta Parts,\r\n`;

function response(letter: string, companyName: string, smelters: Partial<SmelterRow>[], file?: string) {
  return buildResponse({
    id: letter.repeat(64),
    file: file ?? `responses/${letter}.xlsx`,
    company: {
      companyName,
      scope: { value: "company" },
      effectiveDate: { value: "2016-11-01" },
      contactName: "Ottilie Quendel",
      contactEmail: "ottilie@bolt.example",
      authorizerEmail: "ottilie@bolt.example",
    },
    smelters: smelters.map((row, at) => ({ row: at + 5, ...row })),
  });
}

/**
 * A workspace with 24 smelters to decide on, findings, a company that may be a missing supplier, one that is not on the
 * roster, an unusable file and no outcome decided.
 */
export async function reviewCampaign(): Promise<string> {
  const unlisted = (name: string, country: string): Partial<SmelterRow> => ({
    metal: "gold",
    lookupName: "Smelter not listed",
    name,
    country,
  });
  const root = await workspaceWith(
    [
      response("a", "Bolt Works", [
        unlisted("Kazinc", "KZ"),
        ...Array.from({ length: 22 }, (_, at) =>
          unlisted(`Gilded Crown ${String.fromCharCode(65 + at)}`, "CN"),
        ),
        unlisted(HOSTILE, "CN"),
      ]),
      response("b", "Acme Fixings Europe", [unlisted("Kazinc", "KZ")], "in/b.xlsx"),
      response("c", `Nobody ${HOSTILE}`, [{ metal: "tin", lookupName: "Minsur", name: "Minsur" }]),
    ],
    true,
    { "suppliers.csv": ROSTER },
  );
  writeFileSync(join(root, "list.csv"), LIST);
  await runCli(["reference", "import", "list.csv", "--as-of", "2016-01-01", "--kind", "look-up"], root);
  return root;
}
