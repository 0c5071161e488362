import { AMRT } from "../../../src/forms/amrt/family.ts";
import { EMRT } from "../../../src/forms/emrt/family.ts";
import { type Case, type Cases, inList, NO_METALS, on, PRODUCT_SCOPE } from "./case.ts";

const USER_SCOPE = {
  scope: { value: "userDefined", raw: "C. User defined [Specify in 'Description of scope']" },
};

const NEITHER = {
  tantalum: { used: "no", necessary: "no" },
  tin: { used: "no", necessary: "no" },
  gold: { used: "no", necessary: "no" },
  tungsten: { used: "no", necessary: "no" },
} as const;

export const REQUIRED: Cases = {
  "company-name-missing": [
    ["given", {}, []],
    ["empty in 6.5", { company: { companyName: null } }, on("error", "D8")],
    ["empty in 1.00, one row higher", { version: "1.00", company: { companyName: null } }, on("error", "D7")],
  ],
  "declaration-scope-missing": [
    ["given", {}, []],
    ["empty", { company: { scope: null } }, on("error", "D9")],
    ["1.00 has no scope", { version: "1.00" }, []],
    [
      "a text of the supplier's own is no empty cell",
      { company: { scope: { value: null, raw: "Plant 2" } } },
      [],
    ],
  ],
  "contact-name-missing": [
    ["given", {}, []],
    ["empty", { company: { contactName: null } }, on("error", "D15")],
    ["2.x has no contact", { version: "2.03", company: { contactName: null } }, []],
  ],
  "contact-email-missing": [
    ["given", {}, []],
    ["empty", { company: { contactEmail: null } }, on("error", "D16")],
    ["no address, but no empty cell", { company: { contactEmail: "Ada" } }, []],
  ],
  "contact-phone-missing": [
    ["given", {}, []],
    ["empty in 3.01", { version: "3.01", company: { contactPhone: null } }, on("error", "D17")],
  ],
  "authorizer-name-missing": [
    ["given", {}, []],
    ["empty in 2.03", { version: "2.03", company: { authorizerName: null } }, on("error", "D14")],
    ["empty in 6.5", { company: { authorizerName: null } }, on("error", "D18")],
  ],
  "authorizer-email-missing": [
    ["given", {}, []],
    ["empty in 1.00", { version: "1.00", company: { authorizerEmail: null } }, on("error", "D12")],
    ["empty in 6.5", { company: { authorizerEmail: null } }, on("error", "D20")],
  ],
  "authorizer-phone-missing": [
    [
      "empty in 3.01, which wants it",
      { version: "3.01", company: { authorizerPhone: null } },
      on("error", "D21"),
    ],
    ["empty in 2.03, optional there", { version: "2.03", company: { authorizerPhone: null } }, []],
    ["empty in 6.5, optional there", { company: { authorizerPhone: null } }, []],
    [
      "empty in 4.20, whose Checker is not known",
      { version: "4.20", company: { authorizerPhone: null } },
      [],
    ],
  ],
  "effective-date-missing": [
    ["given", {}, []],
    ["empty", { company: { effectiveDate: null } }, on("error", "D22")],
    ["unreadable text is no empty cell", { company: { effectiveDate: { value: null, raw: "soon" } } }, []],
    ["empty in 2.00", { version: "2.00", company: { effectiveDate: null } }, on("error", "D18")],
  ],
  "scope-description-missing": [
    ["company scope needs none", {}, []],
    ["product scope needs none", { company: PRODUCT_SCOPE }, []],
    ["user-defined without", { company: USER_SCOPE }, on("error", "D10")],
    ["user-defined with", { company: { ...USER_SCOPE, scopeDescription: "Plant 2" } }, []],
    [
      "an unknown text counts as user-defined",
      { company: { scope: { value: null, raw: "Plant 2" } } },
      on("error", "D10"),
    ],
    [
      "a division in 2.x",
      { version: "2.03", company: { scope: { value: "division", raw: "B. Division Level" } } },
      on("error", "D10"),
    ],
    ["no scope at all is another rule's", { company: { scope: null } }, []],
  ],
  "use-answer-missing": [
    ["answered", {}, []],
    ["gold left open", { answers: { gold: { used: null } } }, on("error", "D28")],
    ["a text that means nothing is an answer", { answers: { gold: { used: { raw: "maybe" } } } }, []],
    [
      "a comment alone is no answer",
      { answers: { gold: { used: { comment: "see below" } } } },
      on("error", "D28"),
    ],
    [
      "in 2.x the first question is necessity",
      { version: "2.03", answers: { tin: { necessary: null } } },
      on("error", "D23"),
    ],
  ],
  "necessity-answer-missing": [
    ["answered", {}, []],
    ["open", { answers: { tantalum: { necessary: null } } }, on("error", "D32")],
    ["not asked after a No in 6.5", { answers: { tin: { used: "no", necessary: null } } }, []],
    [
      "asked after a No in 3.01",
      { version: "3.01", answers: { tin: { used: "no", necessary: null } } },
      on("error", "D33"),
    ],
    [
      "in 2.x the second question is about origin",
      { version: "2.03", answers: { tin: { coveredOrigin: null } } },
      [],
    ],
  ],
  "later-answer-missing": [
    ["answered", {}, []],
    [
      "in 2.x the second question is about origin",
      { version: "2.03", answers: { tin: { coveredOrigin: null } } },
      on("error", "D29"),
    ],
    [
      "the last question of 6.5",
      { answers: { tungsten: { smelterInfoReported: null } } },
      on("error", "D71"),
    ],
    [
      "not asked when one of the first answers is No in 6.5",
      { answers: { tin: { necessary: "no", coveredOrigin: null, cahraOrigin: null } } },
      [],
    ],
    [
      "asked when only one of the first answers is No in 3.01",
      { version: "3.01", answers: { tin: { necessary: "no", coveredOrigin: null } } },
      on("error", "D39"),
    ],
    [
      "asked when the first question is open",
      { answers: { tin: { used: null, cahraOrigin: null } } },
      on("error", "D45"),
    ],
  ],
  "company-answer-missing": [
    ["answered", {}, []],
    ["two open in 6.5", { policies: { hasPolicy: null, mustDisclose: null } }, on("error", "D75", "D89")],
    ["not asked when no metal is in scope", { answers: NO_METALS, policies: { hasPolicy: null } }, []],
    [
      "asked when one metal is left open",
      {
        answers: { ...NO_METALS, gold: { used: null } },
        policies: { hasPolicy: null },
      },
      on("error", "D75"),
    ],
  ],
  "policy-url-missing": [
    ["given", {}, []],
    ["no comment", { policies: { publishesPolicy: "yes" } }, on("error", "G77")],
    [
      "one character is none",
      { policies: { publishesPolicy: { value: "yes", comment: "-" } } },
      on("error", "G77"),
    ],
    ["not public", { policies: { publishesPolicy: "no" } }, []],
    ["2.x does not ask", { version: "2.03", policies: { publishesPolicy: "yes" } }, []],
    ["not asked when no metal is in scope", { answers: NO_METALS, policies: { publishesPolicy: "yes" } }, []],
  ],
  "policy-url-malformed": [
    ["an address", {}, []],
    [
      "an address without scheme",
      { policies: { publishesPolicy: { value: "yes", comment: "acme.example/policy" } } },
      [],
    ],
    [
      "words with a link to the address",
      {
        policies: {
          publishesPolicy: { value: "yes", comment: "our policy", link: "https://acme.example/p" },
        },
      },
      [],
    ],
    [
      "the same in 3.01",
      {
        version: "3.01",
        policies: {
          publishesPolicy: { value: "yes", comment: "our policy", link: "https://acme.example/p" },
        },
      },
      [],
    ],
    [
      "words with a link that leads to no host",
      { policies: { publishesPolicy: { value: "yes", comment: "our policy", link: "file:policy" } } },
      on("warning", "G77"),
    ],
    [
      "no address in 6.5",
      { policies: { publishesPolicy: { value: "yes", comment: "on request" } } },
      on("warning", "G77"),
    ],
    ...["see -acme.example", "(acme.example)", "a..b-c.example", "--.example", "a@b, www.acme.example"].map(
      (comment): Case => [
        `an address in ${comment}`,
        { policies: { publishesPolicy: { value: "yes", comment } } },
        [],
      ],
    ),
    ...["acme.", "acme.1a", ".example", "a..b", "ask@mail.acme.example", "-.-", "v1.0"].map(
      (comment): Case => [
        `no address in ${comment}`,
        { policies: { publishesPolicy: { value: "yes", comment } } },
        on("warning", "G77"),
      ],
    ),
    [
      "an e-mail address is none",
      { policies: { publishesPolicy: { value: "yes", comment: "ask@acme.example" } } },
      on("warning", "G77"),
    ],
    [
      "3.01 wants www",
      { version: "3.01", policies: { publishesPolicy: { value: "yes", comment: "https://acme.example" } } },
      on("error", "G71"),
    ],
    [
      "3.01 is content with www",
      { version: "3.01", policies: { publishesPolicy: { value: "yes", comment: "www.acme.example" } } },
      [],
    ],
  ],
  "smelter-list-missing-for-metal": [
    ["a row each", {}, []],
    [
      "no tungsten",
      { smelters: ["tantalum", "tin", "gold"].map((metal) => ({ metal: metal as "tin", lookupName: "x" })) },
      inList("error", "B8"),
    ],
    ["none is needed for a metal out of scope", { answers: { ...NO_METALS }, smelters: [] }, []],
    [
      "not yet identified is enough",
      {
        answers: { ...NO_METALS, tin: { used: "yes" } },
        smelters: [{ metal: "tin", lookupName: "Smelter not yet identified" }],
      },
      [],
    ],
    ["2.x tests the list as a whole", { version: "2.03", smelters: [] }, []],
  ],
  "smelter-list-empty": [
    ["rows from the first on", { version: "3.01" }, []],
    ["empty in 3.01", { version: "3.01", smelters: [] }, inList("error", "C5")],
    [
      "the first row below the ten",
      { version: "3.01", smelters: [{ row: 15, metal: "tin", lookupName: "EM Vinto" }] },
      inList("error", "C5"),
    ],
    [
      "the last of the ten rows",
      { version: "3.01", smelters: [{ row: 14, metal: "tin", lookupName: "EM Vinto" }] },
      [],
    ],
    ["6.x tests each metal", { smelters: [] }, []],
    ["not needed when no metal is used", { version: "3.01", smelters: [], answers: NEITHER }, []],
  ],
  "smelter-not-listed-incomplete": [
    [
      "complete",
      { smelters: [{ metal: "tin", lookupName: "Smelter not listed", name: "Works", country: "GB" }] },
      [],
    ],
    [
      "neither name nor country",
      { smelters: [{ metal: "tin", lookupName: "Smelter Not Listed" }] },
      inList("error", "D5", "E5"),
    ],
    [
      "a country that cannot be read is given",
      {
        smelters: [
          { metal: "tin", lookupName: "Smelter not listed", name: "Works", raw: { country: "Europe" } },
        ],
      },
      [],
    ],
    ["a listed smelter needs neither", { smelters: [{ metal: "tin", lookupName: "EM Vinto" }] }, []],
  ],
  "product-list-empty": [
    ["company scope", {}, []],
    ["no products", { company: PRODUCT_SCOPE }, ["Product List!B6 error"]],
    [
      "from the second row on",
      { company: PRODUCT_SCOPE, products: [{ row: 7, number: "A" }] },
      ["Product List!B6 error"],
    ],
    ["from the first row on", { company: PRODUCT_SCOPE, products: [{ row: 6, number: "A" }] }, []],
    [
      "a name alone in the first row",
      { company: PRODUCT_SCOPE, products: [{ row: 6, name: "A" }] },
      ["Product List!B6 error"],
    ],
    [
      "2.x product level",
      { version: "2.03", company: { scope: { value: "product", raw: "D. Product Level" } } },
      ["Product List!B6 error"],
    ],
  ],
  "product-number-missing": [
    ["numbers everywhere", { company: PRODUCT_SCOPE, products: [{ row: 6, number: "A" }] }, []],
    [
      "a name and a remark without number",
      {
        company: PRODUCT_SCOPE,
        products: [
          { row: 6, number: "A" },
          { row: 9, name: "B" },
          { row: 10, comments: "C" },
        ],
      },
      ["Product List!B9 error", "Product List!B10 error"],
    ],
    ["the list has no meaning with company scope", { products: [{ row: 6, name: "B" }] }, []],
  ],
  "minerals-in-scope-missing": [
    ["minerals are selected", { family: EMRT }, []],
    ["none in an EMRT", { family: EMRT, minerals: [], smelters: [] }, on("error", "D12")],
    ["none in an AMRT", { family: AMRT, minerals: [], smelters: [] }, on("error", "D12")],
    [
      "none any more, the answers left",
      { family: EMRT, minerals: [{ id: "mica", at: "Declaration!B30", deselected: true }] },
      on("error", "D12"),
    ],
    ["minerals are fixed in 1.x", { family: EMRT, version: "1.3" }, []],
  ],
  "other-mineral-not-named": [
    ["all are named", { family: AMRT }, []],
    [
      "one is not",
      { family: AMRT, selectionFaults: [{ kind: "otherUnnamed", at: "Declaration!E12" }] },
      on("error", "E12"),
    ],
    [
      "1.2 has them typed",
      { family: AMRT, version: "1.2", selectionFaults: [{ kind: "otherUnnamed", at: "Declaration!E12" }] },
      [],
    ],
  ],
  "optional-answer-missing": [
    ["all answered", { family: AMRT }, []],
    [
      "the response rate is open",
      { family: AMRT, answers: { silver: { responseRate: null } } },
      on("info", "D45"),
    ],
    [
      "of a mineral that is not used",
      { family: AMRT, answers: { silver: { used: "no", responseRate: null } } },
      [],
    ],
    ["the EMRT requires it", { family: EMRT, answers: { cobalt: { responseRate: null } } }, []],
  ],
  "smelter-country-missing": [
    ["a country", { family: AMRT, version: "1.2" }, []],
    [
      "none in a form without a look-up",
      { family: AMRT, version: "1.2", smelters: [{ metal: "silver", name: "Exampleton Works" }] },
      ["Smelter List!C5 error"],
    ],
    [
      "a text that is no country is no empty cell",
      {
        family: AMRT,
        version: "1.2",
        smelters: [{ metal: "silver", name: "Exampleton Works", raw: { country: "Utopia" } }],
      },
      [],
    ],
    ["a form with a look-up fills it in", { family: AMRT, smelters: [{ metal: "silver", name: "X" }] }, []],
  ],
};
