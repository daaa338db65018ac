import type { Language } from '#shared/languages.ts';

/** Who works at the demo company. All addresses end in .example, which never leads to anybody. */
export const TECHNICIANS = [
  { firstName: 'Anna', lastName: 'Keller', language: 'de', isAdmin: true },
  { firstName: 'Luca', lastName: 'Bernasconi', language: 'it', isAdmin: false },
  { firstName: 'Sophie', lastName: 'Martin', language: 'fr', isAdmin: false },
  { firstName: 'Daniel', lastName: 'Ortega', language: 'es', isAdmin: false },
] as const satisfies readonly {
  firstName: string;
  lastName: string;
  language: Language;
  isAdmin: boolean;
}[];

/** The same for all of them: each has his own name and address in it. */
export const SIGNATURE =
  '<p><strong>{[Technician Full Name]}</strong></p><p><span style="color:#2f6db5">{[Company Name]}</span></p><p><a href="mailto:{[Technician Email]}">{[Technician Email]}</a> · {[Technician Phone]}</p><p>{[Portal Address]}</p>';

export interface DemoCustomer {
  name: string;
  domains: string[];
  language: Language;
  phone: string;
  notes: string;
  people: number;
}

export const CUSTOMERS: readonly DemoCustomer[] = [
  {
    name: 'Alpenblick Hotels AG',
    domains: ['alpenblick-hotels.example', 'hotel-alpenblick.example'],
    language: 'de',
    phone: '+41 81 555 01 20',
    notes: 'Three hotels, one network. In the season nothing is restarted between 7 and 22.',
    people: 9,
  },
  {
    name: 'Brückner Maschinenbau GmbH',
    domains: ['brueckner-maschinenbau.example'],
    language: 'de',
    phone: '+49 711 5550 310',
    notes: 'Machines on the shop floor have a network of their own: ask before touching it.',
    people: 8,
  },
  {
    name: 'Kanzlei Weber & Partner',
    domains: ['weber-partner.example'],
    language: 'de',
    phone: '+41 44 555 07 70',
    notes: 'Lawyers: remote sessions only while somebody watches the screen.',
    people: 6,
  },
  {
    name: 'Boulangerie Lefèvre SARL',
    domains: ['boulangerie-lefevre.example'],
    language: 'fr',
    phone: '+33 4 55 50 12 40',
    notes: 'Opens at five. Reachable by phone until two in the afternoon.',
    people: 5,
  },
  {
    name: 'Atelier Moreau Architectes',
    domains: ['atelier-moreau.example'],
    language: 'fr',
    phone: '+41 22 555 66 10',
    notes: '',
    people: 7,
  },
  {
    name: 'Studio Legale Bianchi',
    domains: ['studiobianchi.example'],
    language: 'it',
    phone: '+39 02 5550 4410',
    notes: '',
    people: 5,
  },
  {
    name: 'Officine Ferraro SpA',
    domains: ['officineferraro.example'],
    language: 'it',
    phone: '+39 011 5550 9920',
    notes: 'Night shift until 22:00, on call through the reception.',
    people: 8,
  },
  {
    name: 'Viajes Mediterráneo SL',
    domains: ['viajes-mediterraneo.example'],
    language: 'es',
    phone: '+34 93 555 02 15',
    notes: '',
    people: 6,
  },
  {
    name: 'Clínica San Rafael',
    domains: ['clinicasanrafael.example'],
    language: 'es',
    phone: '+34 91 555 08 80',
    notes: 'Patient data: no screenshots of the practice software in tickets.',
    people: 8,
  },
  {
    name: 'Northwind Logistics Ltd',
    domains: ['northwind-logistics.example', 'northwind-drivers.example'],
    language: 'en',
    phone: '+44 161 555 0142',
    notes: 'Gold contract: first answer within one hour, around the clock.',
    people: 9,
  },
  {
    name: 'Harbour & Finch Accountants',
    domains: ['harbour-finch.example'],
    language: 'en',
    phone: '+44 117 555 0190',
    notes: 'Busy from January to March: no changes in that time.',
    people: 6,
  },
  {
    name: 'Greenfield Primary School',
    domains: ['greenfield-school.example'],
    language: 'en',
    phone: '+44 1865 555 017',
    notes: 'Visits after three, when the lessons are over.',
    people: 5,
  },
];

export const PEOPLE: Record<Language, { first: string[]; last: string[]; jobs: string[] }> = {
  en: {
    first: ['Emily', 'James', 'Olivia', 'Thomas', 'Grace', 'Oliver', 'Hannah', 'Samuel', 'Amelia'],
    last: ['Carter', 'Hughes', 'Bennett', 'Foster', 'Walsh', 'Reid', 'Palmer', 'Shaw', 'Doyle'],
    jobs: ['Office Manager', 'Accountant', 'Warehouse Lead', 'Teacher', 'Dispatcher', 'Director'],
  },
  de: {
    first: ['Lena', 'Markus', 'Petra', 'Jürgen', 'Nina', 'Stefan', 'Katrin', 'Björn', 'Simone'],
    last: ['Brunner', 'Hofmann', 'Zürcher', 'Schäfer', 'Vogel', 'Graf', 'Lehmann', 'Frei', 'Roth'],
    jobs: ['Empfang', 'Buchhaltung', 'Geschäftsleitung', 'Einkauf', 'Technik', 'Assistenz'],
  },
  fr: {
    first: ['Camille', 'Hélène', 'Antoine', 'Chloé', 'Mathieu', 'Aurélie', 'François', 'Inès'],
    last: ['Dubois', 'Lefèvre', 'Girard', 'Fontaine', 'Rousseau', 'Mercier', 'Besançon', 'Noël'],
    jobs: ['Comptabilité', 'Direction', 'Architecte', 'Accueil', 'Production', 'Assistante'],
  },
  it: {
    first: ['Giulia', 'Marco', 'Chiara', 'Alessandro', 'Niccolò', 'Elena', 'Davide', 'Francesca'],
    last: ['Bianchi', 'Ferraro', 'Conti', 'Esposito', 'Marchetti', 'Galli', 'Colombo', 'Rinaldi'],
    jobs: ['Amministrazione', 'Avvocato', 'Segreteria', 'Produzione', 'Acquisti', 'Direzione'],
  },
  es: {
    first: ['Lucía', 'Javier', 'Carmen', 'Álvaro', 'Begoña', 'Raúl', 'Inés', 'Sergio', 'Nuria'],
    last: ['García', 'Muñoz', 'Navarro', 'Ibáñez', 'Peña', 'Vidal', 'Serrano', 'Ortiz', 'Cano'],
    jobs: ['Administración', 'Recepción', 'Enfermería', 'Ventas', 'Dirección', 'Contabilidad'],
  },
};

/** Names that stories fill in; those of folders are in the customer's language. */
export const FOLDERS: Record<Language, string[]> = {
  en: ['Projects', 'Finance', 'Contracts', 'Marketing'],
  de: ['Projekte', 'Finanzen', 'Verträge', 'Personal'],
  fr: ['Projets', 'Comptabilité', 'Contrats', 'Chantiers'],
  it: ['Progetti', 'Contabilità', 'Contratti', 'Produzione'],
  es: ['Proyectos', 'Contabilidad', 'Contratos', 'Recepción'],
};
export const APPS = ['Nova ERP', 'PlanDraft CAD', 'DocuFlow', 'StockPilot', 'PayRoll Plus'];
