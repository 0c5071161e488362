import { expect, test } from "vitest";
import { escapeHtml, escapeMarkdown } from "../../../src/report/render/escape.ts";

test.each([
  ["a|b", "a\\|b"],
  ["*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"],
  ["[x](http://evil.example)", "\\[x\\](`http://evil.example`)"],
  ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
  ["two\r\nlines", "two lines"],
  ["# no heading", "\\# no heading"],
  ["1. no list", "1\\. no list"],
  ["- no list", "\\- no list"],
  ["a & b", "a &amp; b"],
  ["www.evil.example", "`www.evil.example`"],
  ["turn\u202earound", "turn\\\\u{202e}around"],
  ["8853 S.p.A.", "8853 S.p.A."],
  ["Acme Co.,Ltd. & Co.KG, e.g. 1.2", "Acme Co.,Ltd. &amp; Co.KG, e.g. 1.2"],
  ["see HTTPS://evil.example/a|b", "see `HTTPS://evil.example/a`\\|b"],
  ["éhttp://x, ftp://y.z", "`éhttp://x,` `ftp://y.z`"],
  ["mailto:a", "`mailto:a`"],
  ["a.b@evil.example", "`a.b@evil.example`"],
  ["at @ home, a@b", "at &#64; home, a&#64;b"],
  ["evil.com/x or evil.de", "`evil.com/x` or `evil.de`"],
  ["- http://a.b", "\\- `http://a.b`"],
  ["http://a.b `code`", "`http://a.b` \\`code\\`"],
])("%j in Markdown", (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

test.each([
  ["<b>\"x\" & 'y'</b>", "&lt;b&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/b&gt;"],
  ["two\nlines", "two lines"],
  ["a\u0000b", "a\\u{0}b"],
])("%j in HTML", (text, expected) => {
  expect(escapeHtml(text)).toBe(expected);
});
