const LINK = /^HYPERLINK\(\s*"((?:[^"]|"")*)"/i;

/** The target of a formula with a literal address, `HYPERLINK("https://…","Policy")`; undefined for any other. */
export function formulaLink(formula: string): string | undefined {
  return LINK.exec(formula)?.[1]?.replaceAll('""', '"') || undefined;
}
