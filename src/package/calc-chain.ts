// The list of formula cells that Excel keeps in a workbook.

/**
 * The calculation chain without the cells whose formula was removed, by sheet number; "all" for a removed sheet. An
 * entry without a sheet number belongs to that of the entry before it, so if that is removed, its number passes to the
 * next one.
 */
export function withoutCells(xml: string, gone: ReadonlyMap<number, ReadonlySet<string> | "all">): string {
  let sheet = "";
  let lost = false;
  return xml.replace(/<c\b([^<>]*?)\/>/g, (entry, attributes: string) => {
    const own = /\bi="(\d+)"/.exec(attributes)?.[1];
    if (own !== undefined) {
      sheet = own;
      lost = false;
    }
    const address = /\br="([^"]+)"/.exec(attributes)?.[1] ?? "";
    const ofSheet = gone.get(Number(sheet));
    if (ofSheet === "all" || ofSheet?.has(address)) {
      lost ||= own !== undefined;
      return "";
    }
    if (!lost) return entry;
    lost = false;
    return `<c${attributes.trimEnd()} i="${sheet}"/>`;
  });
}
