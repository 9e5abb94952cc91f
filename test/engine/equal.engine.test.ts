import { createEngine } from '../../src/engine/planning/index.ts'
import { describeEquality } from './equal.suite.ts'

/** `SCHAKEL_WORLDS=20000` tries more random worlds than the 2,000 of every run. */
describeEquality(createEngine, { runs: Number(process.env.SCHAKEL_WORLDS ?? 2000) })
