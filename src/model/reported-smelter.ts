/** What a row says about its smelter, as in `SmelterRow`; other sources omit what they do not know. */
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
  /** The facility's address in the row. */
  city?: string;
  state?: string;
  street?: string;
}
