// Our own company in the tests of roll-ups.

/** Contact and authorizer of an invented company, as under `company` in cmrt.json. */
export const OWN_COMPANY = {
  companyName: "Orrery Works & Söhne",
  companyUniqueId: "0012345",
  companyUniqueIdAuthority: "DUNS",
  address: "2 Clock Row\nExampleton",
  contactName: "Mara Quill",
  contactEmail: "mara@orrery.example",
  contactPhone: "+44 20 7946 0200",
  authorizerName: "Theo Marsh",
  authorizerTitle: "Buyer",
  authorizerEmail: "theo@orrery.example",
  authorizerPhone: "+44 20 7946 0201",
};
