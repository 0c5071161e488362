const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Excel's 1900 calendar has a 29 February 1900; days before 1 March are one less than counting says. */
const FIRST_OF_MARCH_1900 = 61;

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?$/;

/** The serial number of an ISO 8601 date (with or without a time of day; a time zone is ignored, as a cell has none). */
export function serialDate(iso: string, date1904: boolean): number | undefined {
  const parts = ISO.exec(iso);
  if (parts === null) return undefined;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = parts;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  const days = (midnight - (date1904 ? EPOCH_1904 : EPOCH_1900)) / DAY;
  const leapDayError = !date1904 && days < FIRST_OF_MARCH_1900 ? 1 : 0;
  return days - leapDayError + time;
}
