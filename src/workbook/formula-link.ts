const LINK = /^HYPERLINK\(\s*"((?:[^"]|"")*)"/i;

/** Where a formula leads that names an address in so many letters, `HYPERLINK("https://…","Policy")`; else undefined. */
export function formulaLink(formula: string): string | undefined {
  return LINK.exec(formula)?.[1]?.replaceAll('""', '"') || undefined;
}
