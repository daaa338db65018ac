import type { paths } from './schema.d.ts';

/** What the server answers to a route, as openapi.json says. */
export type Answer<
  Path extends keyof paths,
  Method extends keyof paths[Path],
> = paths[Path][Method] extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: Status extends 200 | 201
        ? Responses[Status] extends { content: { 'application/json': infer Body } }
          ? Body
          : never
        : never;
    }[keyof Responses]
  : never;

/** What a route takes as its JSON body. */
export type Body<
  Path extends keyof paths,
  Method extends keyof paths[Path],
> = paths[Path][Method] extends { requestBody: { content: { 'application/json': infer Taken } } }
  ? Taken
  : never;

/** What a route takes after the question mark. */
export type Query<
  Path extends keyof paths,
  Method extends keyof paths[Path],
> = paths[Path][Method] extends { parameters: { query?: infer Taken } }
  ? NonNullable<Taken>
  : never;

export type Session = Answer<'/api/v1/session', 'get'>;
/** The password was right; one of these has to be shown next. */
export type PendingSignIn = Extract<Answer<'/api/v1/session', 'post'>, { secondFactor: unknown }>;
export type Technician = Answer<'/api/v1/technicians', 'get'>['items'][number];
export type TicketRow = Answer<'/api/v1/tickets', 'get'>['items'][number];
export type Ticket = Answer<'/api/v1/tickets/{number}', 'get'>;
export type TicketPatch = Omit<Body<'/api/v1/tickets/{number}', 'patch'>, 'version'>;
export type Message = Answer<'/api/v1/tickets/{number}/messages', 'get'>['items'][number];
export type Attachment = Message['attachments'][number];
export type TicketChange = Answer<'/api/v1/tickets/{number}/history', 'get'>['items'][number];
export type Customer = Answer<'/api/v1/customers/{id}', 'get'>;
export type Import = Answer<'/api/v1/imports/{id}', 'get'>;
export type ImportRow = Answer<'/api/v1/imports/{id}/rows', 'get'>['items'][number];
export type Contact = Answer<'/api/v1/contacts/{id}', 'get'>;
export type DeviceRow = Answer<'/api/v1/devices', 'get'>['items'][number];
export type Device = Answer<'/api/v1/devices/{id}', 'get'>;
export type DeviceGraph = Answer<'/api/v1/devices/{id}/graph', 'get'>;
export type DeviceChange = Answer<'/api/v1/devices/{id}/changes', 'get'>['items'][number];
export type EnrolmentToken = Answer<'/api/v1/enrolment-tokens', 'get'>['items'][number];
