export { createVacancyAlerts, type VacancyAlerts } from './create-vacancy-alerts.ts'
export { type AlertPart, alertPartSchema, type VacancyAlert } from './vacancy-alert.ts'
