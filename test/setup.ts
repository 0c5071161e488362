// Property tests draw the same cases in every run, so that failures can be reproduced. Another seed draws others:
// FC_SEED=7 npx vitest run
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_161_231) });
