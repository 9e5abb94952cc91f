import type { Language } from '../modules/skills/index.ts'

/**
 * Every page and its address: the language first, then words in that language (`/nl/zo-rekent-schakel`,
 * `/en/how-schakel-works`). `/` leads to the language of the browser. Parts with a colon are filled in by `pathTo`.
 */
export const pages = {
  home: { nl: '', en: '' },
  profile: { nl: 'profiel', en: 'profile' },
  cv: { nl: 'profiel/cv', en: 'profile/cv' },
  doors: { nl: 'cursussen', en: 'courses' },
  plans: { nl: 'routes', en: 'routes' },
  plan: { nl: 'routes/:plan', en: 'routes/:plan' },
  vacancies: { nl: 'vacatures', en: 'vacancies' },
  vacancy: { nl: 'vacatures/:vacancy', en: 'vacancies/:vacancy' },
  whyNot: { nl: 'vacatures/:vacancy/waarom-niet', en: 'vacancies/:vacancy/why-not' },
  vacancyCheck: { nl: 'vacature-check', en: 'vacancy-check' },
  programmes: { nl: 'opleidingen', en: 'programmes' },
  programme: { nl: 'opleidingen/:programme', en: 'programmes/:programme' },
  money: { nl: 'geld', en: 'money' },
  occupations: { nl: 'beroepen', en: 'occupations' },
  occupation: { nl: 'beroepen/:occupation', en: 'occupations/:occupation' },
  initiatives: { nl: 'initiatieven', en: 'initiatives' },
  initiative: { nl: 'initiatieven/:initiative', en: 'initiatives/:initiative' },
  algorithm: { nl: 'algoritme', en: 'algorithm' },
  howItWorks: { nl: 'zo-rekent-schakel', en: 'how-schakel-works' },
  yourData: { nl: 'jouw-gegevens', en: 'your-data' },
  dataDownload: { nl: 'jouw-gegevens/download', en: 'your-data/download' },
  dataErase: { nl: 'jouw-gegevens/wissen', en: 'your-data/erase' },
  dataErased: { nl: 'jouw-gegevens/gewist', en: 'your-data/erased' },
  dataUse: { nl: 'wat-wij-met-gegevens-doen', en: 'data-use' },
  sources: { nl: 'bronnen', en: 'sources' },
  accessibility: { nl: 'toegankelijkheid', en: 'accessibility' },
  parts: { nl: 'onderdelen', en: 'components' },
  display: { nl: 'weergave', en: 'display' },
  organisations: { nl: 'organisaties', en: 'organisations' },
  orgInvitation: { nl: 'organisaties/uitnodiging', en: 'organisations/invitation' },
  orgDomain: { nl: 'organisaties/domein', en: 'organisations/domain' },
  organisation: { nl: 'organisaties/:organisation', en: 'organisations/:organisation' },
  orgDetails: { nl: 'organisaties/:organisation/gegevens', en: 'organisations/:organisation/details' },
  orgPeople: { nl: 'organisaties/:organisation/mensen', en: 'organisations/:organisation/people' },
  orgKeys: { nl: 'organisaties/:organisation/sleutels', en: 'organisations/:organisation/keys' },
  orgOnboarding: {
    nl: 'organisaties/:organisation/werkgevers-uitnodigen',
    en: 'organisations/:organisation/invite-employers',
  },
  desk: { nl: 'organisaties/:organisation/bureau', en: 'organisations/:organisation/desk' },
  deskVacancy: { nl: 'organisaties/:organisation/bureau/:vacancy', en: 'organisations/:organisation/desk/:vacancy' },
  deskPeople: { nl: 'organisaties/:organisation/bureau/:vacancy/mensen', en: 'organisations/:organisation/desk/:vacancy/people' },
  admin: { nl: 'beheer', en: 'admin' },
  mailOutbox: { nl: 'beheer/post', en: 'admin/mail' },
  unsubscribe: { nl: 'afmelden', en: 'unsubscribe' },
  signIn: { nl: 'inloggen', en: 'sign-in' },
  signInOpen: { nl: 'inloggen/openen', en: 'sign-in/open' },
  signInChoice: { nl: 'inloggen/keuze', en: 'sign-in/choice' },
  account: { nl: 'account', en: 'account' },
  accountEmail: { nl: 'account/adres', en: 'account/address' },
  myDesk: { nl: 'mijn-schakel', en: 'my-schakel' },
  needs: { nl: 'wat-ik-nodig-heb', en: 'what-i-need' },
  adviser: { nl: 'advies', en: 'advice' },
  advised: { nl: 'advies/:person', en: 'advice/:person' },
  introductions: { nl: 'kennismakingen', en: 'introductions' },
  introduction: { nl: 'kennismakingen/:introduction', en: 'introductions/:introduction' },
  enrolments: { nl: 'deelname', en: 'enrolment' },
  enrolApply: { nl: 'deelname/aanmelden', en: 'enrolment/apply' },
  enrolment: { nl: 'deelname/:enrolment', en: 'enrolment/:enrolment' },
  enrolmentStart: {
    nl: 'opleiden/:organisation/uitvoering/:offering/:start',
    en: 'teaching/:organisation/offering/:offering/:start',
  },
  placements: { nl: 'leerwerkplek', en: 'placement' },
  placementNew: { nl: 'leerwerkplek/nieuw/:organisation', en: 'placement/new/:organisation' },
  placementSchool: { nl: 'leerwerkplek/school/:organisation', en: 'placement/school/:organisation' },
  placement: { nl: 'leerwerkplek/:placement', en: 'placement/:placement' },
  placementAgreement: { nl: 'leerwerkplek/:placement/overeenkomst/:agreement', en: 'placement/:placement/agreement/:agreement' },
  placementChange: { nl: 'leerwerkplek/:placement/veranderen', en: 'placement/:placement/change' },
  // What it is about stands in no address: others may see it.
  riskCases: { nl: 'groepen', en: 'groups' },
  riskCase: { nl: 'groepen/:group', en: 'groups/:group' },
  riskPart: { nl: 'groepen/:group/jij', en: 'groups/:group/you' },
  // Of a badge that was issued here; `/credentials/…` is its address for programs.
  heldCredentials: { nl: 'bewijs', en: 'credentials' },
  credentialCheck: { nl: 'controleer-bewijs', en: 'check-credential' },
  trainingRegister: { nl: 'opleidingsregister/:organisation', en: 'training-register/:organisation' },
  credential: { nl: 'bewijs/:badge', en: 'credential/:badge' },
  badges: { nl: 'opleiden/:organisation/badges', en: 'teaching/:organisation/badges' },
  cohorts: { nl: 'groep-starten', en: 'cohort' },
  cohortRegion: { nl: 'groep-starten/regio/:organisation', en: 'cohort/region/:organisation' },
  cohort: { nl: 'groep-starten/:cohort', en: 'cohort/:cohort' },
  cohortMine: { nl: 'groep-starten/:cohort/jij', en: 'cohort/:cohort/you' },
  cohortEmployer: { nl: 'groep-starten/:cohort/werkgever/:organisation', en: 'cohort/:cohort/employer/:organisation' },
  teaching: { nl: 'opleiden/:organisation', en: 'teaching/:organisation' },
  teachingNew: { nl: 'opleiden/:organisation/nieuw', en: 'teaching/:organisation/new' },
  teachingImport: { nl: 'opleiden/:organisation/inlezen', en: 'teaching/:organisation/import' },
  teachingProgramme: { nl: 'opleiden/:organisation/opleiding/:programme', en: 'teaching/:organisation/programme/:programme' },
  teachingWaiting: {
    nl: 'opleiden/:organisation/opleiding/:programme/wie-wacht',
    en: 'teaching/:organisation/programme/:programme/who-waits',
  },
  teachingDemand: {
    nl: 'opleiden/:organisation/opleiding/:programme/vraag',
    en: 'teaching/:organisation/programme/:programme/demand',
  },
  chooseCohorts: { nl: 'groepen-kiezen/:organisation', en: 'choose-cohorts/:organisation' },
  guides: { nl: 'begeleiders/:organisation', en: 'guides/:organisation' },
  reports: { nl: 'beheer/meldingen', en: 'admin/reports' },
  credits: { nl: 'leerwerkplek/:placement/studiepunten', en: 'placement/:placement/credits' },
  creditsWork: {
    nl: 'leerwerkplek/:placement/studiepunten/werk/:activity',
    en: 'placement/:placement/credits/activity/:activity',
  },
  creditsUnit: { nl: 'leerwerkplek/:placement/studiepunten/vak/:unit', en: 'placement/:placement/credits/unit/:unit' },
  creditsUnits: { nl: 'opleiden/:organisation/studiepunten/:programme', en: 'teaching/:organisation/credits/:programme' },
  whatWorks: { nl: 'wat-werkt', en: 'what-works' },
  teachingOutcomes: { nl: 'opleiden/:organisation/uitkomsten', en: 'teaching/:organisation/outcomes' },
  kits: { nl: 'draaiboeken', en: 'handover-kits' },
  kit: { nl: 'draaiboeken/:kit', en: 'handover-kits/:kit' },
  kitDesk: { nl: 'overdragen/:organisation', en: 'hand-over/:organisation' },
  kitEdit: { nl: 'overdragen/:organisation/draaiboek/:kit', en: 'hand-over/:organisation/kit/:kit' },
  kitCopy: { nl: 'overdragen/:organisation/kopie/:copy', en: 'hand-over/:organisation/copy/:copy' },
  howIsIt: { nl: 'hoe-gaat-het', en: 'how-is-it-going' },
} as const satisfies Record<string, Record<Language, string>>

export type Page = keyof typeof pages

export const languages: readonly Language[] = ['nl', 'en']

/** The address of a page; `params` fills in the parts with a colon and is encoded here. */
export function pathTo(page: Page, language: Language, params: Readonly<Record<string, string | undefined>> = {}): string {
  const path = pages[page][language].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return path === '' ? `/${language}` : `/${language}/${path}`
}

/** No page: what scripts ask for the sentences beside the sliders. Its query is that of the page they stand on. */
export const stepsPath = (language: Language): string => `/${language}/steps`

/** No pages: what scripts ask while somebody types a vacancy, and the vacancy as a file. */
export const liveCheckPath = (language: Language): string => `${pathTo('vacancyCheck', language)}/live`
export const vacancyFilePath = (language: Language, file: 'jobposting.json' | 'vacancy.txt' | ':file'): string =>
  `${pathTo('vacancyCheck', language)}/${file}`

/** No page: a badge as a document, or its page for a browser. It stands in the badge, so it never changes. */
export const credentialPath = (badge: string): string => `/credentials/${encodeURIComponent(badge)}`

/** No page: what an educator has published, as OOAPI v6. */
export const teachingFilePath = (language: Language, organisation: string): string =>
  `/${language}/${pages.teaching[language].replace(':organisation', organisation === ':organisation' ? organisation : encodeURIComponent(organisation))}/ooapi.json`

/** No page: everything of who asks, as a file for programs. */
export const dataFilePath = (language: Language): string => `${pathTo('dataDownload', language)}/schakel.json`

/** No page: the training register of an organisation as CSV. */
export const trainingRegisterFilePath = (language: Language, organisation: string, form: 'csv' | 'json' = 'csv'): string =>
  `${pathTo('trainingRegister', language).replace(/\/$/, '')}/${organisation === ':organisation' ? organisation : encodeURIComponent(organisation)}/register.${form}`

/** No page: hours of those who guide, as CSV. */
export const guidesFilePath = (language: Language, organisation: string): string =>
  `${pathTo('guides', language).replace(/\/$/, '')}/${organisation === ':organisation' ? organisation : encodeURIComponent(organisation)}/hours.csv`

/** No pages: the way to an OpenID provider, and where it sends the browser back to. The second is registered at the provider. */
export const providerPath = (language: Language, provider: string): string =>
  `${pathTo('signIn', language)}/via/${provider === ':provider' ? provider : encodeURIComponent(provider)}`
export const providerBackPath = '/sign-in/back'

/** No page: a file beside work that earns credits. */
export const creditFilePath = (language: Language, placement: string, file: string): string =>
  `${pathTo('credits', language).replace(/\/\/.*/, '')}/${part(placement)}/${language === 'nl' ? 'studiepunten/bestand' : 'credits/file'}/${part(file)}`
const part = (text: string): string => (text.startsWith(':') ? text : encodeURIComponent(text))

/** No page: a handover kit as JSON. */
export const kitFilePath = (language: Language, kit: string): string =>
  `${pathTo('kits', language)}/${part(kit)}/${language === 'nl' ? 'draaiboek' : 'kit'}.json`

export function languageOfPath(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'nl'
}

/** A path of this site, safe to send somebody back to; anything else gives `otherwise`. */
export function safeReturn(path: FormDataEntryValue | null, otherwise: string): string {
  return typeof path === 'string' && /^\/(nl|en)(\/|\?|#|$)/.test(path) ? path : otherwise
}

/**
 * The address of the page that is asked. With a script the router asks for `/nl/profiel.data?_routes=...`: that is the same
 * page, and must lead to the same links and redirects.
 */
export function pageUrl(request: Request): URL {
  const url = new URL(request.url)
  url.pathname = url.pathname.replace(/(\/_root|\/_)?\.data$/, '') || '/'
  url.searchParams.delete('_routes')
  url.searchParams.delete('index')
  return url
}
