/** Of everybody who can sign in to the filled database. It is on 127.0.0.1 and holds made-up words. */
export const PASSWORD = 'Bench-Password-1';
export const technicianEmail = (slug: string, number = 1) => `tech${number}@${slug}.test`;
export const contactUsername = (number: number) => `person${number}`;
