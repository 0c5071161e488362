// Hong Kong and Macau, whose facilities the lists put under China, but people often do not.
const PART_OF: Readonly<Record<string, string>> = { HK: "CN", MO: "CN" };

/** Whether two ISO codes can mean the country of one facility; true if either is unknown. */
export function sameCountry(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  return (PART_OF[one] ?? one) === (PART_OF[other] ?? other);
}
