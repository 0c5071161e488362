// Asks the spreadsheet program to calculate everything when it opens the workbook.

/** The workbook part with its calculation set to run in full on loading. */
export function calculateOnLoad(xml: string): string {
  const properties = /<calcPr\b([^<>]*?)\/?>/.exec(xml);
  if (!properties) {
    // Where the schema has the element: behind the names, else behind the sheets.
    const before = xml.includes("</definedNames>") ? "</definedNames>" : "</sheets>";
    return xml.replace(before, `${before}<calcPr fullCalcOnLoad="1"/>`);
  }
  const attributes = (properties[1] ?? "").replace(/\sfullCalcOnLoad="[^"]*"/, "").trimEnd();
  const closed = properties[0].endsWith("/>") ? "/>" : ">";
  return xml.replace(properties[0], () => `<calcPr${attributes} fullCalcOnLoad="1"${closed}`);
}
