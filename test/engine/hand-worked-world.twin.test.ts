import { createTwin } from '../twin/twin.ts'
import { describeHandWorkedWorld } from './hand-worked-world.suite.ts'

describeHandWorkedWorld('the slow twin', createTwin)
