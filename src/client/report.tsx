// The script of report.html: shows the part of the page given by the address, and renders the views that are not
// static.
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type PageAddress, pageHref, readPageAddress } from "../lib/page-address.ts";
import type { PageFacts } from "../model/page-data.ts";
import { pageFacts } from "./data/page-store.ts";
import { FigureView } from "./views/figure-view.tsx";
import { CountryView, FileView, RuleView } from "./views/other-views.tsx";
import { SmelterView } from "./views/smelter-view.tsx";
import { SupplierView } from "./views/supplier-view.tsx";
import { TableView } from "./views/table-view.tsx";

function useAddress(): PageAddress {
  const [address, setAddress] = useState(() => readPageAddress(location.hash));
  useEffect(() => {
    const read = () => setAddress(readPageAddress(location.hash));
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return address;
}

function App({ facts }: { facts: PageFacts }) {
  const address = useAddress();
  const place = address.view === "table" ? address.table.file : "key" in address ? address.key : address.id;
  // Interacting with a table changes its address, but not what is shown.
  useEffect(() => showParts(address), [address.view, place]);
  const { minerals } = facts;
  switch (address.view) {
    case "table":
      return <TableView address={address.table} minerals={minerals} />;
    case "supplier":
      return <SupplierView key={address.key} supplierKey={address.key} minerals={minerals} />;
    case "smelter":
      return <SmelterView key={address.key} smelterKey={address.key} minerals={minerals} />;
    case "rule":
      return <RuleView key={address.key} name={address.key} minerals={minerals} />;
    case "country":
      return <CountryView key={address.key} name={address.key} minerals={minerals} />;
    case "figure":
      return <FigureView key={address.key} name={address.key} minerals={minerals} />;
    case "file":
      return <FileView key={address.key} name={address.key} minerals={minerals} />;
    default:
      return null;
  }
}

/** Shows the part of the page given by the address, marks it in the navigation and moves the focus to its start. */
function showParts(address: PageAddress): void {
  const parts = [...document.querySelectorAll<HTMLElement>("main > .part")];
  const target = address.view === "part" ? document.getElementById(address.id || "overview") : null;
  const shown =
    address.view === "part"
      ? (parts.find((part) => target !== null && part.contains(target)) ?? parts[0])
      : document.getElementById("view");
  for (const part of parts) part.hidden = part !== shown;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("nav a")) {
    if (isAt(link, address, shown?.id)) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (target !== null && target !== shown) target.scrollIntoView();
  else window.scrollTo(0, 0);
}

function isAt(link: HTMLAnchorElement, address: PageAddress, part: string | undefined): boolean {
  const to = readPageAddress(new URL(link.href).hash);
  if (to.view === "part") return address.view === "part" && to.id === part;
  return to.view === "table" && address.view === "table" && to.table.file === address.table.file;
}

const root = document.getElementById("view");
if (root !== null) {
  document.documentElement.classList.add("scripted");
  render(<App facts={pageFacts()} />, root);
  if (location.hash === "") history.replaceState(null, "", pageHref({ view: "part", id: "overview" }));
}
