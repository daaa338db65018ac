/** That a domain is a tenant's: proven by a TXT record, and looked at again every day. */
export {
  type DomainNameRefusal,
  isApex,
  isAtOrBelow,
  readDomainName,
} from './domain-name.rules.ts';
export {
  domainCheck,
  domainProofsScheduledJobs,
  orderDomainCheck,
  orderDueChecks,
} from './domain-proofs.jobs.ts';
export {
  type DomainProof,
  deleteUnusedProof,
  findProof,
  isOnlyTenant,
  setNextCheck,
} from './domain-proofs.queries.ts';
export { askForProof, checkProof, isNothingThere, proofRecord } from './domain-proofs.ts';
export { nextCheckAt } from './proof.rules.ts';
