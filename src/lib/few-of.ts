/** The first `most` names of many, and how many more there are: ["A", "B", "3 more"]. */
export function fewOf(names: readonly string[], most: number): string[] {
  const more = names.length - most;
  return more > 0 ? [...names.slice(0, most), `${more} more`] : [...names];
}
