/**
 * Which action of the permission table each page and each of its buttons is. The modules ask for that permission; here it is said a second time, so
 * that a test can try every page and button as everybody and compare (`test/permissions`).
 */

import type { PageActions } from './page-actions.ts'
import type { Page } from './paths.ts'
import { learningPages } from './permissions-learning.ts'

const open = { loader: 'public', intents: {} } as const satisfies PageActions

/** Every page of `paths.ts`: a test says which one is missing. */
export const pageActions: Readonly<Partial<Record<Page, PageActions>>> = {
  home: open,
  profile: {
    loader: 'public',
    intents: {
      addOccupation: 'public',
      removeOccupation: 'public',
      answer: 'public',
      answers: 'public',
      terms: 'public',
      goal: 'public',
      example: 'public',
      keepTrial: 'public',
      remove: 'public',
    },
  },
  cv: { loader: 'public', intents: { post: 'public', confirm: 'public' } },
  doors: open,
  plans: open,
  plan: { loader: 'public', intents: { keep: 'plan.keep' } },
  vacancies: open,
  vacancy: { loader: 'public', intents: { ask: 'introduction.propose' } },
  whyNot: open,
  vacancyCheck: {
    loader: 'public',
    intents: {
      check: 'public',
      accept: 'public',
      acceptAll: 'public',
      allow: 'public',
      change: 'public',
      generate: 'public',
      undo: 'public',
      remove: 'public',
    },
  },
  programmes: open,
  programme: open,
  money: open,
  occupations: open,
  occupation: open,
  initiatives: open,
  initiative: open,
  algorithm: open,
  howItWorks: open,
  yourData: {
    loader: 'public',
    intents: { consents: 'consent.change', adviser: 'consent.change', adviserStop: 'consent.change' },
  },
  dataUse: open,
  sources: open,
  accessibility: open,
  parts: open,
  display: { loader: 'public', intents: { post: 'public' } },
  organisations: { loader: 'public', intents: { create: 'organisation.create' } },
  orgInvitation: { loader: 'invitation.accept', intents: { accept: 'invitation.accept' } },
  orgDomain: { loader: 'organisation.change', intents: { confirm: 'organisation.change' } },
  organisation: { loader: 'organisation.read', intents: { proposeTie: 'tie.propose' } },
  orgDetails: {
    loader: 'member.read',
    intents: {
      change: 'organisation.change',
      askDomain: 'organisation.change',
      agreeTie: 'tie.agree',
      endTie: 'tie.end',
      leave: 'member.leave',
      close: 'organisation.close',
    },
  },
  orgPeople: {
    loader: 'member.read',
    intents: { invite: 'member.invite', withdraw: 'member.invite', changeRoles: 'member.change', remove: 'member.change' },
  },
  orgKeys: { loader: 'key.read', intents: { create: 'key.change', rotate: 'key.change', revoke: 'key.change' } },
  orgOnboarding: { loader: 'organisation.onboard', intents: { read: 'organisation.onboard', run: 'organisation.onboard' } },
  admin: { loader: 'organisation.verify', intents: { checked: 'organisation.verify', refused: 'organisation.verify' } },
  mailOutbox: { loader: 'mail.read', intents: {} },
  // With the signed link of a mail.
  unsubscribe: { loader: 'public', intents: { stop: 'public', again: 'public' } },
  signIn: { loader: 'public', intents: { ask: 'public', demo: 'public' } },
  // With the secret of a mailed link, in the browser that asked for it.
  signInOpen: { loader: 'public', intents: { post: 'public' } },
  signInChoice: { loader: 'profile.read', intents: { keep: 'profile.read', take: 'profile.change' } },
  account: {
    loader: 'account.read',
    // Signing out without being signed in leads to the same page.
    intents: {
      change: 'account.change',
      newEmail: 'account.change',
      endSession: 'session.end',
      signOut: 'public',
      signOutEverywhere: 'session.end',
    },
  },
  accountEmail: { loader: 'account.read', intents: { post: 'account.change' } },
  desk: { loader: 'member.read', intents: { create: 'vacancy.write' } },
  deskVacancy: {
    loader: 'vacancy.list',
    intents: {
      publish: 'vacancy.write',
      pause: 'vacancy.write',
      goOn: 'vacancy.write',
      fill: 'vacancy.write',
      close: 'vacancy.write',
      duplicate: 'vacancy.write',
      remove: 'vacancy.write',
      text: 'vacancy.write',
      terms: 'vacancy.write',
      skills: 'vacancy.write',
      addSkill: 'vacancy.write',
      readAgain: 'vacancy.write',
      accept: 'vacancy.write',
      acceptAll: 'vacancy.write',
      allow: 'vacancy.write',
      change: 'vacancy.write',
    },
  },
  deskPeople: { loader: 'vacancy.people', intents: { invite: 'introduction.propose' } },
  myDesk: { loader: 'plan.read', intents: { remove: 'plan.keep', seen: 'plan.keep', mail: 'plan.keep' } },
  introductions: { loader: 'introduction.read', intents: {} },
  introduction: {
    loader: 'introduction.read',
    intents: {
      takeUp: 'introduction.answer',
      accept: 'introduction.answer',
      withdraw: 'introduction.answer',
      start: 'introduction.answer',
      hire: 'introduction.answer',
      agreeTraining: 'introduction.answer',
      decline: 'introduction.answer',
      message: 'introduction.message',
      release: 'introduction.release',
      takeBack: 'introduction.release',
      report: 'introduction.report',
    },
  },
  riskCases: { loader: 'case.list', intents: { open: 'case.open', join: 'case.join' } },
  riskCase: {
    loader: 'case.read',
    intents: {
      seat: 'case.change',
      unseat: 'case.change',
      leaveCircle: 'case.read',
      putOn: 'case.offer',
      takeOff: 'case.offer',
      invite: 'case.change',
      close: 'case.change',
    },
  },
  riskPart: { loader: 'case.answer', intents: { leave: 'case.join' } },
  reports: { loader: 'report.read', intents: { settle: 'report.settle' } },
  // With the signed link of a mail.
  howIsIt: {
    loader: 'followUp.answer',
    intents: { stillThere: 'followUp.answer', hours: 'followUp.answer', happy: 'followUp.answer' },
  },
  adviser: { loader: 'advice.list', intents: {} },
  advised: { loader: 'advice.read', intents: { note: 'advice.note', suggest: 'advice.suggest', stop: 'consent.change' } },
  dataDownload: { loader: 'data.export', intents: {} },
  dataErase: { loader: 'data.erase', intents: { erase: 'data.erase' } },
  dataErased: open,
  needs: { loader: 'need.read', intents: { set: 'need.change', release: 'need.change', withdraw: 'need.change' } },
  ...learningPages,
}

/** Addresses of the site that are no page, by the id of their route without its language. Everybody may ask them. */
export const otherRoutes: readonly string[] = [
  'root',
  'pages/start',
  'pages/algorithm-start',
  'pages/robots',
  'sitemap',
  'sitemap-part',
  'steps',
  'check-live',
  'check-file',
  // `activity.read`: beside a piece of work.
  'credit-file',
  // `seniorHours.read`: the hours of guides, as a file.
  'guides-file',
  // `programme.list`: what an educator has published, as a file.
  'teaching-file',
  // `data.export`, of oneself.
  'data-file',
  // `credential.register`, of an organisation.
  'register-file',
  'register-json',
  // A handover kit that was published, as a file.
  'kit-file',
  // A badge that its holder made public, and what its issuer publishes to check it with.
  'credential-document',
  'credential-file',
  'issuer-document',
  'sign-in-provider',
  'sign-in-back',
  'pages/not-found',
]
