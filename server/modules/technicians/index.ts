/** The people who work for the company and sign in to the console. */
export { addTechnician, type NewTechnician } from './add-technician.ts';
export { changeEmail } from './change-email.ts';
export { changeOwnProfile } from './change-own-profile.ts';
export { internationalPhone, Phone, PhoneRegion } from './phone.rules.ts';
export { pictureUrl } from './picture-url.ts';
export {
  findPasswordHash,
  holdForSignIn,
  noteSignIn,
  setPassword,
} from './technician-passwords.ts';
export { changePictureKey } from './technician-picture.ts';
export { holdTechnician } from './technicians.queries.ts';
export { techniciansRoutes } from './technicians.routes.ts';
export { seesTicketsOf } from './technicians.rules.ts';
export {
  fullNameOf,
  getTechnician,
  listTechnicians,
  listTicketReaders,
  type Technician,
} from './technicians.ts';
