import type {
  ChangeView,
  DoorsView,
  MoneyMonth,
  PlanGroupView,
  PlanView,
  SkillReason,
  TrainingSummary,
  VacancySummary,
  WhyNotView,
} from '../../modules/planning/index.ts'

/** Invented answers for the examples of components. */
export const sampleToday = '2026-11-23'

export const sampleJob: VacancySummary = {
  id: 'sample-job',
  title: 'Functioneel beheerder',
  employer: 'Eemwater Zorg',
  demo: true,
  occupation: 'sample-occupation',
  occupationLabel: 'Functioneel beheerder',
  regionName: 'Amersfoort',
  placeName: 'Amersfoort',
  remoteShare: 20,
  hours: [28, 36],
  wageMonthEuro: [3050, 3400],
  wageHourCents: [2200, 2450],
  startFrom: '2027-04-05',
  closesOn: '2027-03-15',
}

export const sampleCourse: TrainingSummary = {
  offering: 'sample-offering',
  programme: 'sample-programme',
  title: 'Functioneel beheer',
  provider: 'Eemland Leert',
  online: false,
  placeName: 'Amersfoort',
  weeks: 10,
  hoursPerWeek: 16,
  feeEuro: 1850,
  seats: 6,
}

const skill = (label: string, state: SkillReason['state'], extra: Partial<SkillReason> = {}): SkillReason => ({
  skill: `sample ${label}`,
  label,
  weight: 'essential',
  need: 2,
  state,
  credit: [0, 1200],
  ...extra,
})

export const sampleSkills: readonly SkillReason[] = [
  skill('Gegevens controleren', 'have', {
    through: { skill: 's', label: 'Gegevens controleren', how: 'same', level: 3, evidence: 'claimed' },
  }),
  skill('Werken met Excel', 'have', { through: { skill: 's', label: 'Excel', how: 'same', level: 2, evidence: 'verified' } }),
  skill('Software inrichten', 'near', {
    through: { skill: 's', label: 'Boekhoudsoftware gebruiken', how: 'related', level: 3, evidence: 'claimed' },
  }),
  skill('Wensen van gebruikers opschrijven', 'learn', { learntIn: 'sample-offering' }),
  skill('Storingen afhandelen', 'learn', { learntIn: 'sample-offering', weight: 'important' }),
  skill('Back-up en herstel', 'unknown', { weight: 'important' }),
  skill('SQL', 'miss', { weight: 'somewhat', need: 1 }),
]

const money: readonly MoneyMonth[] = [
  { month: '2026-11', kind: 'wageNow', euro: 2750, rules: [] },
  { month: '2026-12', kind: 'wageNow', euro: 2750, rules: [] },
  { month: '2027-01', kind: 'benefit', euro: 2063, rules: ['ww-share-first'] },
  { month: '2027-02', kind: 'benefit', euro: 2063, rules: ['ww-share-first'] },
  { month: '2027-03', kind: 'unknown', rules: [] },
  { month: '2027-04', kind: 'wage', euro: 3050, rules: [] },
  { month: '2027-05', kind: 'wage', euro: 3050, rules: [] },
]

export const samplePlan: PlanView = {
  id: 't~sample-job~sample-offering',
  kind: 'trainThenHire',
  certain: true,
  toCheck: [],
  titledBy: 'vacancy',
  vacancy: sampleJob,
  steps: [
    { kind: 'wait', from: '2026-11-23', until: '2027-01-11' },
    { kind: 'training', from: '2027-01-11', until: '2027-03-22', training: sampleCourse, withWage: false },
    { kind: 'wait', from: '2027-03-22', until: '2027-04-05' },
    { kind: 'job', from: '2027-04-05', vacancy: sampleJob },
  ],
  readyOn: '2027-04-05',
  readyInWeeks: 19,
  firstPaidOn: '2027-04-05',
  ownCostEuro: 1850,
  askFundingEuro: 1700,
  payers: [
    { who: 'you', label: 'you', euro: 1850, certainty: 'sure' },
    { who: 'uwv-scholing', label: 'Scholingsbudget van UWV', euro: 1700, certainty: 'ask' },
  ],
  funding: [{ scheme: 'uwv-scholing', label: 'Scholingsbudget van UWV', isLoan: false, verdict: 'ask', decides: 'UWV' }],
  employerFunding: [],
  loans: [{ scheme: 'techmeup', label: 'TechMeUp: lening zonder rente (een lening, geen gift)', fromEuro: 2500, toEuro: 7500 }],
  money,
  studyHoursPerWeek: 16,
  fit: { of: 10, outOf: 14 },
  skills: sampleSkills,
  chance: 'likely',
  chanceParts: [
    {
      offering: 'sample-offering',
      title: 'Functioneel beheer',
      completion: { of: 41, outOf: 52, cohort: '2025', source: 'Eemland Leert' },
      placement: { of: 30, outOf: 41, cohort: '2025', source: 'Eemland Leert' },
    },
  ],
}

const dualJob: VacancySummary = { ...sampleJob, id: 'sample-dual', title: 'Systeembeheerder', employer: 'Keiland ICT' }

export const sampleDualPlan: PlanView = {
  ...samplePlan,
  id: 'u~sample-dual~sample-dual-offering',
  kind: 'dual',
  certain: false,
  toCheck: [{ key: 'certificateOfConduct', state: 'unknown', asked: true, distance: 0 }],
  vacancy: dualJob,
  steps: [
    { kind: 'wait', from: '2026-11-23', until: '2027-02-15' },
    {
      kind: 'training',
      from: '2027-02-15',
      until: '2028-02-14',
      training: {
        ...sampleCourse,
        offering: 'sample-dual-offering',
        title: 'Systeembeheer: werken en leren',
        weeks: 52,
        hoursPerWeek: 8,
      },
      withWage: true,
    },
    { kind: 'job', from: '2028-02-14', vacancy: dualJob },
  ],
  readyOn: '2028-02-14',
  readyInWeeks: 64,
  firstPaidOn: '2027-02-15',
  ownCostEuro: 0,
  askFundingEuro: 0,
  payers: [{ who: 'employer', label: 'employer', euro: 4500, certainty: 'sure' }],
  loans: [],
  funding: [],
  employerFunding: [
    {
      ...{ scheme: 'praktijkleren', label: 'Subsidie praktijkleren (mbo-bbl)', isLoan: false, verdict: 'ask', decides: 'RVO' },
      sum: { lowEuro: 2600, highEuro: 2700, noMaximum: false, per: 'year' },
    },
  ],
  studyHoursPerWeek: 8,
  chance: 'unknown',
}

export const sampleGroups: readonly PlanGroupView[] = [
  { best: samplePlan, plans: 4, opensLow: 61, opensHigh: 96, examples: [sampleJob], folded: [[sampleCourse]] },
  { best: sampleDualPlan, plans: 1, opensLow: 0, opensHigh: 12, examples: [dualJob], folded: [] },
]

export const sampleChanges: readonly ChangeView[] = [
  { changes: [{ item: 'hoursMore', by: 4 }], opensLow: 38, opensHigh: 52, examples: [sampleJob], withTraining: false },
  { changes: [{ item: 'travelMinutes', by: 10 }], opensLow: 22, opensHigh: 22, examples: [sampleJob], withTraining: false },
  {
    changes: [{ item: 'language', code: 'en', to: 4, label: 'Engels' }],
    opensLow: 9,
    opensHigh: 14,
    examples: [sampleJob],
    withTraining: true,
  },
]

export const sampleDoors: DoorsView = {
  basis: {
    taxonomy: 'sample 1',
    transferModel: '2026-11',
    data: 'sample',
    demo: true,
    vacancies: 1860,
    offerings: 40,
    on: sampleToday,
  },
  openNow: [5, 14],
  openNowMostly: [{ occupation: 'sample', label: 'Medewerker servicedesk', vacancies: 9 }],
  doors: [
    {
      path: [sampleCourse],
      starts: ['2027-01-11'],
      readyOn: '2027-03-22',
      readyInWeeks: 17,
      ownCostEuro: 150,
      studyHoursPerWeek: 16,
      opensLow: 171,
      opensHigh: 214,
      mostly: [{ occupation: 'sample', label: 'Functioneel beheerder', vacancies: 120 }],
      bestOn: ['most', 'cheapest'],
    },
    {
      path: [
        { ...sampleCourse, offering: 'sample-2', title: 'SQL voor beginners', weeks: 6, hoursPerWeek: 8, feeEuro: 250 },
        { ...sampleCourse, offering: 'sample-3', title: 'Data-analyse', weeks: 12 },
      ],
      starts: ['2026-12-14', '2027-02-01'],
      readyOn: '2027-04-26',
      readyInWeeks: 22,
      ownCostEuro: 700,
      studyHoursPerWeek: 16,
      opensLow: 190,
      opensHigh: 286,
      mostly: [{ occupation: 'sample', label: 'Data-analist', vacancies: 140 }],
      bestOn: [],
    },
  ],
  others: [],
  question: { ask: 'skill:sample', label: 'Windows Server', changes: 7 },
  changes: sampleChanges,
}

export const sampleWhyNot: WhyNotView = {
  basis: sampleDoors.basis,
  vacancy: { ...sampleJob, hours: [36, 40] },
  conditions: [
    { key: 'hours', state: 'unmet', asked: [36, 40], found: [24, 32], distance: 4 },
    { key: 'language:en', state: 'unknown', asked: 4, distance: 0, label: 'Engels' },
    { key: 'skill:sample', state: 'unmet', asked: 2, found: 1, distance: 1, label: 'SQL' },
  ],
  skills: sampleSkills,
  fit: { low: { of: 8, outOf: 14 }, high: { of: 11, outOf: 14 } },
  changes: sampleChanges,
  plans: [],
}
