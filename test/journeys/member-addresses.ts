/** Pages that need somebody to be signed in, each with who of the demo world looks. `{introduction}` and the like are filled in with what that world holds. */
export interface MemberAddress {
  readonly who: string
  readonly nl: string
  readonly en: string
  /** Without a code in its address it says what to do, with this status. */
  readonly status?: number
}

const employer = 'demo-organisation-employer-1'
const region = 'demo-organisation-region'

export const memberAddresses: readonly MemberAddress[] = [
  { who: 'iris', nl: `/nl/organisaties/${employer}/gegevens`, en: `/en/organisations/${employer}/details` },
  { who: 'iris', nl: `/nl/organisaties/${employer}/mensen`, en: `/en/organisations/${employer}/people` },
  { who: 'iris', nl: `/nl/organisaties/${employer}/sleutels`, en: `/en/organisations/${employer}/keys` },
  { who: 'daan', nl: `/nl/organisaties/${region}/werkgevers-uitnodigen`, en: `/en/organisations/${region}/invite-employers` },
  { who: 'iris', nl: `/nl/organisaties/${employer}/bureau`, en: `/en/organisations/${employer}/desk` },
  { who: 'iris', nl: `/nl/organisaties/${employer}/bureau/{vacancy}`, en: `/en/organisations/${employer}/desk/{vacancy}` },
  {
    who: 'iris',
    nl: `/nl/organisaties/${employer}/bureau/{vacancy}/mensen`,
    en: `/en/organisations/${employer}/desk/{vacancy}/people`,
  },
  { who: 'iris', nl: '/nl/organisaties/uitnodiging?code=onbekend', en: '/en/organisations/invitation?code=unknown' },
  { who: 'iris', nl: '/nl/organisaties/domein?code=onbekend', en: '/en/organisations/domain?code=unknown' },
  { who: 'beheer', nl: '/nl/beheer', en: '/en/admin' },
  { who: 'beheer', nl: '/nl/beheer/post', en: '/en/admin/mail' },
  { who: 'beheer', nl: '/nl/beheer/meldingen', en: '/en/admin/reports' },
  { who: 'anouk', nl: '/nl/advies', en: '/en/advice' },
  { who: 'anouk', nl: '/nl/advies/{advised}', en: '/en/advice/{advised}' },
  { who: 'robin', nl: '/nl/account/adres?link=onbekend', en: '/en/account/address?link=unknown' },
  { who: 'robin', nl: '/nl/kennismakingen', en: '/en/introductions' },
  { who: 'robin', nl: '/nl/kennismakingen/{introduction}', en: '/en/introductions/{introduction}' },
  { who: 'iris', nl: '/nl/kennismakingen/{asked}', en: '/en/introductions/{asked}' },
  { who: 'robin', nl: '/nl/deelname', en: '/en/enrolment' },
  { who: 'robin', nl: '/nl/deelname/{enrolment}', en: '/en/enrolment/{enrolment}' },
  {
    who: 'noor',
    nl: '/nl/deelname/aanmelden?offering={offering}&start={start}',
    en: '/en/enrolment/apply?offering={offering}&start={start}',
  },
  {
    who: 'lotte',
    nl: '/nl/opleiden/demo-organisation-educator/uitvoering/{offering}/{start}',
    en: '/en/teaching/demo-organisation-educator/offering/{offering}/{start}',
  },
  {
    who: 'lotte',
    nl: '/nl/opleiden/demo-organisation-educator/uitkomsten',
    en: '/en/teaching/demo-organisation-educator/outcomes',
  },
  { who: 'daan', nl: `/nl/overdragen/${region}`, en: `/en/hand-over/${region}` },
  {
    who: 'lotte',
    nl: '/nl/overdragen/demo-organisation-educator/draaiboek/demo-kit-bridge',
    en: '/en/hand-over/demo-organisation-educator/kit/demo-kit-bridge',
  },
  {
    who: 'mila',
    nl: '/nl/overdragen/demo-organisation-branch/kopie/demo-kit-copy',
    en: '/en/hand-over/demo-organisation-branch/copy/demo-kit-copy',
  },
  { who: 'iris', nl: '/nl/groepen', en: '/en/groups' },
  { who: 'iris', nl: '/nl/groepen/{group}', en: '/en/groups/{group}' },
  { who: 'robin', nl: '/nl/groepen/{group}/jij', en: '/en/groups/{group}/you', status: 404 },
  { who: 'tijn', nl: '/nl/bewijs', en: '/en/credentials' },
  { who: 'iris', nl: `/nl/opleidingsregister/${employer}`, en: `/en/training-register/${employer}` },
  ...(['tijn', 'bram', 'femke'] as const).map((who) => ({
    ...{ who, nl: '/nl/leerwerkplek/demo-placement-tijn/studiepunten', en: '/en/placement/demo-placement-tijn/credits' },
  })),
  {
    who: 'tijn',
    nl: '/nl/leerwerkplek/demo-placement-tijn/studiepunten/werk/demo-activity-2-2',
    en: '/en/placement/demo-placement-tijn/credits/activity/demo-activity-2-2',
  },
  {
    who: 'femke',
    nl: '/nl/leerwerkplek/demo-placement-tijn/studiepunten/vak/demo-unit-B',
    en: '/en/placement/demo-placement-tijn/credits/unit/demo-unit-B',
  },
  {
    who: 'lotte',
    nl: '/nl/opleiden/demo-organisation-educator/studiepunten/{unitProgramme}',
    en: '/en/teaching/demo-organisation-educator/credits/{unitProgramme}',
  },
  ...(
    [
      ['wie-wacht', 'who-waits'],
      ['vraag', 'demand'],
    ] as const
  ).map(([nl, en]) => ({
    who: 'lotte',
    nl: `/nl/opleiden/demo-organisation-educator/opleiding/demo-programme-draft/${nl}`,
    en: `/en/teaching/demo-organisation-educator/programme/demo-programme-draft/${en}`,
  })),
  { who: 'tijn', nl: '/nl/leerwerkplek', en: '/en/placement' },
  ...(['tijn', 'bram', 'daan'] as const).map((who) => ({
    ...{ who, nl: '/nl/leerwerkplek/demo-placement-tijn', en: '/en/placement/demo-placement-tijn' },
  })),
  {
    who: 'lotte',
    nl: '/nl/leerwerkplek?organisation=demo-organisation-educator',
    en: '/en/placement?organisation=demo-organisation-educator',
  },
  ...(['lotte', 'iris'] as const).map((who) => {
    const organisation = who === 'lotte' ? 'demo-organisation-educator' : 'demo-organisation-employer-1'
    return { who, nl: `/nl/leerwerkplek/nieuw/${organisation}`, en: `/en/placement/new/${organisation}` }
  }),
  { who: 'lotte', nl: '/nl/leerwerkplek/demo-placement-tijn/veranderen', en: '/en/placement/demo-placement-tijn/change' },
  {
    who: 'jip',
    nl: '/nl/leerwerkplek/demo-placement-jip/overeenkomst/demo-placement-jip-agreement',
    en: '/en/placement/demo-placement-jip/agreement/demo-placement-jip-agreement',
  },
  {
    who: 'lotte',
    nl: '/nl/leerwerkplek/school/demo-organisation-educator',
    en: '/en/placement/school/demo-organisation-educator',
  },
  { who: 'lotte', nl: '/nl/groep-starten', en: '/en/cohort' },
  { who: 'lotte', nl: '/nl/groep-starten/demo-cohort', en: '/en/cohort/demo-cohort' },
  { who: 'daan', nl: `/nl/groep-starten/regio/${region}`, en: `/en/cohort/region/${region}` },
  { who: 'robin', nl: '/nl/groep-starten/demo-cohort/jij', en: '/en/cohort/demo-cohort/you' },
  {
    who: 'iris',
    nl: `/nl/groep-starten/demo-cohort/werkgever/${employer}`,
    en: `/en/cohort/demo-cohort/employer/${employer}`,
  },
  { who: 'daan', nl: `/nl/groepen-kiezen/${region}`, en: `/en/choose-cohorts/${region}` },
  { who: 'iris', nl: `/nl/begeleiders/${employer}`, en: `/en/guides/${employer}` },
  { who: 'robin', nl: '/nl/mijn-schakel', en: '/en/my-schakel' },
  { who: 'robin', nl: '/nl/jouw-gegevens', en: '/en/your-data' },
  {
    who: 'lotte',
    nl: '/nl/opleiden/demo-organisation-educator/badges',
    en: '/en/teaching/demo-organisation-educator/badges',
  },
  { who: 'tijn', nl: '/nl/bewijs/demo-badge', en: '/en/credential/demo-badge' },
  { who: 'tijn', nl: '/nl/bewijs/demo-badge-offered', en: '/en/credential/demo-badge-offered' },
  { who: 'robin', nl: '/nl/account', en: '/en/account' },
  { who: 'robin', nl: '/nl/afmelden', en: '/en/unsubscribe', status: 404 },
  { who: 'lotte', nl: '/nl/opleiden/demo-organisation-educator', en: '/en/teaching/demo-organisation-educator' },
  { who: 'lotte', nl: '/nl/opleiden/demo-organisation-educator/nieuw', en: '/en/teaching/demo-organisation-educator/new' },
  { who: 'lotte', nl: '/nl/opleiden/demo-organisation-educator/inlezen', en: '/en/teaching/demo-organisation-educator/import' },
  {
    who: 'lotte',
    nl: '/nl/opleiden/demo-organisation-educator/opleiding/demo-programme-draft',
    en: '/en/teaching/demo-organisation-educator/programme/demo-programme-draft',
  },
]
