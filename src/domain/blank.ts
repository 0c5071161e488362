import type { Response } from "../model/response.ts";

/**
 * Whether a response is a blank template: no company name, no answers and no smelters. A template that has
 * only other cells filled in (a language, a date, a scope) is not a response either.
 */
export function isBlank(response: Response): boolean {
  const { company, answers, policies, unread = [] } = response;
  // If the answers could not be found, nobody can say that there are none.
  if (unread.some(({ part }) => part === "company" || part === "answers")) return false;
  const name = company.companyName?.value ?? "";
  return (
    name.trim() === "" &&
    Object.keys(policies).length === 0 &&
    !Object.values(answers).some((ofMineral) => Object.keys(ofMineral ?? {}).length > 0) &&
    // Checked last: the rows may have to be loaded.
    response.smelters.length === 0
  );
}
