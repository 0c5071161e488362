import { type Cases, on, PRODUCT_SCOPE } from "./case.ts";

export const COMPANY: Cases = {
  "declaration-scope-invalid": [
    ["a choice", {}, []],
    ["another letter case", { company: { scope: { value: "company", raw: "a. company" } } }, []],
    [
      "a choice of 2.x in 6.5",
      { company: { scope: { value: "company", raw: "A. Company Level" } } },
      on("error", "D9"),
    ],
    [
      "a choice that is understood in 4.20, whose list is not known",
      { version: "4.20", company: { scope: { value: "company", raw: "Company" } } },
      [],
    ],
    [
      "nonsense in 4.20",
      { version: "4.20", company: { scope: { value: null, raw: "yes" } } },
      on("error", "D9"),
    ],
  ],
  "contact-email-invalid": [
    ["an address", {}, []],
    ["no at sign in 6.5", { company: { contactEmail: "ada.acme.example" } }, on("error", "D16")],
    ["no at sign in 3.01", { version: "3.01", company: { contactEmail: "ada" } }, on("warning", "D16")],
    [
      "a name with a link to the address, which the Checker of 6.x does not see",
      { company: { contactEmail: { value: "Ada", link: "mailto:ada@acme.example" } } },
      on("error", "D16"),
    ],
    [
      "the same in 3.01",
      { version: "3.01", company: { contactEmail: { value: "Ada", link: "mailto:ada@acme.example" } } },
      [],
    ],
    ["n/a is allowed", { company: { contactEmail: "N/A" } }, []],
    ["not available is allowed", { version: "3.01", company: { contactEmail: "Not available" } }, []],
    ["empty is another rule's", { company: { contactEmail: null } }, []],
  ],
  "authorizer-email-invalid": [
    ["an address", {}, []],
    ["no at sign", { company: { authorizerEmail: "bob" } }, on("error", "D20")],
    ["2.x takes any text", { version: "2.03", company: { authorizerEmail: "bob" } }, []],
  ],
  "authorizer-name-placeholder": [
    ["persons", {}, []],
    ["same", { company: { authorizerName: "SAME" } }, on("warning", "D18")],
    [
      "same as above, in both",
      { company: { contactName: "same as above", authorizerName: "Same as contact" } },
      on("warning", "D15", "D18"),
    ],
    ["a dash", { company: { contactName: "-" } }, on("warning", "D15")],
    ["a name that begins so", { company: { contactName: "Samesh Example" } }, []],
  ],
  "language-not-english": [
    ["English", {}, []],
    ["Chinese", { template: { language: "zh" } }, on("info", "D3")],
    ["not known", { template: { language: null } }, []],
  ],
  "free-text-not-english": [
    ["English", {}, []],
    [
      "Cyrillic in a comment",
      { answers: { tin: { cahraOrigin: { value: "no", comment: "нет" } } } },
      on("info", "G45"),
    ],
    ["accents, units and Greek letters", { company: { address: "Straße 5, Ω-Haus, 10 µm" } }, []],
    [
      "a listed smelter's own city",
      { smelters: [{ metal: "tin", lookupName: "EM Vinto", city: "郴州" }] },
      [],
    ],
    [
      "an unlisted smelter's city",
      { smelters: [{ metal: "tin", lookupName: "Smelter not listed", name: "Works", city: "郴州" }] },
      ["Smelter List!I5 info"],
    ],
  ],
  "entry-starts-with-formula-char": [
    ["plain", {}, []],
    [
      "a formula in a product",
      { company: PRODUCT_SCOPE, products: [{ row: 6, number: "=1+1" }] },
      ["Product List!B6 warning"],
    ],
    ["a plus sign is a phone number", { company: { contactPhone: "+44 20" } }, []],
    ["a number sign", { company: { address: "# 4" } }, on("warning", "D14")],
  ],
};
