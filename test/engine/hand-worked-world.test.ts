import { createEngine } from '../../src/engine/planning/index.ts'
import { describeHandWorkedWorld } from './hand-worked-world.suite.ts'

describeHandWorkedWorld('the product', createEngine)
