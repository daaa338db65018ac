/** The client companies, and the mail domains by which their people are known. */
export { createCustomer } from './create-customer.ts';
export { isFreeMailDomain } from './customer-domain.rules.ts';
export { findCustomerByDomain, setIncludesSubdomains } from './customer-domains.ts';
export { customersRoutes } from './customers.routes.ts';
export { getCustomer, setCustomerArchived } from './customers.ts';
export { requireReachable } from './reachable-customer.ts';
