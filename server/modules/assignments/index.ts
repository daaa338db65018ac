/** Who has which open tickets, when people and roles change. Stands below both. */
export { orderAssignmentNews, ticketsAssigned } from './assignment-news.ts';
export { assignmentsJobs } from './assignments.jobs.ts';
export { customersOfOpenTickets } from './assignments.queries.ts';
export { handOver, releaseUnseen } from './hand-over.ts';
