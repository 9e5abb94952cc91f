import { createTwin } from '../twin/twin.ts'
import { describeCourse } from './course.suite.ts'

describeCourse('the slow twin', createTwin)
