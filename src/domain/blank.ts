import type { Response } from "../model/response.ts";

/**
 * Whether a response is a blank template: it names no company, answers no question and lists no smelter. Whatever else
 * its cells hold (a language, a date, a scope), nobody has responded with it.
 */
export function isBlank(response: Response): boolean {
  const { company, answers, policies, unread = [] } = response;
  // Who did not find the answers cannot say that there are none.
  if (unread.some(({ part }) => part === "company" || part === "answers")) return false;
  const name = company.companyName?.value ?? "";
  return (
    name.trim() === "" &&
    Object.keys(policies).length === 0 &&
    !Object.values(answers).some((ofMineral) => Object.keys(ofMineral ?? {}).length > 0) &&
    // Last: the rows may have to be fetched.
    response.smelters.length === 0
  );
}
