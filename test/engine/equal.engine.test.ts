import { createEngine } from '../../src/engine/planning/index.ts'
import { describeEquality } from './equal.suite.ts'

/** `SCHAKEL_WORLDS=5000` tries more random worlds than the 500 of every run. */
describeEquality(createEngine, { runs: Number(process.env.SCHAKEL_WORLDS ?? 500) })
