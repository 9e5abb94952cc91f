import type { OrganisationKind, Role, Scope } from './actor.ts'

/**
 * Who gets something:
 * - `everybody`: also who is not signed in
 * - `self`: the person whom the object is about
 * - a role: members of the object's organisation with this role (an owner has every role); with `@kind` only where the organisation is of that kind
 * - `key:<scope>`: a key of the object's organisation with this scope
 * - `adviser-of`: an adviser whom the person of the object agreed to, now
 * - `circle`: somebody who was named in the circle of a confidential case; `circle-lead`: one of them who leads it. An owner who was not named has neither
 * - `administrator`: who keeps this site
 */
export type Grant =
  | 'everybody'
  | 'self'
  | Role
  | `${Role}@${OrganisationKind}`
  | `key:${Scope}`
  | 'adviser-of'
  | 'circle'
  | 'circle-lead'
  | 'administrator'

/** Who looks after programmes and the people in them. */
const educatorStaff = [
  'owner@educator',
  'studyCoach@educator',
  'coordinator@educator',
  'owner@school',
  'studyCoach@school',
  'coordinator@school',
] as const

/** Who hands an initiative over, or takes one over. */
const handoverStaff = [
  'owner@region',
  'coordinator@region',
  'owner@branch',
  'coordinator@branch',
  'owner@educator',
  'coordinator@educator',
  'owner@school',
  'coordinator@school',
] as const

/**
 * The permission table: who may do what. Every action of every endpoint and page stands here once; what is not here cannot be asked for. The
 * object of an action is named in words beside it.
 */
export const permissions = {
  // About oneself: the object is the person.
  'account.read': ['self'],
  'account.change': ['self'],
  'session.end': ['self'],
  'profile.read': ['self'],
  'profile.change': ['self'],
  'consent.read': ['self'],
  'consent.change': ['self'],
  'data.export': ['self'],
  'data.erase': ['self'],
  'plan.keep': ['self'],
  'plan.read': ['self', 'adviser-of'],
  'need.read': ['self'],
  'need.change': ['self'],
  // Needs that a person released to the organisation of the object.
  'need.readReleased': ['owner', 'recruiter', 'practiceSupervisor', 'studyCoach', 'adviser'],

  // Credentials that somebody keeps as evidence: the object is the person. Anybody may have one checked; nothing of it is kept.
  'credential.check': ['everybody'],
  'credential.read': ['self'],
  'credential.import': ['self'],
  'credential.remove': ['self'],
  'credential.release': ['self'],
  // What people released to the organisation's training register.
  'credential.register': ['owner', 'coordinator'],

  // Organisations.
  'organisation.read': ['everybody'],
  'organisation.create': ['self'],
  'organisation.change': ['owner'],
  'organisation.close': ['owner'],
  'organisation.verify': ['administrator'],
  'member.read': ['owner', 'recruiter', 'practiceSupervisor', 'studyCoach', 'assessor', 'coordinator', 'analyst', 'adviser'],
  'member.invite': ['owner'],
  'member.change': ['owner'],
  'member.leave': ['self'],
  'invitation.accept': ['self'],
  'tie.propose': ['owner@branch', 'owner@region', 'coordinator@branch', 'coordinator@region'],
  'tie.agree': ['owner'],
  // The object is either side of the tie.
  'tie.end': ['owner', 'coordinator@branch', 'coordinator@region'],
  'organisation.onboard': ['owner@branch', 'owner@region', 'coordinator@branch', 'coordinator@region'],
  'key.read': ['owner'],
  'key.change': ['owner'],

  // Vacancies of an organisation's desk.
  // A key that may write is answered with what it wrote.
  'vacancy.list': ['owner', 'recruiter', 'analyst', 'key:vacancies:read', 'key:vacancies:write'],
  'vacancy.write': [
    'owner@employer',
    'recruiter@employer',
    'owner@public',
    'recruiter@public',
    'owner@educator',
    'recruiter@educator',
    'key:vacancies:write',
  ],
  'vacancy.people': ['owner@employer', 'recruiter@employer', 'owner@public', 'recruiter@public', 'key:people:read'],

  // Programmes of the desk of an educator or school.
  'programme.list': [...educatorStaff, 'assessor@educator', 'assessor@school', 'key:programmes:read', 'key:programmes:write'],
  'programme.write': [...educatorStaff, 'key:programmes:write'],

  // Introductions: between a person and an organisation.
  'introduction.propose': ['self', 'owner', 'recruiter', 'adviser-of', 'key:introductions:write'],
  'introduction.read': ['self', 'owner', 'recruiter', 'key:introductions:read'],
  'introduction.answer': ['self', 'owner', 'recruiter', 'key:introductions:write'],
  'introduction.release': ['self'],
  'introduction.message': ['self', 'owner', 'recruiter'],
  'introduction.report': ['self', 'owner', 'recruiter'],
  'report.read': ['administrator'],
  'report.settle': ['administrator'],
  // With the signed link of a mail.
  'followUp.answer': ['everybody'],

  // Advisers: the object is a person who agreed, and the adviser's organisation.
  'advice.read': ['self', 'adviser-of'],
  'advice.note': ['self', 'adviser-of'],
  'advice.suggest': ['adviser-of'],
  // The actor's own list: of whom they advise, and of who advises them.
  'advice.list': ['self'],

  // A confidential case for people whose job is at risk.
  'case.open': [
    'owner@employer',
    'coordinator@employer',
    'owner@region',
    'coordinator@region',
    'owner@branch',
    'coordinator@branch',
    'owner@public',
    'coordinator@public',
    'adviser@public',
  ],
  'case.read': ['circle'],
  // What plans are made to.
  'case.offer': ['circle'],
  'case.change': ['circle-lead'],
  // The actor's own: the list of their cases, whether they take part, and what they see then.
  'case.list': ['self'],
  'case.join': ['self'],
  'case.answer': ['self'],

  // Senior hours: of those who guide people that learn.
  'seniorHours.read': ['owner', 'practiceSupervisor', 'studyCoach', 'assessor', 'coordinator'],
  'seniorHours.change': ['owner', 'coordinator'],

  // Which cohorts a region opens.
  'choice.read': ['owner@region', 'coordinator@region', 'analyst@region', 'owner@branch', 'coordinator@branch', 'analyst@branch'],
  'choice.change': [
    'owner@region',
    'coordinator@region',
    'analyst@region',
    'owner@branch',
    'coordinator@branch',
    'analyst@branch',
  ],

  // Badges that an organisation issues. An employer issues those of work that it confirmed.
  'badge.issue': [
    'owner@educator',
    'assessor@educator',
    'owner@school',
    'assessor@school',
    'owner@employer',
    'practiceSupervisor@employer',
    'key:credentials:write',
  ],
  'badge.revoke': [
    'owner@educator',
    'assessor@educator',
    'owner@school',
    'assessor@school',
    'owner@employer',
    'practiceSupervisor@employer',
    'key:credentials:write',
  ],
  'badge.read': ['owner', 'assessor', 'studyCoach', 'coordinator', 'practiceSupervisor', 'key:credentials:write'],
  // The actor's own badges: the list of them, and what is done with one.
  'badge.answer': ['self'],

  // Enrolments: of a person in a start of an educator's programme.
  'enrolment.apply': ['self'],
  // The actor's own list.
  'enrolment.list': ['self'],
  'enrolment.read': ['self', ...educatorStaff, 'key:enrolments:read'],
  // What the person decides: yes to a place, withdrawing, what is seen of them.
  'enrolment.answer': ['self'],
  'enrolment.stop': ['self', ...educatorStaff, 'key:enrolments:write'],
  // Steps of the admission, admitting, a no, starting and completing.
  'enrolment.decide': [...educatorStaff, 'key:enrolments:write'],
  // Places, the days on which one can apply, and who takes part in a start; the admission steps of a programme.
  'enrolment.setUp': [...educatorStaff, 'key:enrolments:write'],

  // Outcomes of an organisation's own programmes: seeing them on its desk, and saying them.
  'outcome.read': [...educatorStaff],
  'outcome.report': [...educatorStaff],
  // Of one's own enrolment: a question that is asked once, and of which the answer is not kept.
  'outcome.answer': ['self'],
  // Which organisation runs an initiative of the catalogue.
  'initiative.run': ['administrator'],

  // Handover kits: what an organisation hands over, and its copies of what others did.
  'kit.write': [...handoverStaff],
  'kit.takeOver': [...handoverStaff],

  // Work that earns credits: the object is a placement, asked for the side of the actor: its school, or its employer.
  'ledger.read': ['self', 'owner', 'coordinator', 'studyCoach', 'assessor', 'practiceSupervisor', 'key:credits:read'],
  'activity.read': ['self', 'owner', 'coordinator', 'studyCoach', 'assessor', 'practiceSupervisor'],
  'activity.write': ['self'],
  // Of the employer; never of the school.
  'activity.confirm': ['owner', 'practiceSupervisor'],
  // Of the school; never of the employer.
  'award.give': ['owner', 'assessor'],
  'award.withdraw': ['owner', 'assessor'],
  'unit.read': ['owner', 'coordinator', 'studyCoach', 'assessor'],
  'unit.write': ['owner', 'coordinator', 'studyCoach'],

  // Placements: the object is one, with the person and the organisation of the side for which somebody acts.
  'placement.read': [
    'self',
    'owner',
    'coordinator@educator',
    'studyCoach@educator',
    'assessor@educator',
    'coordinator@school',
    'studyCoach@school',
    'assessor@school',
    'recruiter@employer',
    'practiceSupervisor@employer',
    'recruiter@public',
    'practiceSupervisor@public',
    'coordinator@public',
    'adviser@public',
    'coordinator@region',
    'adviser@region',
    'coordinator@branch',
    'adviser@branch',
    'key:placements:read',
  ],
  // An employer drafts only for who gave it the number of their enrolment; only the school makes the text of it.
  'placement.propose': [
    'owner@educator',
    'coordinator@educator',
    'studyCoach@educator',
    'owner@school',
    'coordinator@school',
    'studyCoach@school',
    'owner@employer',
    'recruiter@employer',
    'owner@public',
    'recruiter@public',
  ],
  'placement.invite': [...educatorStaff],
  // What a draft says; an addendum to what was signed.
  'placement.change': [
    'owner@educator',
    'coordinator@educator',
    'studyCoach@educator',
    'owner@school',
    'coordinator@school',
    'studyCoach@school',
  ],
  // Another supervisor, or coach.
  'placement.people': [
    'owner@educator',
    'coordinator@educator',
    'studyCoach@educator',
    'owner@school',
    'coordinator@school',
    'studyCoach@school',
    'owner@employer',
    'recruiter@employer',
    'owner@public',
    'recruiter@public',
  ],
  // Signing, and taking back what not all have signed.
  'placement.sign': [
    'self',
    'owner',
    'coordinator@educator',
    'studyCoach@educator',
    'coordinator@school',
    'studyCoach@school',
    'recruiter@employer',
    'recruiter@public',
    'coordinator@public',
    'adviser@public',
    'coordinator@region',
    'adviser@region',
    'coordinator@branch',
    'adviser@branch',
  ],
  // Standing still, going on and stopping.
  'placement.pause': [
    'self',
    'owner@educator',
    'coordinator@educator',
    'studyCoach@educator',
    'owner@school',
    'coordinator@school',
    'studyCoach@school',
    'owner@employer',
    'recruiter@employer',
    'owner@public',
    'recruiter@public',
  ],
  // Hours of a week, and leave.
  'placement.note': ['self', 'owner@employer', 'practiceSupervisor@employer', 'owner@public', 'practiceSupervisor@public'],
  'placement.confirm': ['owner@employer', 'practiceSupervisor@employer', 'owner@public', 'practiceSupervisor@public'],
  // Of a school: weeks without lessons, and which employers are recognised.
  'placement.school': [
    'owner@educator',
    'coordinator@educator',
    'studyCoach@educator',
    'owner@school',
    'coordinator@school',
    'studyCoach@school',
  ],
  // How oneself is reminded.
  'placement.wish': ['self'],

  // Cohorts. The educator: all of it. An employer that was asked: its own places, and people without a name. A person: their own.
  'cohort.read': [...educatorStaff, 'key:cohorts:read'],
  'cohort.change': [...educatorStaff, 'key:cohorts:write'],
  'cohort.offer': [
    'owner@employer',
    'recruiter@employer',
    'practiceSupervisor@employer',
    'owner@public',
    'recruiter@public',
    'practiceSupervisor@public',
  ],
  'cohort.join': ['self'],
  // The actor's own: what they and their organisations have to do with.
  'cohort.list': ['self'],
  // Of a region: counts.
  'cohort.counts': ['owner@region', 'coordinator@region'],

  // The site itself.
  'mail.read': ['administrator'],
  'audit.read': ['administrator'],
} as const satisfies Record<string, readonly Grant[]>

export type Action = keyof typeof permissions
