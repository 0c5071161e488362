/** A column's name as a heading: "smelter_id" as "Smelter ID". */
export function columnTitle(name: string): string {
  const words = name
    .split("_")
    .map((word) => (["id", "iso", "sha256"].includes(word) ? word.toUpperCase() : word))
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
