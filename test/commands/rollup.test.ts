import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { writeCmrt } from "../../fixtures/write-cmrt.ts";
import type { OwnDeclaration } from "../../src/model/own-declaration.ts";
import { type BuildOptions, buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";

const SETTINGS = {
  company: {
    companyName: "Orrery Works Ltd",
    address: "2 Clock Row, Exampleton",
    contactName: "Mara Quill",
    contactEmail: "mara@orrery.example",
    contactPhone: "+44 20 7946 0200",
    authorizerName: "Theo Marsh",
    authorizerEmail: "theo@orrery.example",
    policies: {
      policyEstablished: "yes",
      policyPublic: { answer: "yes", comment: "https://www.orrery.example/minerals" },
      requireValidatedSmelters: "yes",
      dueDiligenceImplemented: "yes",
      supplierSurvey: "yesIpc1755",
      reviewSupplierInfo: "yes",
      correctiveAction: "yes",
      annualDisclosure: "no",
    },
    answers: { gold: { cahra: { answer: "no", reason: "Checked by hand." } } },
  },
};
const RUN = ["rollup", "--period", "2016", "--today", "2017-06-01", "--include-questions"];

/** A workspace with the invented campaign, our company in cmrt.json and a blank 6.5 workbook. */
async function workspace(): Promise<string> {
  const root = madeCampaign();
  writeFileSync(join(root, "cmrt.json"), JSON.stringify(SETTINGS));
  writeFileSync(join(root, "blank.xlsx"), blank);
  await runCli(["ingest", "responses"], root);
  return root;
}

let blank: Uint8Array;
beforeAll(async () => {
  blank = await writeCmrt({ version: "6.5", company: {}, answers: {}, policies: {}, smelters: [] });
});

const files = (root: string, folder = "rollup/2016") =>
  Object.fromEntries(
    readdirSync(join(root, folder)).map((name) => [name, readFileSync(join(root, folder, name))]),
  );

describe("cmrt rollup", () => {
  test("writes the declaration as JSON with a log of where everything comes from", async () => {
    const root = await workspace();
    const { code, out } = await runCli(RUN, root);
    expect(code).toBe(0);
    expect(out).toContain("Written to rollup/2016: declaration.json, log.csv, log.md");
    const written = files(root);
    const declaration: OwnDeclaration = JSON.parse(String(written["declaration.json"]));
    expect(declaration.company.companyName).toBe("Orrery Works Ltd");
    expect(declaration.suppliers.counted.length).toBeGreaterThan(1);
    expect(declaration.answers.gold?.cahra).toMatchObject({
      value: "no",
      override: { reason: "Checked by hand." },
    });
    const sources = declaration.smelters.flatMap((smelter) => smelter.sources);
    expect(sources.length).toBeGreaterThanOrEqual(declaration.smelters.length);
    const log = String(written["log.csv"]);
    for (const { supplier, file, row } of sources) expect(log).toContain(`${supplier},${file},${row}`);
    expect(String(written["log.md"])).toContain("Checked by hand.");
  });

  test("a Yes that came without a clear date is declared and named, of a supplier that is not heard otherwise", async () => {
    const yes = { tin: { coveredCountries: "yes", cahra: "yes" } } as const;
    const dateless = { companyName: "Bolt Works", effectiveDate: null };
    const roll = async (...more: BuildOptions[]) => {
      const responses = [{ company: { companyName: "Acme" } }, ...more].map((one, index) =>
        buildResponse({ id: String(index).repeat(64), file: `responses/${index}.xlsx`, ...one }),
      );
      const roster = "name,asked on\nAcme,2025-07-01\nBolt Works,2025-07-01\n";
      const root = await workspaceWith(responses, false, { "suppliers.csv": roster });
      const { out, err } = await runCli(["rollup", "--period", "2025"], root, { today: "2026-06-10" });
      expect(err).toBe("");
      const declaration: OwnDeclaration = JSON.parse(
        readFileSync(join(root, "rollup/2025/declaration.json"), "utf8"),
      );
      return { out, value: declaration.answers.tin?.coveredCountries?.value };
    };
    const heard = await roll({ company: dateless, answers: yes });
    expect(heard.value).toBe("yes");
    expect(heard.out).toContain("does not count: Bolt Works (responses/1.xlsx): undated; its Yes");
    expect((await roll({ company: dateless })).value).toBe("unknown");
    const answered = { company: { companyName: "Bolt Works" } };
    expect((await roll(answered, { company: dateless, answers: yes })).value).toBe("no");
  });

  test("twice gives the same bytes, the workbook's among them", async () => {
    const root = await workspace();
    const run = (out: string) => runCli([...RUN, "--template", "blank.xlsx", "--out", out], root);
    await run("one");
    await run("two");
    const [one, two] = [files(root, "one"), files(root, "two")];
    expect(Object.keys(one)).toContain("CMRT_6.5_Orrery-Works-Ltd_2017-06-01.xlsx");
    expect(Object.keys(two)).toEqual(Object.keys(one));
    for (const [name, bytes] of Object.entries(one))
      expect(bytes.equals(two[name] as Buffer), name).toBe(true);
  });

  test("the filled workbook is read as the declaration says", async () => {
    const root = await workspace();
    await runCli([...RUN, "--template", "blank.xlsx"], root);
    const declaration: OwnDeclaration = JSON.parse(
      readFileSync(join(root, "rollup/2016/declaration.json"), "utf8"),
    );
    const shown = await runCli(
      ["show", "rollup/2016/CMRT_6.5_Orrery-Works-Ltd_2017-06-01.xlsx", "--json"],
      root,
    );
    const response = JSON.parse(shown.out);
    expect(response.company.companyName.value).toBe("Orrery Works Ltd");
    expect(response.company.scope.value).toBe("company");
    expect(response.company.effectiveDate.value).toBe("2017-06-01");
    expect(response.policies.policyPublic).toMatchObject({
      value: "yes",
      comment: { value: "https://www.orrery.example/minerals" },
    });
    for (const [metal, answers] of Object.entries(declaration.answers)) {
      for (const [question, given] of Object.entries(answers ?? {})) {
        expect([metal, question, response.answers[metal]?.[question]?.value ?? null]).toEqual([
          metal,
          question,
          given?.value,
        ]);
      }
    }
    const ours = declaration.smelters.map(({ metal, name }) => [metal, name]);
    expect(
      response.smelters.map(({ metal, name }: { metal: string; name?: string }) => [metal, name]),
    ).toEqual(ours);
  });

  test("CSV instead of JSON, products from a table, and their scope", async () => {
    const root = await workspace();
    writeFileSync(join(root, "parts.csv"), "number,name\nA-1,Lamp\n");
    const { code } = await runCli([...RUN, "--format", "csv", "--products", "parts.csv"], root);
    expect(code).toBe(0);
    const written = files(root);
    expect(Object.keys(written)).toEqual([
      "answers.csv",
      "company.csv",
      "log.csv",
      "log.md",
      "products.csv",
      "smelters.csv",
    ]);
    expect(String(written["company.csv"])).toContain("scope,product");
    expect(String(written["products.csv"])).toContain("A-1,Lamp");
  });

  test("into an edition whose product list asks for the requester's numbers too", async () => {
    const root = await workspace();
    const products = [{ number: "old", requesterNumber: "gone", requesterName: "gone", comments: "gone" }];
    const spec = { company: {}, answers: {}, policies: {}, smelters: [], products };
    writeFileSync(join(root, "newest.xlsx"), await writeCmrt({ ...spec, version: "6.6.1" }));
    writeFileSync(
      join(root, "parts.csv"),
      "number,name,requester number,requester name,comments\nA-1,Lamp,R-1,Light,new\nA-1,Lamp,R-2,,\nB-2,,,,\n",
    );
    const { code, err } = await runCli(
      [...RUN, "--template", "newest.xlsx", "--products", "parts.csv"],
      root,
    );
    expect([code, err]).toEqual([0, ""]);
    const file = "rollup/2016/CMRT_6.6.1_Orrery-Works-Ltd_2017-06-01.xlsx";
    const shown = JSON.parse((await runCli(["show", file, "--json"], root)).out);
    expect(shown.template).toMatchObject({ family: "CMRT", version: "6.6.1" });
    expect(shown.products).toEqual([
      {
        row: 6,
        number: "A-1",
        name: "Lamp",
        requesterNumber: "R-1",
        requesterName: "Light",
        comments: "new",
      },
      { row: 7, number: "A-1", name: "Lamp", requesterNumber: "R-2" },
      { row: 8, number: "B-2" },
    ]);
    expect((await runCli(["show", file], root)).out).toContain("requester: R-1 Light");
  });

  test("only the suppliers and metals asked for", async () => {
    const root = await workspace();
    await runCli([...RUN, "--supplier", "VANTMOOR Elektronik GmbH", "--metals", "tin,gold"], root);
    const declaration: OwnDeclaration = JSON.parse(
      readFileSync(join(root, "rollup/2016/declaration.json"), "utf8"),
    );
    expect(declaration.suppliers).toMatchObject({ counted: ["Vantmoor Elektronik GmbH"], missing: [] });
    expect(Object.keys(declaration.answers)).toEqual(["tin", "gold"]);
  });

  test("the roster tells who is missing and the response rate", async () => {
    const root = await workspace();
    const names = ["Brightwell Fasteners Ltd", "Vantmoor Elektronik GmbH", "Nobody's Castings plc"];
    writeFileSync(join(root, "suppliers.csv"), `name\n${names.join("\n")}\n`);
    await runCli(RUN, root);
    const declaration: OwnDeclaration = JSON.parse(
      readFileSync(join(root, "rollup/2016/declaration.json"), "utf8"),
    );
    expect(declaration.suppliers).toMatchObject({ missing: ["Nobody's Castings plc"], surveyed: 3 });
    expect(declaration.answers.tin?.supplierResponseRate?.value).toBe("pctGt50");
  });

  test("--strict fails where the written workbook has findings, which are printed", async () => {
    const root = await workspace();
    const { code, out } = await runCli([...RUN, "--template", "blank.xlsx", "--strict"], root);
    expect(out).toMatch(/warning {2}Declaration!D\d+ {2}.+\[smelters-not-all-identified\]/);
    expect(code).toBe(1);
  });

  test("a template that cannot be filled, and a period without responses, are said to be so", async () => {
    const root = await workspace();
    writeFileSync(
      join(root, "old.xlsx"),
      await writeCmrt({ version: "4.20", company: {}, answers: {}, policies: {}, smelters: [] }),
    );
    const old = await runCli([...RUN, "--template", "old.xlsx"], root);
    expect([old.code, old.err]).toEqual([
      2,
      expect.stringContaining("expected a blank CMRT 6.x as .xlsx, not encrypted"),
    ]);
    const text = await runCli([...RUN, "--template", "cmrt.json"], root);
    expect([text.code, text.err]).toEqual([2, expect.stringContaining("cmrt.json is not a blank CMRT")]);
    writeFileSync(join(root, "parts.csv"), `number,name\nA-1,${"x".repeat(40_000)}\n`);
    const long = await runCli([...RUN, "--template", "blank.xlsx", "--products", "parts.csv"], root);
    expect([long.code, long.err]).toEqual([
      2,
      expect.stringMatching(/The text for Product List!C\d+ has 40000 characters; a cell holds 32767\./),
    ]);
    const none = await runCli(["rollup", "--period", "2030", "--today", "2031-01-01"], root);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("No response of 2030 counts.")]);
  });
});
