import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseSettings } from "../../src/forms/schemas.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const read = (root: string, name: string) => readFileSync(join(root, name), "utf8");

/** Answers in order, and what was asked. */
function answering(...answers: string[]) {
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    return answers.shift();
  };
  return { asked, surroundings: { ask, outIsTerminal: true } };
}

test("without a terminal, the flags make the settings, and an empty roster lies beside them", async () => {
  const root = temporaryFolder();
  const { code, out } = await runCli(
    [
      "init",
      "--issuer",
      "Larkmoor",
      "--products",
      "sensors",
      "--company",
      "Larkmoor Ltd",
      "--period",
      "2025",
    ],
    root,
  );
  expect(code).toBe(0);
  expect(parseSettings(read(root, "cmrt.json"))).toMatchObject({
    issuer: "Larkmoor",
    products: "sensors",
    company: { companyName: "Larkmoor Ltd" },
  });
  expect(read(root, "cmrt.json")).toContain("cmrt report --period 2025");
  expect(out).toContain("written     suppliers.csv\n");
  expect(out).toContain("cmrt check --period 2025 ");
  expect(existsSync(join(root, ".cmrt"))).toBe(false);
  writeFileSync(
    join(root, "suppliers.csv"),
    `${read(root, "suppliers.csv")}S1,Acme Ltd,jo@acme.example,2025-09-01,,de\n`,
  );
  expect((await runCli(["doctor"], root)).out).toContain("Suppliers on the roster: 1.\n");
});

test("the roster of a new campaign counts nobody as surveyed", async () => {
  const root = temporaryFolder();
  await runCli(["init"], root);
  const doctor = await runCli(["doctor"], root);
  expect(doctor.out).toContain("suppliers.csv lists no supplier yet");
  expect(doctor.out).toContain("cmrt.json is valid.");
});

test("a list of suppliers is copied as it is, read, and what is not used is named", async () => {
  const root = temporaryFolder();
  const list = "Our vendors\nVendor No;Vendor;Buyer;Date sent\n1;M\u00fcller;Jo;15.06.2025\n";
  writeFileSync(join(root, "vendors.csv"), Buffer.from(list, "latin1"));
  const { out } = await runCli(["init", "--roster", "vendors.csv"], root);
  expect(read(root, "suppliers.csv")).toBe(list);
  expect(out).toContain("suppliers   1\n            vendors.csv: columns not used: Buyer.\n");
  expect(readFileSync(join(root, "vendors.csv")).equals(Buffer.from(list, "latin1"))).toBe(true);
});

test("a person is asked for what no flag says, and once how dates are written", async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, "vendors.csv"), "Vendor,Date sent\nAcme,05/06/2025\n");
  const { asked, surroundings } = answering("Larkmoor", "", "", "next", "2025", "vendors.csv", "m");
  const { code, out } = await runCli(["init"], root, surroundings);
  expect(code).toBe(0);
  expect(asked).toHaveLength(7);
  expect(out).toContain(
    "“05/06/2025” is 2025-06-05 or 2025-05-06, and no other date of this form shows which.",
  );
  const settings = parseSettings(read(root, "cmrt.json"));
  expect(settings).toMatchObject({
    issuer: "Larkmoor",
    company: { companyName: "Larkmoor" },
    roster: { dates: "month first" },
  });
  expect(settings.products).toBeUndefined();
  const again = await runCli(["doctor"], root);
  expect(again.out).toContain("Suppliers on the roster: 1.");
});

test.each([
  ["dates with two readings", "Vendor,Date sent\nAcme,05/06/2025\n", /--dates "day first", or "month first"/],
  ["no names", "City,Country\nUlm,DE\n", /vendors\.csv: no column of the header \(City, Country\)/],
])("a list with %s: nothing is written", async (_about, list, fault) => {
  const root = temporaryFolder();
  writeFileSync(join(root, "vendors.csv"), list);
  const { code, err } = await runCli(["init", "--roster", "vendors.csv"], root);
  expect(code).toBe(2);
  expect(err).toMatch(fault);
  expect(existsSync(join(root, "cmrt.json"))).toBe(false);
  expect(existsSync(join(root, "suppliers.csv"))).toBe(false);
});

test("what is there stays: the settings, a roster, and both", async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, "suppliers.csv"), "name,asked on\nAcme,05/06/2025\n");
  const first = await runCli(["init", "--dates", "day first", "--json"], root);
  expect(JSON.parse(first.out)).toEqual({ schema: 1, written: ["cmrt.json"], suppliers: 1, notices: [] });
  expect(parseSettings(read(root, "cmrt.json")).roster).toEqual({ dates: "day first" });
  const before = read(root, "cmrt.json");
  const second = await runCli(["init", "--issuer", "Other"], root);
  expect([second.code, second.err]).toEqual([
    2,
    expect.stringContaining("cmrt.json and suppliers.csv are already there."),
  ]);
  expect(read(root, "cmrt.json")).toBe(before);
});
