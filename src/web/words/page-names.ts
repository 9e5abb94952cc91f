import type { Language } from '../../modules/skills/index.ts'
import type { Page } from '../paths.ts'
import { accountWords } from './account.ts'
import { adminWords } from './admin.ts'
import { adviceWords } from './advice.ts'
import { credentialWords } from './credentials.ts'
import { cvWords } from './cv.ts'
import { dataRightsWords } from './data-rights.ts'
import { displayWords } from './display.ts'
import { enrolmentWords } from './enrolments.ts'
import { introductionsWords } from './introductions.ts'
import { mailWords } from './mail.ts'
import { orgDeskWords } from './org-desk.ts'
import { partsWords } from './parts.ts'
import { placementWords } from './placement.ts'
import { reportsWords } from './reports.ts'
import { shellWords } from './shell.ts'

/** What a page is called in links; for pages without an address of their own, the site. */
export function pageName(page: Page, language: Language): string {
  const { nav, find, about } = shellWords[language]
  const others: Partial<Record<Page, string>> = {
    cv: cvWords[language].title,
    accountEmail: accountWords[language].newEmail.title,
    heldCredentials: credentialWords[language].held.title,
    credentialCheck: credentialWords[language].check.title,
    trainingRegister: credentialWords[language].register.nav,
    parts: partsWords[language].title,
    display: displayWords[language].title,
    orgInvitation: orgDeskWords[language].invitation.title,
    orgDomain: orgDeskWords[language].domain.title,
    admin: adminWords[language].title,
    adviser: adviceWords[language].title,
    mailOutbox: mailWords[language].outbox.title,
    unsubscribe: mailWords[language].unsubscribe.title,
    enrolments: enrolmentWords[language].title,
    placements: placementWords[language].title,
    introductions: introductionsWords[language].title,
    reports: reportsWords[language].title,
    dataDownload: dataRightsWords[language].download.title,
    dataErase: dataRightsWords[language].erase.title,
  }
  const named: Readonly<Partial<Record<string, string>>> = { ...others, ...find, ...about, ...nav }
  return named[page] ?? 'Schakel'
}
