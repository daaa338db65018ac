/** Profile pictures of technicians: taken in, cut to a square, and shown. */
export { picturesRoutes } from './pictures.routes.ts';
