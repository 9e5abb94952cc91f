import type { Example } from '../example.ts'
import { samplePlan } from '../sample-views.ts'
import { SkillLegend, SkillStrip } from './skill-strip.tsx'

export const examples: readonly Example[] = [
  { title: 'SkillStrip', view: () => <SkillStrip skills={samplePlan.skills} /> },
  { title: 'SkillLegend', view: () => <SkillLegend /> },
]
