// A campaign of 20 suppliers that are asked for three templates, over two periods: what each sent is listed here, and
// the expected results are calculated by hand in the tests.
import { AMRT } from "../../src/forms/amrt/family.ts";
import { CMRT } from "../../src/forms/cmrt/family.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import type { Family } from "../../src/forms/form.ts";
import { sha256Of } from "../../src/lib/sha256.ts";
import type { Response } from "../../src/model/response.ts";
import { type BuildOptions, buildResponse } from "./build-response.ts";

export const TODAY = "2026-06-10";

const supplier = (number: number) => `Supplier ${String(number).padStart(2, "0")}`;
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Who is asked for what: 16 for the CMRT, 12 for the EMRT, 6 for the AMRT. */
const ASKED: readonly (readonly [families: string, numbers: readonly number[]])[] = [
  ["CMRT; EMRT", range(1, 6)],
  ["EMRT", range(7, 8)],
  ["CMRT; EMRT; AMRT", range(9, 12)],
  ["AMRT", range(13, 14)],
  ["CMRT", range(15, 20)],
];
export const ROSTER = [
  "id,name,templates",
  ...ASKED.flatMap(([families, numbers]) =>
    numbers.map((number) => `S-${String(number).padStart(2, "0")},${supplier(number)},${families}`),
  ),
].join("\n");

function sent(family: Family, number: number, date: string, options: BuildOptions = {}): Response {
  const companyName = supplier(number);
  return buildResponse({
    family,
    id: sha256Of(`${family.id}${number}${date}`),
    file: `responses/${family.id}/${companyName}-${date}.xlsx`,
    ...options,
    company: { companyName, ...options.company, effectiveDate: { value: date } },
  });
}

const listed = (family: Family, metal: string) => {
  const { name, id, country } = family.example.facilities[metal] as {
    name: string;
    id: string;
    country: string;
  };
  return { metal, lookupName: name, name, id, country, inOwnList: true };
};

/** For the CMRT 18 and 20 send nothing; 19 sent one for 2024 only; 15 omits its contact. */
export const CMRTS: readonly Response[] = [
  ...[...range(1, 6), ...range(9, 12), 16, 17].map((number) => sent(CMRT, number, "2025-10-01")),
  sent(CMRT, 15, "2025-10-01", { company: { contactName: null } }),
  sent(CMRT, 19, "2024-10-01", { version: "6.4" }),
  sent(CMRT, 1, "2024-10-01", { version: "6.4" }),
];

const SELECTED = (...ids: string[]) =>
  ids.map((id, index) => ({ id, at: `Declaration!${"DEGHI"[index]}12` }));

/** For the EMRT 8 sent one for 2024 only, 12 nothing. */
export const EMRTS: readonly Response[] = [
  // 1 to 5 are about the five minerals with a listed facility, all of them in scope.
  ...range(1, 5).map((number) => sent(EMRT, number, "2025-11-12")),
  sent(EMRT, 6, "2025-11-12", {
    answers: { copper: { intentionallyAdded: "no", necessaryInProduct: null } },
    smelters: ["cobalt", "lithium", "mica", "nickel"].map((metal) => listed(EMRT, metal)),
  }),
  sent(EMRT, 7, "2025-11-12", {
    answers: { cobalt: { cahra: "yes" } },
    mines: [
      {
        row: 5,
        metal: "cobalt",
        smelter: listed(EMRT, "cobalt").name,
        name: "Kolwezi North",
        country: "CD",
        state: "Lualaba",
      },
      { row: 6, metal: "lithium", smelter: listed(EMRT, "lithium").name, name: "Salar Azul", country: "CL" },
      { row: 7, metal: "lithium", smelter: listed(EMRT, "lithium").name, name: "Salar Verde", country: "CL" },
    ],
  }),
  sent(EMRT, 9, "2025-11-12", {
    minerals: SELECTED("cobalt", "lithium"),
    smelters: [
      { ...listed(EMRT, "cobalt"), mineNames: "Tulu Pit", mineCountries: "Zambia" },
      listed(EMRT, "lithium"),
    ],
  }),
  sent(EMRT, 10, "2025-11-12", {
    minerals: SELECTED("graphite"),
    smelters: [
      {
        metal: "graphite",
        lookupName: "Smelter not listed",
        name: "Exampleton Graphite Works",
        country: "CN",
      },
    ],
  }),
  sent(EMRT, 11, "2025-11-12", { company: { contactName: null } }),
  sent(EMRT, 1, "2024-10-10", { version: "1.3" }),
  sent(EMRT, 8, "2024-10-10", { version: "1.3" }),
];

/** For the AMRT 12 sent one for 2024 only, 14 nothing. */
export const AMRTS: readonly Response[] = [
  ...[9, 10].map((number) => sent(AMRT, number, "2025-11-12")),
  sent(AMRT, 11, "2025-11-12", { minerals: SELECTED("silver"), smelters: [listed(AMRT, "silver")] }),
  sent(AMRT, 13, "2025-11-12", {
    minerals: SELECTED("bismuth", "zinc"),
    smelters: [
      { metal: "bismuth", lookupName: "Smelter not listed", name: "Exampleton Bismuth Works", country: "GB" },
      listed(AMRT, "zinc"),
    ],
  }),
  sent(AMRT, 12, "2024-10-10", { version: "1.2" }),
];
