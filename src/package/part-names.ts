// Names of the parts of an Office package (ECMA-376 Part 2), which are case-insensitive.

/** Resolves a relation's target relative to a folder. The result is always inside the package. */
export function resolvePart(folder: string, target: string): string {
  const path = target.startsWith("/") ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(unescapePercent(step));
  }
  return steps.join("/");
}

function unescapePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The folder of a part with a trailing slash; empty at the top. */
export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

/** The part with the relations of a part; "" is the package itself. */
export function relationsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** The part whose relations a relations part contains. */
export function sourceOf(relations: string): string {
  return relations.replace(/_rels\/([^/]*)\.rels$/i, "$1");
}

/** The target of a relation from a part in this folder. */
export function targetFrom(folder: string, part: string): string {
  const from = folder.split("/").slice(0, -1);
  const to = part.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

/** Whether two names mean the same part. */
export function isSamePart(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
