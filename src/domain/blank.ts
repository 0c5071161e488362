import type { Response } from "../model/response.ts";

/**
 * Whether a response is a blank template: it names no company, answers no question and lists no smelter. Whatever else
 * its cells hold (a language, a date, a scope), nobody has responded with it.
 */
export function isBlank({ company, answers, policies, smelters }: Response): boolean {
  const name = company.companyName?.value ?? "";
  return (
    name.trim() === "" &&
    smelters.length === 0 &&
    Object.keys(policies).length === 0 &&
    !Object.values(answers).some((ofMineral) => Object.keys(ofMineral ?? {}).length > 0)
  );
}
