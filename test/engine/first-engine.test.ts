import { createEngine as createFirstEngine } from '../first-engine/planning/index.ts'
import { describeEquality } from './equal.suite.ts'

/** The oracle for large worlds must itself equal the twin on small ones. */
describeEquality(createFirstEngine, { runs: Number(process.env.SCHAKEL_WORLDS ?? 40) })
