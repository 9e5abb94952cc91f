import { createTwin } from '../twin/twin.ts'
import { describeProperties } from './equal.suite.ts'

describeProperties(createTwin, { runs: 80 })
