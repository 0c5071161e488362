import { test } from "vitest";
import { buildList } from "../helpers/build-list.ts";
import { noiseKeepsFacilities } from "./noise.ts";

const OWN = buildList([
  "Gold | Dowa | Dowa | JAPAN | CID000401 | Kosaka",
  "Gold | Metalor Technologies S.A. | Metalor Technologies S.A. | SWITZERLAND | CID001153 | Marin",
  "Gold | Metalor Technologies (Suzhou) Ltd. | Metalor Technologies (Suzhou) Ltd. | CHINA | CID001147 | Suzhou",
  "Gold | Metalor Technologies (Singapore) Pte., Ltd. | Metalor Technologies (Singapore) Pte., Ltd. | SINGAPORE | CID001152 | Singapore",
  "Tantalum | H.C. Starck Co., Ltd. | TANIOBIS Co., Ltd. | THAILAND | CID002544 | Map Ta Phut",
  "Tantalum | H.C. Starck Inc. | Materion Newton Inc. | UNITED STATES OF AMERICA | CID002548 | Newton",
  "Tantalum | H.C. Starck Ltd. | TANIOBIS Japan Co., Ltd. | JAPAN | CID002549 | Mito",
  "Tantalum | TANIOBIS GmbH | TANIOBIS GmbH | GERMANY | CID002545 | Goslar",
  "Tungsten | Xiamen Tungsten Co., Ltd. | Xiamen Tungsten Co., Ltd. | CHINA | CID002082 | Xiamen",
  "Tungsten | Xiamen Tungsten (H.C.) Co., Ltd. | Xiamen Tungsten (H.C.) Co., Ltd. | CHINA | CID002320 | Xiamen",
]);

test("noise on listed names never makes another facility certain", () => {
  noiseKeepsFacilities(OWN, 2000);
});
