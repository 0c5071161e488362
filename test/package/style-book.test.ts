import { expect, test } from "vitest";
import { StyleBook } from "../../src/package/style-book.ts";

const MARK = '<fill><patternFill patternType="solid"><fgColor rgb="FFFFB266"/></patternFill></fill>';
const book = (inner: string) => new StyleBook(`<styleSheet xmlns="m">${inner}</styleSheet>`);
const FILLS = '<fills count="2"><fill><patternFill patternType="none"/></fill><fill id="1"/></fills>';

test("a format with another fill keeps number format, border, protection and alignment", () => {
  const styles = book(
    `${FILLS}<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" fontId="3" fillId="1" borderId="5" applyProtection="1"><protection locked="0"/></xf></cellXfs>`,
  );
  const marked = styles.withFill(1, styles.number("fills", MARK));
  expect(marked).toBe(2);
  expect(styles.xml).toBe(
    `<styleSheet xmlns="m"><fills count="3"><fill><patternFill patternType="none"/></fill><fill id="1"/>${MARK}</fills><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" fontId="3" fillId="1" borderId="5" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="14" fontId="3" fillId="2" borderId="5" applyProtection="1" applyFill="1"><protection locked="0"/></xf></cellXfs></styleSheet>`,
  );
  expect(styles.fillOf(1)).toBe('<fill id="1"/>');
});

test("what is there already is not added again, and nothing added changes nothing", () => {
  const styles = book(`${FILLS}<cellXfs><xf fillId="0"/><xf fillId="1" applyFill="1"/></cellXfs>`);
  expect(styles.withFill(0, 1)).toBe(1);
  expect(styles.number("fills", '<fill id="1"/>')).toBe(1);
  expect(styles.xml).toBe(
    `<styleSheet xmlns="m">${FILLS}<cellXfs><xf fillId="0"/><xf fillId="1" applyFill="1"/></cellXfs></styleSheet>`,
  );
});

test("collections that are missing come into being in the order of the specification, prefixes kept", () => {
  const styles = new StyleBook('<x:styleSheet xmlns:x="m"><x:dxfs count="0"/></x:styleSheet>');
  expect(styles.withFill(7, styles.number("fills", "<fill/>"))).toBe(1);
  expect(styles.xml).toBe(
    '<x:styleSheet xmlns:x="m"><x:fills count="3"><x:fill><x:patternFill patternType="none"/></x:fill><x:fill><x:patternFill patternType="gray125"/></x:fill><x:fill/></x:fills><x:cellXfs count="2"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><x:xf numFmtId="0" fontId="0" fillId="2" borderId="0" applyFill="1"/></x:cellXfs><x:dxfs count="0"/></x:styleSheet>',
  );
});
