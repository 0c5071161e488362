/** What a row says of its smelter, as `SmelterRow` has it; other sources leave out what they do not know. */
export interface ReportedSmelter {
  row?: number;
  /** One of the four metals, or another mineral of the list in lower case. */
  metal?: string | null;
  lookupName?: string;
  name?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  id?: string;
  idInput?: string;
  /** The facility's address as the row has it. */
  city?: string;
  state?: string;
  street?: string;
}
