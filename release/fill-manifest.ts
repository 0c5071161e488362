/**
 * A template with the version and the check sums of a release in the place of @VERSION@ and @SHA256:file@. `sums` is text
 * as sha256sum prints it. Throws for a file that it does not list.
 */
export function filled(template: string, version: string, sums: string): string {
  const byFile = new Map(
    sums.split("\n").flatMap((line) => {
      const [, sum, file] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      return sum !== undefined && file !== undefined ? [[file, sum] as const] : [];
    }),
  );
  return template.replaceAll("@VERSION@", version).replace(/@SHA256:([^@]+)@/g, (_all, file: string) => {
    const sum = byFile.get(file);
    if (sum === undefined) throw new Error(`The check sums do not list ${file}.`);
    return sum;
  });
}
