// Makes the spreadsheet program recalculate everything when it opens the workbook.

/** The workbook part with full calculation on load. */
export function calculateOnLoad(xml: string): string {
  const properties = /<calcPr\b([^<>]*?)\/?>/.exec(xml);
  if (!properties) {
    // The element's place in the schema: after the defined names, else after the sheets.
    const before = xml.includes("</definedNames>") ? "</definedNames>" : "</sheets>";
    return xml.replace(before, `${before}<calcPr fullCalcOnLoad="1"/>`);
  }
  const attributes = (properties[1] ?? "").replace(/\sfullCalcOnLoad="[^"]*"/, "").trimEnd();
  const closed = properties[0].endsWith("/>") ? "/>" : ">";
  return xml.replace(properties[0], () => `<calcPr${attributes} fullCalcOnLoad="1"${closed}`);
}
