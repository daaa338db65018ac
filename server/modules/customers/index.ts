/** The client companies, and the mail domains by which their people are known. */
export { createCustomer } from './create-customer.ts';
export { isFreeMailDomain, normaliseDomain } from './customer-domain.rules.ts';
export {
  addDomain,
  checkDomain,
  findCustomerByDomain,
  setIncludesSubdomains,
} from './customer-domains.ts';
export { customersRoutes } from './customers.routes.ts';
export { normaliseWebsite } from './customers.rules.ts';
export { changeCustomer, getCustomer, listCustomers, setCustomerArchived } from './customers.ts';
export type { CustomerView } from './customers.views.ts';
export { requireReachable } from './reachable-customer.ts';
