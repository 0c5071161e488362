// What changed from one reference list to another.

export interface ListChange {
  metal: string;
  id?: string;
  standardName: string;
}

export interface ListComparison {
  added: ListChange[];
  removed: (ListChange & { successor?: string })[];
  renamed: (ListChange & { was: string })[];
  status: (ListChange & { was: string; is: string })[];
  country: (ListChange & { was: string; is: string })[];
  /** Facilities that are on both lists with the same data. */
  unchanged: number;
}
