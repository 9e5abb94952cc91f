/** What forms of a programme offer. A file of its own: forms are run by browsers too, and what reads them is not. */
export const parties = ['participant', 'employer', 'uwv', 'municipality', 'fund', 'government', 'loan'] as const
export const phaseKinds = ['school', 'work', 'workAndSchool', 'selfStudy'] as const
export const formNames = ['course', 'bootcamp', 'part-time', 'full-time', 'dual', 'self-paced'] as const
