// Loaded into the executable before cmrt: its clock stands at noon of the day that a test asks for.
const noon = new Date(`${process.env.CMRT_TEST_DAY}T12:00:00`).getTime();
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...values) {
    super(...(values.length === 0 ? [noon] : values));
  }
};
