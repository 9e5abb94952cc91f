import type { Example } from '../example.ts'
import { sampleCourse, samplePlan } from '../sample-views.ts'
import { SkillTable } from './skill-table.tsx'

export const examples: readonly Example[] = [
  { title: 'SkillTable', view: () => <SkillTable skills={samplePlan.skills} trainings={[sampleCourse]} /> },
]
