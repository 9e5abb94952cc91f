import { type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes'
import { languages, liveCheckPath, type Page, pages, stepsPath, vacancyFilePath } from './paths.ts'

const files: Record<Page, string> = {
  home: 'pages/home.tsx',
  profile: 'pages/profile.tsx',
  cv: 'pages/cv.tsx',
  doors: 'pages/doors.tsx',
  plans: 'pages/plans.tsx',
  plan: 'pages/plan.tsx',
  vacancies: 'pages/vacancies.tsx',
  vacancy: 'pages/vacancy.tsx',
  whyNot: 'pages/why-not.tsx',
  vacancyCheck: 'pages/vacancy-check.tsx',
  programmes: 'pages/programmes.tsx',
  programme: 'pages/programme.tsx',
  occupations: 'pages/occupations.tsx',
  occupation: 'pages/occupation.tsx',
  initiatives: 'pages/initiatives.tsx',
  initiative: 'pages/initiative.tsx',
  howItWorks: 'pages/how-it-works.tsx',
  yourData: 'pages/your-data.tsx',
  dataUse: 'pages/data-use.tsx',
  sources: 'pages/sources.tsx',
  accessibility: 'pages/accessibility.tsx',
  parts: 'pages/parts.tsx',
  display: 'pages/display.tsx',
}

function everyPage(): RouteConfigEntry[] {
  return languages.flatMap((language) =>
    (Object.keys(pages) as Page[]).map((page) =>
      // The id says which page this is: the language switch reads it.
      route(`${language}/${pages[page][language]}`, files[page], { id: `${page}.${language}` }),
    ),
  )
}

export default [
  route('/', 'pages/start.tsx'),
  route('robots.txt', 'pages/robots.ts'),
  route('sitemap.xml', 'pages/sitemap.ts', { id: 'sitemap' }),
  route('sitemaps/:part', 'pages/sitemap.ts', { id: 'sitemap-part' }),
  ...everyPage(),
  ...languages.map((language) => route(stepsPath(language), 'pages/steps.ts', { id: `steps.${language}` })),
  ...languages.map((language) => route(liveCheckPath(language), 'pages/vacancy-check-live.ts', { id: `check-live.${language}` })),
  ...languages.map((language) =>
    route(vacancyFilePath(language, ':file'), 'pages/vacancy-check-file.ts', { id: `check-file.${language}` }),
  ),
  route('*', 'pages/not-found.tsx'),
] satisfies RouteConfig
