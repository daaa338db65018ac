export interface paths {
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the setup link works, and whether nobody has used it yet
         * @description Who may: public.
         */
        get: {
            parameters: {
                query?: {
                    token?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            isOpen: boolean;
                            isNeeded: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Set up the first company with its Admin, who is signed in by it
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        companyName: string;
                        firstName: string;
                        lastName: string;
                        /** Format: email */
                        email: string;
                        password: string;
                        /** @enum {string} */
                        language: "en" | "fr" | "de" | "it" | "es";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            technician: {
                                id: number;
                                email: string;
                                firstName: string;
                                lastName: string;
                                pictureUrl: string | null;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                timeZone: string | null;
                                /** @enum {string} */
                                defaultPage: "dashboard" | "tickets" | "customers" | "devices" | "alerts";
                                /** @enum {string} */
                                theme: "auto" | "light" | "dark";
                                /** @enum {string} */
                                density: "comfortable" | "compact";
                                role: {
                                    id: number;
                                    name: string;
                                    builtIn: ("admin" | "technician") | null;
                                };
                            };
                            permissions: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                            provedAt: string | null;
                            mustSetUpTwoFactor: boolean;
                            /** @description The role shows chosen customers only; what belongs to none is not among it */
                            isLimitedToCustomers: boolean;
                            company: {
                                id: number;
                                name: string;
                                slug: string;
                                portalAddress: string;
                                supportAddress: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The portal address that a company of this name would get
         * @description Who may: public.
         */
        get: {
            parameters: {
                query: {
                    token: string;
                    companyName: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            portalAddress: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, and what he may
         * @description Who may: newcomer.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            technician: {
                                id: number;
                                email: string;
                                firstName: string;
                                lastName: string;
                                pictureUrl: string | null;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                timeZone: string | null;
                                /** @enum {string} */
                                defaultPage: "dashboard" | "tickets" | "customers" | "devices" | "alerts";
                                /** @enum {string} */
                                theme: "auto" | "light" | "dark";
                                /** @enum {string} */
                                density: "comfortable" | "compact";
                                role: {
                                    id: number;
                                    name: string;
                                    builtIn: ("admin" | "technician") | null;
                                };
                            };
                            permissions: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                            provedAt: string | null;
                            mustSetUpTwoFactor: boolean;
                            /** @description The role shows chosen customers only; what belongs to none is not among it */
                            isLimitedToCustomers: boolean;
                            company: {
                                id: number;
                                name: string;
                                slug: string;
                                portalAddress: string;
                                supportAddress: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Sign in; who has a second factor is asked for it before there is a session
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            technician: {
                                id: number;
                                email: string;
                                firstName: string;
                                lastName: string;
                                pictureUrl: string | null;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                timeZone: string | null;
                                /** @enum {string} */
                                defaultPage: "dashboard" | "tickets" | "customers" | "devices" | "alerts";
                                /** @enum {string} */
                                theme: "auto" | "light" | "dark";
                                /** @enum {string} */
                                density: "comfortable" | "compact";
                                role: {
                                    id: number;
                                    name: string;
                                    builtIn: ("admin" | "technician") | null;
                                };
                            };
                            permissions: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                            provedAt: string | null;
                            mustSetUpTwoFactor: boolean;
                            /** @description The role shows chosen customers only; what belongs to none is not among it */
                            isLimitedToCustomers: boolean;
                            company: {
                                id: number;
                                name: string;
                                slug: string;
                                portalAddress: string;
                                supportAddress: string;
                            };
                        } | {
                            secondFactor: ("totp" | "passkey" | "recoveryCode")[];
                        };
                    };
                };
            };
        };
        /**
         * Sign out
         * @description Who may: newcomer.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show again that you know your password, for what needs a fresh proof
         * @description Who may: newcomer.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            technician: {
                                id: number;
                                email: string;
                                firstName: string;
                                lastName: string;
                                pictureUrl: string | null;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                timeZone: string | null;
                                /** @enum {string} */
                                defaultPage: "dashboard" | "tickets" | "customers" | "devices" | "alerts";
                                /** @enum {string} */
                                theme: "auto" | "light" | "dark";
                                /** @enum {string} */
                                density: "comfortable" | "compact";
                                role: {
                                    id: number;
                                    name: string;
                                    builtIn: ("admin" | "technician") | null;
                                };
                            };
                            permissions: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                            provedAt: string | null;
                            mustSetUpTwoFactor: boolean;
                            /** @description The role shows chosen customers only; what belongs to none is not among it */
                            isLimitedToCustomers: boolean;
                            company: {
                                id: number;
                                name: string;
                                slug: string;
                                portalAddress: string;
                                supportAddress: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where you are signed in
         * @description Who may: technician.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                isCurrent: boolean;
                                browser: string | null;
                                system: string | null;
                                userAgent: string | null;
                                ip: string | null;
                                signedInAt: string;
                                lastSeenAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Sign out everywhere else
         * @description Who may: technician.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out one of your sessions
         * @description Who may: technician.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where you are signed in
         * @description Who may: contact.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                isCurrent: boolean;
                                browser: string | null;
                                system: string | null;
                                userAgent: string | null;
                                ip: string | null;
                                signedInAt: string;
                                lastSeenAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Sign out everywhere else
         * @description Who may: contact.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out one of your sessions
         * @description Who may: contact.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a sign-in whose password was right
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        factor: "totp";
                        code: string;
                    } | {
                        /** @enum {string} */
                        factor: "recoveryCode";
                        code: string;
                    } | {
                        /** @enum {string} */
                        factor: "passkey";
                        credential: {
                            id: string;
                            rawId: string;
                            /** @enum {string} */
                            type: "public-key";
                            response: {
                                clientDataJSON: string;
                                authenticatorData: string;
                                signature: string;
                                userHandle?: string | null;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            technician: {
                                id: number;
                                email: string;
                                firstName: string;
                                lastName: string;
                                pictureUrl: string | null;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                timeZone: string | null;
                                /** @enum {string} */
                                defaultPage: "dashboard" | "tickets" | "customers" | "devices" | "alerts";
                                /** @enum {string} */
                                theme: "auto" | "light" | "dark";
                                /** @enum {string} */
                                density: "comfortable" | "compact";
                                role: {
                                    id: number;
                                    name: string;
                                    builtIn: ("admin" | "technician") | null;
                                };
                            };
                            permissions: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                            provedAt: string | null;
                            mustSetUpTwoFactor: boolean;
                            /** @description The role shows chosen customers only; what belongs to none is not among it */
                            isLimitedToCustomers: boolean;
                            company: {
                                id: number;
                                name: string;
                                slug: string;
                                portalAddress: string;
                                supportAddress: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a browser needs to take the second step with a passkey (WebAuthn)
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a browser needs to sign in with a passkey alone (WebAuthn)
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a passkey alone
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        credential: {
                            id: string;
                            rawId: string;
                            /** @enum {string} */
                            type: "public-key";
                            response: {
                                clientDataJSON: string;
                                authenticatorData: string;
                                signature: string;
                                userHandle?: string | null;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            technician: {
                                id: number;
                                email: string;
                                firstName: string;
                                lastName: string;
                                pictureUrl: string | null;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                timeZone: string | null;
                                /** @enum {string} */
                                defaultPage: "dashboard" | "tickets" | "customers" | "devices" | "alerts";
                                /** @enum {string} */
                                theme: "auto" | "light" | "dark";
                                /** @enum {string} */
                                density: "comfortable" | "compact";
                                role: {
                                    id: number;
                                    name: string;
                                    builtIn: ("admin" | "technician") | null;
                                };
                            };
                            permissions: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                            provedAt: string | null;
                            mustSetUpTwoFactor: boolean;
                            /** @description The role shows chosen customers only; what belongs to none is not among it */
                            isLimitedToCustomers: boolean;
                            company: {
                                id: number;
                                name: string;
                                slug: string;
                                portalAddress: string;
                                supportAddress: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your own two-factor sign-in
         * @description Who may: newcomer.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            isOn: boolean;
                            isRequired: boolean;
                            appSetUpAt: string | null;
                            passkeys: {
                                id: number;
                                name: string;
                                createdAt: string;
                                lastUsedAt: string | null;
                            }[];
                            recoveryCodesLeft: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/authenticator-app": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Confirm your authenticator app by its code
         * @description Who may: newcomer.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recoveryCodes: string[] | null;
                        };
                    };
                };
            };
        };
        /**
         * A new secret for your authenticator app; it counts once a code has confirmed it
         * @description Who may: newcomer.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            address: string;
                            qrCode: string;
                        };
                    };
                };
            };
        };
        /**
         * Remove your authenticator app
         * @description Who may: technician.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make your recovery codes anew; the earlier ones stop working
         * @description Who may: technician.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recoveryCodes: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a browser needs to make a passkey for you (WebAuthn)
         * @description Who may: newcomer.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a passkey that your browser has made
         * @description Who may: newcomer.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        credential: {
                            id: string;
                            rawId: string;
                            /** @enum {string} */
                            type: "public-key";
                            response: {
                                clientDataJSON: string;
                                attestationObject: string;
                                transports?: string[];
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recoveryCodes: string[] | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove one of your passkeys
         * @description Who may: technician.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Rename one of your passkeys
         * @description Who may: technician.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/technicians/{id}/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a technician has two-factor sign-in
         * @description Who may: technicians.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            isOn: boolean;
                            isRequired: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Reset the two-factor sign-in of a technician who has lost it; his sessions end
         * @description Who may: technicians.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a link for a new password, if there is such a technician
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whose a link for a password is
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            purpose: "passwordReset" | "invitation";
                            email: string;
                            firstName: string;
                            lastName: string;
                            companyName: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/redemption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a password with a link that works once
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        password: string;
                        firstName?: string;
                        lastName?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/technicians/{id}/password-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a technician the link with which a new password is chosen
         * @description Who may: technicians.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change your own name, phone number and preferences
         * @description Who may: technician.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        firstName?: string;
                        lastName?: string;
                        phone?: string | null;
                        phoneRegion?: string;
                        /** @enum {string} */
                        language?: "en" | "fr" | "de" | "it" | "es";
                        timeZone?: string | null;
                        /** @enum {string} */
                        defaultPage?: "dashboard" | "tickets" | "customers" | "devices" | "alerts";
                        /** @enum {string} */
                        theme?: "auto" | "light" | "dark";
                        /** @enum {string} */
                        density?: "comfortable" | "compact";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            technician: {
                                id: number;
                                email: string;
                                firstName: string;
                                lastName: string;
                                pictureUrl: string | null;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                timeZone: string | null;
                                /** @enum {string} */
                                defaultPage: "dashboard" | "tickets" | "customers" | "devices" | "alerts";
                                /** @enum {string} */
                                theme: "auto" | "light" | "dark";
                                /** @enum {string} */
                                density: "comfortable" | "compact";
                                role: {
                                    id: number;
                                    name: string;
                                    builtIn: ("admin" | "technician") | null;
                                };
                            };
                            permissions: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                            provedAt: string | null;
                            mustSetUpTwoFactor: boolean;
                            /** @description The role shows chosen customers only; what belongs to none is not among it */
                            isLimitedToCustomers: boolean;
                            company: {
                                id: number;
                                name: string;
                                slug: string;
                                portalAddress: string;
                                supportAddress: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/me/username": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your own username, the e-mail address; needs a fresh proof of the password
         * @description Who may: technician.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            technician: {
                                id: number;
                                email: string;
                                firstName: string;
                                lastName: string;
                                pictureUrl: string | null;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                timeZone: string | null;
                                /** @enum {string} */
                                defaultPage: "dashboard" | "tickets" | "customers" | "devices" | "alerts";
                                /** @enum {string} */
                                theme: "auto" | "light" | "dark";
                                /** @enum {string} */
                                density: "comfortable" | "compact";
                                role: {
                                    id: number;
                                    name: string;
                                    builtIn: ("admin" | "technician") | null;
                                };
                            };
                            permissions: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                            provedAt: string | null;
                            mustSetUpTwoFactor: boolean;
                            /** @description The role shows chosen customers only; what belongs to none is not among it */
                            isLimitedToCustomers: boolean;
                            company: {
                                id: number;
                                name: string;
                                slug: string;
                                portalAddress: string;
                                supportAddress: string;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/technicians/{id}/username": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the username of a technician; needs a fresh proof of your own password
         * @description Who may: technicians.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose a new password; needs a fresh proof of the current one
         * @description Who may: technician.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        newPassword: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/username-undo/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the link in a mail about a changed username would take back
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            oldEmail: string;
                            newEmail: string;
                            companyName: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/username-undo/redemption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a change of username back
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string;
                            passwordLink: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/technicians": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All technicians of the company, or who can be given tickets of a customer
         * @description Who may: technicians.view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description A customer (or `none`) whose tickets they must be able to have */
                    assignableAt?: "none" | number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                email: string;
                                firstName: string;
                                lastName: string;
                                phone: string | null;
                                pictureUrl: string | null;
                                role: {
                                    id: number;
                                    name: string;
                                    builtIn: ("admin" | "technician") | null;
                                };
                                /** @enum {string} */
                                state: "active" | "invited" | "disabled";
                                lastSignInAt: string | null;
                                /** @description Signs in with a second factor; null for who may not manage technicians */
                                hasTwoFactor: boolean | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Invite a technician by e-mail
         * @description Who may: technicians.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        firstName: string;
                        lastName: string;
                        roleId: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            email: string;
                            firstName: string;
                            lastName: string;
                            phone: string | null;
                            pictureUrl: string | null;
                            role: {
                                id: number;
                                name: string;
                                builtIn: ("admin" | "technician") | null;
                            };
                            /** @enum {string} */
                            state: "active" | "invited" | "disabled";
                            lastSignInAt: string | null;
                            /** @description Signs in with a second factor; null for who may not manage technicians */
                            hasTwoFactor: boolean | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/technicians/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One technician
         * @description Who may: technicians.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            email: string;
                            firstName: string;
                            lastName: string;
                            phone: string | null;
                            pictureUrl: string | null;
                            role: {
                                id: number;
                                name: string;
                                builtIn: ("admin" | "technician") | null;
                            };
                            /** @enum {string} */
                            state: "active" | "invited" | "disabled";
                            lastSignInAt: string | null;
                            /** @description Signs in with a second factor; null for who may not manage technicians */
                            hasTwoFactor: boolean | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name, phone or role of a technician
         * @description Who may: technicians.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        firstName?: string;
                        lastName?: string;
                        phone?: string | null;
                        phoneRegion?: string;
                        roleId?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            email: string;
                            firstName: string;
                            lastName: string;
                            phone: string | null;
                            pictureUrl: string | null;
                            role: {
                                id: number;
                                name: string;
                                builtIn: ("admin" | "technician") | null;
                            };
                            /** @enum {string} */
                            state: "active" | "invited" | "disabled";
                            lastSignInAt: string | null;
                            /** @description Signs in with a second factor; null for who may not manage technicians */
                            hasTwoFactor: boolean | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/technicians/{id}/open-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many open tickets a technician has, and who sees all of them
         * @description Who may: technicians.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                            successors: {
                                id: number;
                                email: string;
                                firstName: string;
                                lastName: string;
                                phone: string | null;
                                pictureUrl: string | null;
                                role: {
                                    id: number;
                                    name: string;
                                    builtIn: ("admin" | "technician") | null;
                                };
                                /** @enum {string} */
                                state: "active" | "invited" | "disabled";
                                lastSignInAt: string | null;
                                /** @description Signs in with a second factor; null for who may not manage technicians */
                                hasTwoFactor: boolean | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/technicians/{id}/disablement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Disable a technician: his sessions end at once, and others may get his open tickets
         * @description Who may: technicians.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Who gets the open tickets; null: nobody; left out: they stay as they are */
                        handOverTo?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            email: string;
                            firstName: string;
                            lastName: string;
                            phone: string | null;
                            pictureUrl: string | null;
                            role: {
                                id: number;
                                name: string;
                                builtIn: ("admin" | "technician") | null;
                            };
                            /** @enum {string} */
                            state: "active" | "invited" | "disabled";
                            lastSignInAt: string | null;
                            /** @description Signs in with a second factor; null for who may not manage technicians */
                            hasTwoFactor: boolean | null;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Enable a technician again
         * @description Who may: technicians.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            email: string;
                            firstName: string;
                            lastName: string;
                            phone: string | null;
                            pictureUrl: string | null;
                            role: {
                                id: number;
                                name: string;
                                builtIn: ("admin" | "technician") | null;
                            };
                            /** @enum {string} */
                            state: "active" | "invited" | "disabled";
                            lastSignInAt: string | null;
                            /** @description Signs in with a second factor; null for who may not manage technicians */
                            hasTwoFactor: boolean | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/technicians/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the invitation again, with a new link
         * @description Who may: technicians.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            email: string;
                            firstName: string;
                            lastName: string;
                            phone: string | null;
                            pictureUrl: string | null;
                            role: {
                                id: number;
                                name: string;
                                builtIn: ("admin" | "technician") | null;
                            };
                            /** @enum {string} */
                            state: "active" | "invited" | "disabled";
                            lastSignInAt: string | null;
                            /** @description Signs in with a second factor; null for who may not manage technicians */
                            hasTwoFactor: boolean | null;
                        };
                    };
                };
            };
        };
        /**
         * Take an invitation back: the link ends, and the address is free again
         * @description Who may: technicians.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Show yourself with a picture; of the file the square that x, y and size name is kept
         * @description Who may: technician.
         */
        put: {
            parameters: {
                query?: {
                    x?: number;
                    y?: number;
                    size?: number;
                    width?: number;
                    height?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pictureUrl: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Show yourself by your initials
         * @description Who may: technician.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/technicians/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Show a technician with a picture
         * @description Who may: technicians.manage.
         */
        put: {
            parameters: {
                query?: {
                    x?: number;
                    y?: number;
                    size?: number;
                    width?: number;
                    height?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pictureUrl: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Show a technician by his initials
         * @description Who may: technicians.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pictures/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A technician’s picture as WebP, 64, 128, 256 or 512 pixels wide
         * @description Who may: technician.
         */
        get: {
            parameters: {
                query?: {
                    size?: number;
                };
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/pictures/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A technician’s picture as WebP, 64, 128, 256 or 512 pixels wide
         * @description Who may: contact.
         */
        get: {
            parameters: {
                query?: {
                    size?: number;
                };
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your signature, to edit and as your customers see it
         * @description Who may: technician.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            html: string;
                            updatedAt: string | null;
                            preview: {
                                html: string;
                                text: string;
                                isPlain: boolean;
                                htmlBytes: number;
                                imagesBytes: number;
                                problems: {
                                    code: string;
                                    message: string;
                                }[];
                            };
                        };
                    };
                };
            };
        };
        /**
         * Keep your signature; an empty one leaves you without
         * @description Who may: technician.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        html: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            html: string;
                            updatedAt: string | null;
                            preview: {
                                html: string;
                                text: string;
                                isPlain: boolean;
                                htmlBytes: number;
                                imagesBytes: number;
                                problems: {
                                    code: string;
                                    message: string;
                                }[];
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/signature/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How a signature will look to your customers, and why it cannot be kept yet
         * @description Who may: technician.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        html: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            html: string;
                            text: string;
                            isPlain: boolean;
                            htmlBytes: number;
                            imagesBytes: number;
                            problems: {
                                code: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/signature/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a picture for your signature (PNG, JPEG, GIF or WebP)
         * @description Who may: technician.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            mediaType: string;
                            sizeBytes: number;
                            widthPx: number;
                            heightPx: number;
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/signature/images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture of your signature
         * @description Who may: technician.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All roles of the company
         * @description Who may: roles.manage or technicians.view or apiKeys.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                builtIn: ("admin" | "technician") | null;
                                permissions: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                                requiresTwoFactor: boolean;
                                /** @description The only customers that its holders see; null: all of them */
                                customers: {
                                    id: number;
                                    name: string;
                                }[] | null;
                                holderCount: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Create a role
         * @description Who may: roles.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        permissions: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                        /** @description The only customers that its holders see; null: all of them */
                        customerIds?: number[] | null;
                        /** @default false */
                        requiresTwoFactor?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            builtIn: ("admin" | "technician") | null;
                            permissions: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                            requiresTwoFactor: boolean;
                            /** @description The only customers that its holders see; null: all of them */
                            customers: {
                                id: number;
                                name: string;
                            }[] | null;
                            holderCount: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a role; its holders get the role `moveTo`
         * @description Who may: roles.manage.
         */
        delete: {
            parameters: {
                query?: {
                    moveTo?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change name, permissions or customers of a role, or whether it requires two-factor
         * @description Who may: roles.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        permissions?: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                        requiresTwoFactor?: boolean;
                        /** @description The only customers that its holders see; null: all of them */
                        customerIds?: number[] | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            builtIn: ("admin" | "technician") | null;
                            permissions: ("tickets.view" | "tickets.create" | "tickets.reply" | "tickets.note" | "tickets.update" | "customers.view" | "customers.manage" | "contacts.view" | "contacts.manage" | "contacts.credentials" | "knowledge.view" | "knowledge.manage" | "devices.view" | "devices.manage" | "alerts.view" | "alerts.manage" | "technicians.view" | "technicians.manage" | "roles.manage" | "settings.manage" | "mail.manage" | "apiKeys.manage" | "audit.view")[];
                            requiresTwoFactor: boolean;
                            /** @description The only customers that its holders see; null: all of them */
                            customers: {
                                id: number;
                                name: string;
                            }[] | null;
                            holderCount: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The API keys that work, the newest first
         * @description Who may: apiKeys.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                prefix: string;
                                role: {
                                    id: number;
                                    name: string;
                                    builtIn: ("admin" | "technician") | null;
                                };
                                expiresAt: string | null;
                                lastUsedAt: string | null;
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Make an API key; the secret is in this answer and never again
         * @description Who may: apiKeys.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        roleId: number;
                        expiresAt?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            apiKey: {
                                id: number;
                                name: string;
                                prefix: string;
                                role: {
                                    id: number;
                                    name: string;
                                    builtIn: ("admin" | "technician") | null;
                                };
                                expiresAt: string | null;
                                lastUsedAt: string | null;
                                createdAt: string;
                            };
                            secret: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Who may: apiKeys.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log, the newest first
         * @description Who may: audit.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    action?: "alertProfile.assigned" | "alertProfile.changed" | "alertProfile.created" | "alertProfile.removed" | "alertSource.changed" | "alertSource.created" | "alertSource.removed" | "alertSource.secretChanged" | "apiKey.created" | "apiKey.revoked" | "article.archived" | "article.changed" | "article.created" | "article.draftDropped" | "article.published" | "article.restored" | "article.translationRemoved" | "article.unpublished" | "article.versionRestored" | "articleCategory.changed" | "articleCategory.created" | "articleCategory.deleted" | "check.changed" | "check.created" | "check.removed" | "company.created" | "contact.archived" | "contact.changed" | "contact.created" | "contact.exported" | "contact.passwordChanged" | "contact.passwordLinkRequested" | "contact.passwordLookedAt" | "contact.passwordReset" | "contact.restored" | "contact.sessionEnded" | "contact.signInLinkRequested" | "contact.signInRefused" | "contact.signedIn" | "contact.welcomeMailSent" | "customer.archived" | "customer.changed" | "customer.created" | "customer.domainAdded" | "customer.domainChanged" | "customer.domainRemoved" | "customer.exported" | "customer.restored" | "dashboard.companyChanged" | "device.added" | "device.archived" | "device.changed" | "device.enrolled" | "device.keyRevoked" | "device.restored" | "enrolmentToken.created" | "enrolmentToken.revoked" | "import.finished" | "import.started" | "import.stopped" | "domain.lost" | "domain.proven" | "mail.accepted" | "mail.replayed" | "mail.retried" | "mailbox.added" | "mailbox.madeFrom" | "mailbox.removed" | "maintenanceWindow.changed" | "maintenanceWindow.created" | "maintenanceWindow.removed" | "portalSettings.changed" | "portalSettings.logoChanged" | "portalSettings.logoRemoved" | "portal.domainAdded" | "portal.domainRemoved" | "portal.slugChanged" | "role.changed" | "role.created" | "role.deleted" | "settings.changed" | "technician.authenticatorAppRemoved" | "technician.authenticatorAppSetUp" | "technician.changed" | "technician.created" | "technician.disabled" | "technician.enabled" | "technician.invitationRevoked" | "technician.invitedAgain" | "technician.joined" | "technician.passkeyAdded" | "technician.passkeyRemoved" | "technician.passkeyRenamed" | "technician.passwordChanged" | "technician.passwordLinkRequested" | "technician.passwordLinkSent" | "technician.pictureChanged" | "technician.pictureRemoved" | "technician.proved" | "technician.recoveryCodeUsed" | "technician.recoveryCodesMade" | "technician.roleChanged" | "technician.secondStepAwaited" | "technician.secondStepRefused" | "technician.sessionEnded" | "technician.signInRefused" | "technician.signatureChanged" | "technician.signedIn" | "technician.twoFactorReset" | "technician.twoFactorResetOnServer" | "technician.twoFactorTurnedOff" | "technician.twoFactorTurnedOn" | "technician.usernameChanged" | "technician.usernameRestored" | "template.changed" | "template.reset" | "template.switchedOff" | "template.switchedOn" | "ticket.reassigned";
                    /** @description All actions on this kind of thing */
                    area?: "alertProfile" | "alertSource" | "apiKey" | "article" | "articleCategory" | "check" | "company" | "contact" | "customer" | "dashboard" | "device" | "enrolmentToken" | "import" | "domain" | "mail" | "mailbox" | "maintenanceWindow" | "portalSettings" | "portal" | "role" | "settings" | "technician" | "template" | "ticket";
                    actorKind?: "technician" | "contact" | "apiKey" | "system" | "nobody";
                    /** @description Of a technician, unless `actorKind` says otherwise */
                    actorId?: number;
                    subjectKind?: "alertProfile" | "alertSource" | "apiKey" | "article" | "articleCategory" | "company" | "contact" | "customer" | "device" | "import" | "inboundMessage" | "mailbox" | "maintenanceWindow" | "outboundMessage" | "role" | "technician" | "template" | "ticket";
                    subjectId?: number;
                    from?: string;
                    /** @description The first moment that is no longer meant */
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                action: string;
                                actor: {
                                    /** @enum {string} */
                                    kind: "technician" | "contact" | "apiKey" | "system" | "nobody";
                                    id: number | null;
                                    name: string;
                                };
                                subjectKind: string | null;
                                subjectId: number | null;
                                subjectName: string | null;
                                details: {
                                    [key: string]: unknown;
                                };
                                ip: string | null;
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers, found by parts of their name or domain, accents and case set aside
         * @description Who may: customers.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    search?: string;
                    state?: "active" | "archived" | "all";
                    sort?: "name" | "-updatedAt";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                phone: string | null;
                                website: string | null;
                                notes: string;
                                /** @description ASCII; internationalised names are in punycode */
                                domains: string[];
                                /** @description Those of them whose sub-domains are the customer’s as well */
                                domainsWithSubdomains: string[];
                                /** @description Without archived ones */
                                contactCount: number;
                                /** @description Open and pending */
                                openTicketCount: number;
                                isArchived: boolean;
                                version: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a customer; not with a role that is limited to chosen ones
         * @description Who may: customers.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        phone?: string | null;
                        website?: string | null;
                        /** @default  */
                        notes?: string;
                        /** @default [] */
                        domains?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            phone: string | null;
                            website: string | null;
                            notes: string;
                            /** @description ASCII; internationalised names are in punycode */
                            domains: string[];
                            /** @description Those of them whose sub-domains are the customer’s as well */
                            domainsWithSubdomains: string[];
                            /** @description Without archived ones */
                            contactCount: number;
                            /** @description Open and pending */
                            openTicketCount: number;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One customer
         * @description Who may: customers.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            phone: string | null;
                            website: string | null;
                            notes: string;
                            /** @description ASCII; internationalised names are in punycode */
                            domains: string[];
                            /** @description Those of them whose sub-domains are the customer’s as well */
                            domainsWithSubdomains: string[];
                            /** @description Without archived ones */
                            contactCount: number;
                            /** @description Open and pending */
                            openTicketCount: number;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a customer; 409 with `current` when somebody else did meanwhile
         * @description Who may: customers.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        name?: string;
                        phone?: string | null;
                        website?: string | null;
                        notes?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            phone: string | null;
                            website: string | null;
                            notes: string;
                            /** @description ASCII; internationalised names are in punycode */
                            domains: string[];
                            /** @description Those of them whose sub-domains are the customer’s as well */
                            domainsWithSubdomains: string[];
                            /** @description Without archived ones */
                            contactCount: number;
                            /** @description Open and pending */
                            openTicketCount: number;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/customers/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Archive a customer
         * @description Who may: customers.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            phone: string | null;
                            website: string | null;
                            notes: string;
                            /** @description ASCII; internationalised names are in punycode */
                            domains: string[];
                            /** @description Those of them whose sub-domains are the customer’s as well */
                            domainsWithSubdomains: string[];
                            /** @description Without archived ones */
                            contactCount: number;
                            /** @description Open and pending */
                            openTicketCount: number;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Take a customer back from the archive
         * @description Who may: customers.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            phone: string | null;
                            website: string | null;
                            notes: string;
                            /** @description ASCII; internationalised names are in punycode */
                            domains: string[];
                            /** @description Those of them whose sub-domains are the customer’s as well */
                            domainsWithSubdomains: string[];
                            /** @description Without archived ones */
                            contactCount: number;
                            /** @description Open and pending */
                            openTicketCount: number;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a customer a domain: mail from there is theirs
         * @description Who may: customers.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        domain: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            phone: string | null;
                            website: string | null;
                            notes: string;
                            /** @description ASCII; internationalised names are in punycode */
                            domains: string[];
                            /** @description Those of them whose sub-domains are the customer’s as well */
                            domainsWithSubdomains: string[];
                            /** @description Without archived ones */
                            contactCount: number;
                            /** @description Open and pending */
                            openTicketCount: number;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/domains/{domain}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a domain away from a customer
         * @description Who may: customers.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    domain: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Say whether mail from sub-domains of a domain is the customer’s as well
         * @description Who may: customers.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    domain: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        includesSubdomains: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            phone: string | null;
                            website: string | null;
                            notes: string;
                            /** @description ASCII; internationalised names are in punycode */
                            domains: string[];
                            /** @description Those of them whose sub-domains are the customer’s as well */
                            domainsWithSubdomains: string[];
                            /** @description Without archived ones */
                            contactCount: number;
                            /** @description Open and pending */
                            openTicketCount: number;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contacts, found by parts of name, address, phone or customer, without accents and case
         * @description Who may: contacts.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    search?: string;
                    customerId?: "none" | number;
                    state?: "active" | "archived" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                email: string;
                                firstName: string;
                                lastName: string;
                                phone: string | null;
                                jobTitle: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                isMainContact: boolean;
                                portalUsername: string;
                                /** @enum {string} */
                                passwordState: "generated" | "chosen" | "expired" | "none";
                                passwordReadableUntil: string | null;
                                hasPortalAccess: boolean;
                                lastSignInAt: string | null;
                                unwantedMails: ("ticketConfirmation" | "ticketOpenedForContact" | "ticketResolved" | "ticketClosed" | "ticketReopened")[];
                                /** @description The welcome mail waits for a mail of theirs whose sender is proven */
                                awaitsWelcome: boolean;
                                isArchived: boolean;
                                version: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a contact; portal username and password are generated
         * @description Who may: contacts.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        customerId?: number | null;
                        email: string;
                        /** @default  */
                        firstName?: string;
                        /** @default  */
                        lastName?: string;
                        phone?: string | null;
                        jobTitle?: string | null;
                        /** @enum {string} */
                        language?: "en" | "fr" | "de" | "it" | "es";
                        /** @default false */
                        isMainContact?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            email: string;
                            firstName: string;
                            lastName: string;
                            phone: string | null;
                            jobTitle: string | null;
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            isMainContact: boolean;
                            portalUsername: string;
                            /** @enum {string} */
                            passwordState: "generated" | "chosen" | "expired" | "none";
                            passwordReadableUntil: string | null;
                            hasPortalAccess: boolean;
                            lastSignInAt: string | null;
                            unwantedMails: ("ticketConfirmation" | "ticketOpenedForContact" | "ticketResolved" | "ticketClosed" | "ticketReopened")[];
                            /** @description The welcome mail waits for a mail of theirs whose sender is proven */
                            awaitsWelcome: boolean;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One contact
         * @description Who may: contacts.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            email: string;
                            firstName: string;
                            lastName: string;
                            phone: string | null;
                            jobTitle: string | null;
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            isMainContact: boolean;
                            portalUsername: string;
                            /** @enum {string} */
                            passwordState: "generated" | "chosen" | "expired" | "none";
                            passwordReadableUntil: string | null;
                            hasPortalAccess: boolean;
                            lastSignInAt: string | null;
                            unwantedMails: ("ticketConfirmation" | "ticketOpenedForContact" | "ticketResolved" | "ticketClosed" | "ticketReopened")[];
                            /** @description The welcome mail waits for a mail of theirs whose sender is proven */
                            awaitsWelcome: boolean;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a contact; 409 with `current` when somebody else did meanwhile
         * @description Who may: contacts.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        customerId?: number | null;
                        email?: string;
                        firstName?: string;
                        lastName?: string;
                        phone?: string | null;
                        jobTitle?: string | null;
                        /** @enum {string} */
                        language?: "en" | "fr" | "de" | "it" | "es";
                        isMainContact?: boolean;
                        hasPortalAccess?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            email: string;
                            firstName: string;
                            lastName: string;
                            phone: string | null;
                            jobTitle: string | null;
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            isMainContact: boolean;
                            portalUsername: string;
                            /** @enum {string} */
                            passwordState: "generated" | "chosen" | "expired" | "none";
                            passwordReadableUntil: string | null;
                            hasPortalAccess: boolean;
                            lastSignInAt: string | null;
                            unwantedMails: ("ticketConfirmation" | "ticketOpenedForContact" | "ticketResolved" | "ticketClosed" | "ticketReopened")[];
                            /** @description The welcome mail waits for a mail of theirs whose sender is proven */
                            awaitsWelcome: boolean;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/contacts/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Archive a contact; its portal access ends
         * @description Who may: contacts.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            email: string;
                            firstName: string;
                            lastName: string;
                            phone: string | null;
                            jobTitle: string | null;
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            isMainContact: boolean;
                            portalUsername: string;
                            /** @enum {string} */
                            passwordState: "generated" | "chosen" | "expired" | "none";
                            passwordReadableUntil: string | null;
                            hasPortalAccess: boolean;
                            lastSignInAt: string | null;
                            unwantedMails: ("ticketConfirmation" | "ticketOpenedForContact" | "ticketResolved" | "ticketClosed" | "ticketReopened")[];
                            /** @description The welcome mail waits for a mail of theirs whose sender is proven */
                            awaitsWelcome: boolean;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Take a contact back from the archive
         * @description Who may: contacts.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            email: string;
                            firstName: string;
                            lastName: string;
                            phone: string | null;
                            jobTitle: string | null;
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            isMainContact: boolean;
                            portalUsername: string;
                            /** @enum {string} */
                            passwordState: "generated" | "chosen" | "expired" | "none";
                            passwordReadableUntil: string | null;
                            hasPortalAccess: boolean;
                            lastSignInAt: string | null;
                            unwantedMails: ("ticketConfirmation" | "ticketOpenedForContact" | "ticketResolved" | "ticketClosed" | "ticketReopened")[];
                            /** @description The welcome mail waits for a mail of theirs whose sender is proven */
                            awaitsWelcome: boolean;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/password-look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the generated portal password, while it is unused; audited
         * @description Who may: contacts.credentials.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            password: string;
                            /** Format: date-time */
                            expiresAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate a new portal password; the old one and all sessions end
         * @description Who may: contacts.credentials.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            email: string;
                            firstName: string;
                            lastName: string;
                            phone: string | null;
                            jobTitle: string | null;
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            isMainContact: boolean;
                            portalUsername: string;
                            /** @enum {string} */
                            passwordState: "generated" | "chosen" | "expired" | "none";
                            passwordReadableUntil: string | null;
                            hasPortalAccess: boolean;
                            lastSignInAt: string | null;
                            unwantedMails: ("ticketConfirmation" | "ticketOpenedForContact" | "ticketResolved" | "ticketClosed" | "ticketReopened")[];
                            /** @description The welcome mail waits for a mail of theirs whose sender is proven */
                            awaitsWelcome: boolean;
                            isArchived: boolean;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/welcome-mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the welcome mail again
         * @description Who may: contacts.credentials.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cards of your dashboard, in your order
         * @description Who may: technician.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cards: {
                                /** @enum {string} */
                                card: "mine" | "unassigned" | "waiting" | "alerts" | "trend" | "devices" | "matrix" | "activity";
                                /** @enum {string} */
                                size: "small" | "medium" | "large";
                            }[];
                            /** @description false: what the company begins with */
                            isOwn: boolean;
                            version: number;
                        };
                    };
                };
            };
        };
        /**
         * Choose, order and size the cards of your dashboard
         * @description Who may: technician.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cards: {
                            /** @enum {string} */
                            card: "mine" | "unassigned" | "waiting" | "alerts" | "trend" | "devices" | "matrix" | "activity";
                            /** @enum {string} */
                            size: "small" | "medium" | "large";
                        }[];
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cards: {
                                /** @enum {string} */
                                card: "mine" | "unassigned" | "waiting" | "alerts" | "trend" | "devices" | "matrix" | "activity";
                                /** @enum {string} */
                                size: "small" | "medium" | "large";
                            }[];
                            /** @description false: what the company begins with */
                            isOwn: boolean;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Go back to the dashboard of your company
         * @description Who may: technician.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cards: {
                                /** @enum {string} */
                                card: "mine" | "unassigned" | "waiting" | "alerts" | "trend" | "devices" | "matrix" | "activity";
                                /** @enum {string} */
                                size: "small" | "medium" | "large";
                            }[];
                            /** @description false: what the company begins with */
                            isOwn: boolean;
                            version: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company-dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose the cards for everybody who has chosen none
         * @description Who may: settings.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cards: {
                            /** @enum {string} */
                            card: "mine" | "unassigned" | "waiting" | "alerts" | "trend" | "devices" | "matrix" | "activity";
                            /** @enum {string} */
                            size: "small" | "medium" | "large";
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cards: {
                                /** @enum {string} */
                                card: "mine" | "unassigned" | "waiting" | "alerts" | "trend" | "devices" | "matrix" | "activity";
                                /** @enum {string} */
                                size: "small" | "medium" | "large";
                            }[];
                            /** @description false: what the company begins with */
                            isOwn: boolean;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/first-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is left to do in a new company, of what you may do
         * @description Who may: technician.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            steps: {
                                /** @enum {string} */
                                step: "customer" | "portal" | "mail" | "device" | "colleague";
                                isDone: boolean;
                            }[];
                            /** @description You have put them away */
                            isHidden: boolean;
                            /** @description There is nothing to count yet */
                            isEmpty: boolean;
                            supportAddress: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Put the first steps away, for yourself
         * @description Who may: technician.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened last on tickets, alerts and devices that you may see
         * @description Who may: technician.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                key: string;
                                /** @enum {string} */
                                kind: "opened" | "replied" | "noted" | "wrote" | "assigned" | "unassigned" | "priority" | "resolved" | "closed" | "reopened" | "alertRaised" | "alertReopened" | "alertSeverity" | "alertAcknowledged" | "alertSnoozed" | "alertResolved" | "deviceEnrolled" | "deviceOnline" | "deviceOffline" | "deviceStale";
                                actor: {
                                    /** @enum {string} */
                                    kind: "technician" | "contact" | "apiKey" | "system";
                                    id: number | null;
                                    name: string;
                                    pictureUrl: string | null;
                                };
                                about: {
                                    /** @enum {string} */
                                    kind: "ticket" | "alert" | "device";
                                    /** @description A ticket’s number */
                                    id: number;
                                    /** @description Subject, title, or name; in the reader’s language */
                                    name: string;
                                };
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                /** @description Who it was assigned to, its priority, severity, or who resolved it */
                                value: string | null;
                                /** @description The same was done to others at the same time */
                                hasMore: boolean;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Devices, found by parts of name, host name, system, user, serial number or customer
         * @description Who may: devices.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    search?: string;
                    state?: string;
                    type?: string;
                    customerId?: number;
                    contactId?: number;
                    hasAlerts?: string;
                    hasOldAgent?: string;
                    archived?: string;
                    sort?: "name" | "-name" | "customer" | "type" | "os" | "user" | "-lastSeenAt" | "lastSeenAt" | "-openAlerts";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                customer: {
                                    id: number;
                                    name: string;
                                };
                                /**
                                 * @description checked: the server looks at it from outside
                                 * @enum {string}
                                 */
                                source: "agent" | "checked";
                                /** @enum {string} */
                                type: "workstation" | "laptop" | "server" | "other";
                                hostname: string;
                                os: string;
                                /**
                                 * @description waiting: never reported; stale: offline for a week
                                 * @enum {string}
                                 */
                                state: "waiting" | "online" | "offline" | "stale";
                                /** Format: date-time */
                                stateSince: string;
                                lastSeenAt: string | null;
                                loggedInUser: string | null;
                                agentVersion: string | null;
                                /** @description The server hands out another version */
                                hasOldAgent: boolean;
                                openAlertCount: number;
                                worstSeverity: ("information" | "warning" | "critical") | null;
                                /** @description Two machines report with one key */
                                isCopied: boolean;
                                isArchived: boolean;
                                version: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/device-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many devices the same filters find
         * @description Who may: devices.view.
         */
        get: {
            parameters: {
                query?: {
                    search?: string;
                    state?: string;
                    type?: string;
                    customerId?: number;
                    contactId?: number;
                    hasAlerts?: string;
                    hasOldAgent?: string;
                    archived?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/device-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Devices that are not archived, by state
         * @description Who may: devices.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/device-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many devices at once: their customer, or whether they are archived
         * @description Who may: devices.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: number[];
                        customerId?: number;
                        isArchived?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number[];
                            missing: number[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One device with its inventory and what it reported last
         * @description Who may: devices.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            customer: {
                                id: number;
                                name: string;
                            };
                            /**
                             * @description checked: the server looks at it from outside
                             * @enum {string}
                             */
                            source: "agent" | "checked";
                            /** @enum {string} */
                            type: "workstation" | "laptop" | "server" | "other";
                            hostname: string;
                            os: string;
                            /**
                             * @description waiting: never reported; stale: offline for a week
                             * @enum {string}
                             */
                            state: "waiting" | "online" | "offline" | "stale";
                            /** Format: date-time */
                            stateSince: string;
                            lastSeenAt: string | null;
                            loggedInUser: string | null;
                            agentVersion: string | null;
                            /** @description The server hands out another version */
                            hasOldAgent: boolean;
                            openAlertCount: number;
                            worstSeverity: ("information" | "warning" | "critical") | null;
                            /** @description Two machines report with one key */
                            isCopied: boolean;
                            isArchived: boolean;
                            version: number;
                            isNameChosen: boolean;
                            isTypeChosen: boolean;
                            notes: string;
                            /** @description From where it reported last */
                            address: string | null;
                            /** @description By how much its clock is ahead of ours */
                            clockOffsetSeconds: number;
                            inventory: {
                                hostname: string;
                                os: {
                                    platform: string;
                                    name: string;
                                    version: string;
                                    build: string;
                                    arch: string;
                                };
                                maker: string;
                                model: string;
                                serial: string;
                                cpu: {
                                    name: string;
                                    cores: number;
                                };
                                memoryBytes: number;
                                disks: {
                                    name: string;
                                    mount: string;
                                    fileSystem: string;
                                    totalBytes: number;
                                }[];
                                network: {
                                    name: string;
                                    mac: string;
                                    addresses: string[];
                                }[];
                                updatesWaiting: number | null;
                            } | null;
                            lastSample: {
                                at: string;
                                cpuPercent: number;
                                memoryPercent: number;
                                disks: {
                                    mount: string;
                                    usedBytes: number;
                                    totalBytes: number;
                                }[];
                                receivedBytesPerSecond: number;
                                sentBytesPerSecond: number;
                                uptimeSeconds: number;
                                isRebootPending: boolean | null;
                                services: {
                                    name: string;
                                    /** @enum {string} */
                                    state: "running" | "stopped" | "missing";
                                }[];
                            } | null;
                            contacts: {
                                id: number;
                                name: string;
                                email: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a device; 409 with `current` when somebody else did meanwhile
         * @description Who may: devices.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        name?: string;
                        /** @enum {string} */
                        type?: "workstation" | "laptop" | "server" | "other";
                        notes?: string;
                        customerId?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            customer: {
                                id: number;
                                name: string;
                            };
                            /**
                             * @description checked: the server looks at it from outside
                             * @enum {string}
                             */
                            source: "agent" | "checked";
                            /** @enum {string} */
                            type: "workstation" | "laptop" | "server" | "other";
                            hostname: string;
                            os: string;
                            /**
                             * @description waiting: never reported; stale: offline for a week
                             * @enum {string}
                             */
                            state: "waiting" | "online" | "offline" | "stale";
                            /** Format: date-time */
                            stateSince: string;
                            lastSeenAt: string | null;
                            loggedInUser: string | null;
                            agentVersion: string | null;
                            /** @description The server hands out another version */
                            hasOldAgent: boolean;
                            openAlertCount: number;
                            worstSeverity: ("information" | "warning" | "critical") | null;
                            /** @description Two machines report with one key */
                            isCopied: boolean;
                            isArchived: boolean;
                            version: number;
                            isNameChosen: boolean;
                            isTypeChosen: boolean;
                            notes: string;
                            /** @description From where it reported last */
                            address: string | null;
                            /** @description By how much its clock is ahead of ours */
                            clockOffsetSeconds: number;
                            inventory: {
                                hostname: string;
                                os: {
                                    platform: string;
                                    name: string;
                                    version: string;
                                    build: string;
                                    arch: string;
                                };
                                maker: string;
                                model: string;
                                serial: string;
                                cpu: {
                                    name: string;
                                    cores: number;
                                };
                                memoryBytes: number;
                                disks: {
                                    name: string;
                                    mount: string;
                                    fileSystem: string;
                                    totalBytes: number;
                                }[];
                                network: {
                                    name: string;
                                    mac: string;
                                    addresses: string[];
                                }[];
                                updatesWaiting: number | null;
                            } | null;
                            lastSample: {
                                at: string;
                                cpuPercent: number;
                                memoryPercent: number;
                                disks: {
                                    mount: string;
                                    usedBytes: number;
                                    totalBytes: number;
                                }[];
                                receivedBytesPerSecond: number;
                                sentBytesPerSecond: number;
                                uptimeSeconds: number;
                                isRebootPending: boolean | null;
                                services: {
                                    name: string;
                                    /** @enum {string} */
                                    state: "running" | "stopped" | "missing";
                                }[];
                            } | null;
                            contacts: {
                                id: number;
                                name: string;
                                email: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/devices/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Archive a device; its agent is not listened to any more
         * @description Who may: devices.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            customer: {
                                id: number;
                                name: string;
                            };
                            /**
                             * @description checked: the server looks at it from outside
                             * @enum {string}
                             */
                            source: "agent" | "checked";
                            /** @enum {string} */
                            type: "workstation" | "laptop" | "server" | "other";
                            hostname: string;
                            os: string;
                            /**
                             * @description waiting: never reported; stale: offline for a week
                             * @enum {string}
                             */
                            state: "waiting" | "online" | "offline" | "stale";
                            /** Format: date-time */
                            stateSince: string;
                            lastSeenAt: string | null;
                            loggedInUser: string | null;
                            agentVersion: string | null;
                            /** @description The server hands out another version */
                            hasOldAgent: boolean;
                            openAlertCount: number;
                            worstSeverity: ("information" | "warning" | "critical") | null;
                            /** @description Two machines report with one key */
                            isCopied: boolean;
                            isArchived: boolean;
                            version: number;
                            isNameChosen: boolean;
                            isTypeChosen: boolean;
                            notes: string;
                            /** @description From where it reported last */
                            address: string | null;
                            /** @description By how much its clock is ahead of ours */
                            clockOffsetSeconds: number;
                            inventory: {
                                hostname: string;
                                os: {
                                    platform: string;
                                    name: string;
                                    version: string;
                                    build: string;
                                    arch: string;
                                };
                                maker: string;
                                model: string;
                                serial: string;
                                cpu: {
                                    name: string;
                                    cores: number;
                                };
                                memoryBytes: number;
                                disks: {
                                    name: string;
                                    mount: string;
                                    fileSystem: string;
                                    totalBytes: number;
                                }[];
                                network: {
                                    name: string;
                                    mac: string;
                                    addresses: string[];
                                }[];
                                updatesWaiting: number | null;
                            } | null;
                            lastSample: {
                                at: string;
                                cpuPercent: number;
                                memoryPercent: number;
                                disks: {
                                    mount: string;
                                    usedBytes: number;
                                    totalBytes: number;
                                }[];
                                receivedBytesPerSecond: number;
                                sentBytesPerSecond: number;
                                uptimeSeconds: number;
                                isRebootPending: boolean | null;
                                services: {
                                    name: string;
                                    /** @enum {string} */
                                    state: "running" | "stopped" | "missing";
                                }[];
                            } | null;
                            contacts: {
                                id: number;
                                name: string;
                                email: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Take a device back from the archive
         * @description Who may: devices.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            customer: {
                                id: number;
                                name: string;
                            };
                            /**
                             * @description checked: the server looks at it from outside
                             * @enum {string}
                             */
                            source: "agent" | "checked";
                            /** @enum {string} */
                            type: "workstation" | "laptop" | "server" | "other";
                            hostname: string;
                            os: string;
                            /**
                             * @description waiting: never reported; stale: offline for a week
                             * @enum {string}
                             */
                            state: "waiting" | "online" | "offline" | "stale";
                            /** Format: date-time */
                            stateSince: string;
                            lastSeenAt: string | null;
                            loggedInUser: string | null;
                            agentVersion: string | null;
                            /** @description The server hands out another version */
                            hasOldAgent: boolean;
                            openAlertCount: number;
                            worstSeverity: ("information" | "warning" | "critical") | null;
                            /** @description Two machines report with one key */
                            isCopied: boolean;
                            isArchived: boolean;
                            version: number;
                            isNameChosen: boolean;
                            isTypeChosen: boolean;
                            notes: string;
                            /** @description From where it reported last */
                            address: string | null;
                            /** @description By how much its clock is ahead of ours */
                            clockOffsetSeconds: number;
                            inventory: {
                                hostname: string;
                                os: {
                                    platform: string;
                                    name: string;
                                    version: string;
                                    build: string;
                                    arch: string;
                                };
                                maker: string;
                                model: string;
                                serial: string;
                                cpu: {
                                    name: string;
                                    cores: number;
                                };
                                memoryBytes: number;
                                disks: {
                                    name: string;
                                    mount: string;
                                    fileSystem: string;
                                    totalBytes: number;
                                }[];
                                network: {
                                    name: string;
                                    mac: string;
                                    addresses: string[];
                                }[];
                                updatesWaiting: number | null;
                            } | null;
                            lastSample: {
                                at: string;
                                cpuPercent: number;
                                memoryPercent: number;
                                disks: {
                                    mount: string;
                                    usedBytes: number;
                                    totalBytes: number;
                                }[];
                                receivedBytesPerSecond: number;
                                sentBytesPerSecond: number;
                                uptimeSeconds: number;
                                isRebootPending: boolean | null;
                                services: {
                                    name: string;
                                    /** @enum {string} */
                                    state: "running" | "stopped" | "missing";
                                }[];
                            } | null;
                            contacts: {
                                id: number;
                                name: string;
                                email: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/copy-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Two machines reporting with one key were looked at
         * @description Who may: devices.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            customer: {
                                id: number;
                                name: string;
                            };
                            /**
                             * @description checked: the server looks at it from outside
                             * @enum {string}
                             */
                            source: "agent" | "checked";
                            /** @enum {string} */
                            type: "workstation" | "laptop" | "server" | "other";
                            hostname: string;
                            os: string;
                            /**
                             * @description waiting: never reported; stale: offline for a week
                             * @enum {string}
                             */
                            state: "waiting" | "online" | "offline" | "stale";
                            /** Format: date-time */
                            stateSince: string;
                            lastSeenAt: string | null;
                            loggedInUser: string | null;
                            agentVersion: string | null;
                            /** @description The server hands out another version */
                            hasOldAgent: boolean;
                            openAlertCount: number;
                            worstSeverity: ("information" | "warning" | "critical") | null;
                            /** @description Two machines report with one key */
                            isCopied: boolean;
                            isArchived: boolean;
                            version: number;
                            isNameChosen: boolean;
                            isTypeChosen: boolean;
                            notes: string;
                            /** @description From where it reported last */
                            address: string | null;
                            /** @description By how much its clock is ahead of ours */
                            clockOffsetSeconds: number;
                            inventory: {
                                hostname: string;
                                os: {
                                    platform: string;
                                    name: string;
                                    version: string;
                                    build: string;
                                    arch: string;
                                };
                                maker: string;
                                model: string;
                                serial: string;
                                cpu: {
                                    name: string;
                                    cores: number;
                                };
                                memoryBytes: number;
                                disks: {
                                    name: string;
                                    mount: string;
                                    fileSystem: string;
                                    totalBytes: number;
                                }[];
                                network: {
                                    name: string;
                                    mac: string;
                                    addresses: string[];
                                }[];
                                updatesWaiting: number | null;
                            } | null;
                            lastSample: {
                                at: string;
                                cpuPercent: number;
                                memoryPercent: number;
                                disks: {
                                    mount: string;
                                    usedBytes: number;
                                    totalBytes: number;
                                }[];
                                receivedBytesPerSecond: number;
                                sentBytesPerSecond: number;
                                uptimeSeconds: number;
                                isRebootPending: boolean | null;
                                services: {
                                    name: string;
                                    /** @enum {string} */
                                    state: "running" | "stopped" | "missing";
                                }[];
                            } | null;
                            contacts: {
                                id: number;
                                name: string;
                                email: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that somebody works with a device
         * @description Who may: devices.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    contactId: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            customer: {
                                id: number;
                                name: string;
                            };
                            /**
                             * @description checked: the server looks at it from outside
                             * @enum {string}
                             */
                            source: "agent" | "checked";
                            /** @enum {string} */
                            type: "workstation" | "laptop" | "server" | "other";
                            hostname: string;
                            os: string;
                            /**
                             * @description waiting: never reported; stale: offline for a week
                             * @enum {string}
                             */
                            state: "waiting" | "online" | "offline" | "stale";
                            /** Format: date-time */
                            stateSince: string;
                            lastSeenAt: string | null;
                            loggedInUser: string | null;
                            agentVersion: string | null;
                            /** @description The server hands out another version */
                            hasOldAgent: boolean;
                            openAlertCount: number;
                            worstSeverity: ("information" | "warning" | "critical") | null;
                            /** @description Two machines report with one key */
                            isCopied: boolean;
                            isArchived: boolean;
                            version: number;
                            isNameChosen: boolean;
                            isTypeChosen: boolean;
                            notes: string;
                            /** @description From where it reported last */
                            address: string | null;
                            /** @description By how much its clock is ahead of ours */
                            clockOffsetSeconds: number;
                            inventory: {
                                hostname: string;
                                os: {
                                    platform: string;
                                    name: string;
                                    version: string;
                                    build: string;
                                    arch: string;
                                };
                                maker: string;
                                model: string;
                                serial: string;
                                cpu: {
                                    name: string;
                                    cores: number;
                                };
                                memoryBytes: number;
                                disks: {
                                    name: string;
                                    mount: string;
                                    fileSystem: string;
                                    totalBytes: number;
                                }[];
                                network: {
                                    name: string;
                                    mac: string;
                                    addresses: string[];
                                }[];
                                updatesWaiting: number | null;
                            } | null;
                            lastSample: {
                                at: string;
                                cpuPercent: number;
                                memoryPercent: number;
                                disks: {
                                    mount: string;
                                    usedBytes: number;
                                    totalBytes: number;
                                }[];
                                receivedBytesPerSecond: number;
                                sentBytesPerSecond: number;
                                uptimeSeconds: number;
                                isRebootPending: boolean | null;
                                services: {
                                    name: string;
                                    /** @enum {string} */
                                    state: "running" | "stopped" | "missing";
                                }[];
                            } | null;
                            contacts: {
                                id: number;
                                name: string;
                                email: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Say that somebody no longer works with a device
         * @description Who may: devices.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    contactId: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            customer: {
                                id: number;
                                name: string;
                            };
                            /**
                             * @description checked: the server looks at it from outside
                             * @enum {string}
                             */
                            source: "agent" | "checked";
                            /** @enum {string} */
                            type: "workstation" | "laptop" | "server" | "other";
                            hostname: string;
                            os: string;
                            /**
                             * @description waiting: never reported; stale: offline for a week
                             * @enum {string}
                             */
                            state: "waiting" | "online" | "offline" | "stale";
                            /** Format: date-time */
                            stateSince: string;
                            lastSeenAt: string | null;
                            loggedInUser: string | null;
                            agentVersion: string | null;
                            /** @description The server hands out another version */
                            hasOldAgent: boolean;
                            openAlertCount: number;
                            worstSeverity: ("information" | "warning" | "critical") | null;
                            /** @description Two machines report with one key */
                            isCopied: boolean;
                            isArchived: boolean;
                            version: number;
                            isNameChosen: boolean;
                            isTypeChosen: boolean;
                            notes: string;
                            /** @description From where it reported last */
                            address: string | null;
                            /** @description By how much its clock is ahead of ours */
                            clockOffsetSeconds: number;
                            inventory: {
                                hostname: string;
                                os: {
                                    platform: string;
                                    name: string;
                                    version: string;
                                    build: string;
                                    arch: string;
                                };
                                maker: string;
                                model: string;
                                serial: string;
                                cpu: {
                                    name: string;
                                    cores: number;
                                };
                                memoryBytes: number;
                                disks: {
                                    name: string;
                                    mount: string;
                                    fileSystem: string;
                                    totalBytes: number;
                                }[];
                                network: {
                                    name: string;
                                    mac: string;
                                    addresses: string[];
                                }[];
                                updatesWaiting: number | null;
                            } | null;
                            lastSample: {
                                at: string;
                                cpuPercent: number;
                                memoryPercent: number;
                                disks: {
                                    mount: string;
                                    usedBytes: number;
                                    totalBytes: number;
                                }[];
                                receivedBytesPerSecond: number;
                                sentBytesPerSecond: number;
                                uptimeSeconds: number;
                                isRebootPending: boolean | null;
                                services: {
                                    name: string;
                                    /** @enum {string} */
                                    state: "running" | "stopped" | "missing";
                                }[];
                            } | null;
                            contacts: {
                                id: number;
                                name: string;
                                email: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Load, memory, disks and network over time, in steps
         * @description Who may: devices.view.
         */
        get: {
            parameters: {
                query?: {
                    hours?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            stepSeconds: number;
                            points: {
                                /** Format: date-time */
                                at: string;
                                cpuPercent: number;
                                cpuMaxPercent: number;
                                memoryPercent: number;
                                memoryMaxPercent: number;
                                receivedBytesPerSecond: number;
                                sentBytesPerSecond: number;
                                /** @description Used percent by mount */
                                disks: {
                                    [key: string]: number;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed about a device, the newest first
         * @description Who may: devices.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                field: string;
                                old: unknown;
                                new: unknown;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrolment-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The enrolment tokens that work, the newest first
         * @description Who may: devices.manage.
         */
        get: {
            parameters: {
                query?: {
                    customerId?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                customer: {
                                    id: number;
                                    name: string;
                                };
                                name: string;
                                uses: number;
                                usesMax: number;
                                /** Format: date-time */
                                expiresAt: string;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Make an enrolment token; it is in this answer and never again
         * @description Who may: devices.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        customerId: number;
                        name: string;
                        /** @default 7 */
                        validDays?: number;
                        /** @default 25 */
                        usesMax?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            enrolmentToken: {
                                id: number;
                                customer: {
                                    id: number;
                                    name: string;
                                };
                                name: string;
                                uses: number;
                                usesMax: number;
                                /** Format: date-time */
                                expiresAt: string;
                                /** Format: date-time */
                                createdAt: string;
                            };
                            token: string;
                            /** @description To be run on the machine by an administrator */
                            command: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrolment-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an enrolment token; machines that were enrolled with it stay
         * @description Who may: devices.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Stop listening to the agent of a device until its machine is enrolled again
         * @description Who may: devices.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checked-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a device without an agent, with what the server is to check of it
         * @description Who may: devices.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        customerId: number;
                        name: string;
                        /**
                         * @default server
                         * @enum {string}
                         */
                        type?: "workstation" | "laptop" | "server" | "other";
                        /** @default [] */
                        checks?: {
                            /** @enum {string} */
                            kind: "http" | "tcp";
                            /** @default  */
                            name?: string;
                            /** @default null */
                            url?: string | null;
                            /** @default null */
                            host?: string | null;
                            /** @default null */
                            port?: number | null;
                            /** @default null */
                            expectedStatus?: number | null;
                            /** @default  */
                            expectedText?: string;
                            /** @default false */
                            acceptsAnyCertificate?: boolean;
                            /** @default 5 */
                            everyMinutes?: number;
                            /** @default 2 */
                            failuresUntilAlert?: number;
                            /**
                             * @default critical
                             * @enum {string}
                             */
                            severity?: "information" | "warning" | "critical";
                            /** @default true */
                            isEnabled?: boolean;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the server checks of a device, with what it saw last
         * @description Who may: devices.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                deviceId: number;
                                /** @enum {string} */
                                kind: "http" | "tcp";
                                name: string;
                                /** @description Host and, where it is not the usual one, port */
                                target: string;
                                url: string | null;
                                host: string | null;
                                port: number | null;
                                /** @description null: any of 200 to 399, redirects followed */
                                expectedStatus: number | null;
                                expectedText: string;
                                acceptsAnyCertificate: boolean;
                                everyMinutes: number;
                                failuresUntilAlert: number;
                                /** @enum {string} */
                                severity: "information" | "warning" | "critical";
                                isEnabled: boolean;
                                /**
                                 * @description waiting: not run yet, or failed too seldom to count
                                 * @enum {string}
                                 */
                                state: "waiting" | "passing" | "failing";
                                /** Format: date-time */
                                stateSince: string;
                                outcome: ("fine" | "nameUnknown" | "addressForbidden" | "refused" | "timeout" | "unreachable" | "secureConnectionFailed" | "certificateInvalid" | "unexpectedStatus" | "textMissing" | "tooManyRedirects" | "redirectInvalid" | "answerBroken") | null;
                                statusCode: number | null;
                                responseMs: number | null;
                                checkedAt: string | null;
                                /** @description In a row */
                                failures: number;
                                certificateEndsAt: string | null;
                                /** @description Of the runs of the last 24 hours */
                                finePercentOfDay: number | null;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Have the server check one thing more of a device
         * @description Who may: devices.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "http" | "tcp";
                        /** @default  */
                        name?: string;
                        /** @default null */
                        url?: string | null;
                        /** @default null */
                        host?: string | null;
                        /** @default null */
                        port?: number | null;
                        /** @default null */
                        expectedStatus?: number | null;
                        /** @default  */
                        expectedText?: string;
                        /** @default false */
                        acceptsAnyCertificate?: boolean;
                        /** @default 5 */
                        everyMinutes?: number;
                        /** @default 2 */
                        failuresUntilAlert?: number;
                        /**
                         * @default critical
                         * @enum {string}
                         */
                        severity?: "information" | "warning" | "critical";
                        /** @default true */
                        isEnabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            deviceId: number;
                            /** @enum {string} */
                            kind: "http" | "tcp";
                            name: string;
                            /** @description Host and, where it is not the usual one, port */
                            target: string;
                            url: string | null;
                            host: string | null;
                            port: number | null;
                            /** @description null: any of 200 to 399, redirects followed */
                            expectedStatus: number | null;
                            expectedText: string;
                            acceptsAnyCertificate: boolean;
                            everyMinutes: number;
                            failuresUntilAlert: number;
                            /** @enum {string} */
                            severity: "information" | "warning" | "critical";
                            isEnabled: boolean;
                            /**
                             * @description waiting: not run yet, or failed too seldom to count
                             * @enum {string}
                             */
                            state: "waiting" | "passing" | "failing";
                            /** Format: date-time */
                            stateSince: string;
                            outcome: ("fine" | "nameUnknown" | "addressForbidden" | "refused" | "timeout" | "unreachable" | "secureConnectionFailed" | "certificateInvalid" | "unexpectedStatus" | "textMissing" | "tooManyRedirects" | "redirectInvalid" | "answerBroken") | null;
                            statusCode: number | null;
                            responseMs: number | null;
                            checkedAt: string | null;
                            /** @description In a row */
                            failures: number;
                            certificateEndsAt: string | null;
                            /** @description Of the runs of the last 24 hours */
                            finePercentOfDay: number | null;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a check anew; 409 with `current` when somebody else did meanwhile
         * @description Who may: devices.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "http" | "tcp";
                        /** @default  */
                        name?: string;
                        /** @default null */
                        url?: string | null;
                        /** @default null */
                        host?: string | null;
                        /** @default null */
                        port?: number | null;
                        /** @default null */
                        expectedStatus?: number | null;
                        /** @default  */
                        expectedText?: string;
                        /** @default false */
                        acceptsAnyCertificate?: boolean;
                        /** @default 5 */
                        everyMinutes?: number;
                        /** @default 2 */
                        failuresUntilAlert?: number;
                        /**
                         * @default critical
                         * @enum {string}
                         */
                        severity?: "information" | "warning" | "critical";
                        /** @default true */
                        isEnabled?: boolean;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            deviceId: number;
                            /** @enum {string} */
                            kind: "http" | "tcp";
                            name: string;
                            /** @description Host and, where it is not the usual one, port */
                            target: string;
                            url: string | null;
                            host: string | null;
                            port: number | null;
                            /** @description null: any of 200 to 399, redirects followed */
                            expectedStatus: number | null;
                            expectedText: string;
                            acceptsAnyCertificate: boolean;
                            everyMinutes: number;
                            failuresUntilAlert: number;
                            /** @enum {string} */
                            severity: "information" | "warning" | "critical";
                            isEnabled: boolean;
                            /**
                             * @description waiting: not run yet, or failed too seldom to count
                             * @enum {string}
                             */
                            state: "waiting" | "passing" | "failing";
                            /** Format: date-time */
                            stateSince: string;
                            outcome: ("fine" | "nameUnknown" | "addressForbidden" | "refused" | "timeout" | "unreachable" | "secureConnectionFailed" | "certificateInvalid" | "unexpectedStatus" | "textMissing" | "tooManyRedirects" | "redirectInvalid" | "answerBroken") | null;
                            statusCode: number | null;
                            responseMs: number | null;
                            checkedAt: string | null;
                            /** @description In a row */
                            failures: number;
                            certificateEndsAt: string | null;
                            /** @description Of the runs of the last 24 hours */
                            finePercentOfDay: number | null;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Remove a check with its results
         * @description Who may: devices.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a check now; what it sees is in the check a moment later
         * @description Who may: devices.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            deviceId: number;
                            /** @enum {string} */
                            kind: "http" | "tcp";
                            name: string;
                            /** @description Host and, where it is not the usual one, port */
                            target: string;
                            url: string | null;
                            host: string | null;
                            port: number | null;
                            /** @description null: any of 200 to 399, redirects followed */
                            expectedStatus: number | null;
                            expectedText: string;
                            acceptsAnyCertificate: boolean;
                            everyMinutes: number;
                            failuresUntilAlert: number;
                            /** @enum {string} */
                            severity: "information" | "warning" | "critical";
                            isEnabled: boolean;
                            /**
                             * @description waiting: not run yet, or failed too seldom to count
                             * @enum {string}
                             */
                            state: "waiting" | "passing" | "failing";
                            /** Format: date-time */
                            stateSince: string;
                            outcome: ("fine" | "nameUnknown" | "addressForbidden" | "refused" | "timeout" | "unreachable" | "secureConnectionFailed" | "certificateInvalid" | "unexpectedStatus" | "textMissing" | "tooManyRedirects" | "redirectInvalid" | "answerBroken") | null;
                            statusCode: number | null;
                            responseMs: number | null;
                            checkedAt: string | null;
                            /** @description In a row */
                            failures: number;
                            certificateEndsAt: string | null;
                            /** @description Of the runs of the last 24 hours */
                            finePercentOfDay: number | null;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a check saw in the last 30 days, the newest first
         * @description Who may: devices.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                outcome: "fine" | "nameUnknown" | "addressForbidden" | "refused" | "timeout" | "unreachable" | "secureConnectionFailed" | "certificateInvalid" | "unexpectedStatus" | "textMissing" | "tooManyRedirects" | "redirectInvalid" | "answerBroken";
                                statusCode: number | null;
                                responseMs: number | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own imports, the newest first
         * @description Who may: contacts.manage or customers.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                fileName: string;
                                sizeBytes: number;
                                /** @enum {string} */
                                state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed";
                                reading: {
                                    /** @enum {string} */
                                    encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh" | "cp850";
                                    /** @enum {string} */
                                    delimiter: "," | ";" | "\t" | "|";
                                    hasHeader: boolean;
                                };
                                columns: {
                                    /** @description The heading; empty where there is none */
                                    name: string;
                                    samples: string[];
                                    field: ("email" | "fullName" | "firstName" | "lastName" | "phone" | "jobTitle" | "language" | "isMainContact" | "hasPortalAccess" | "customer" | "domains" | "customerPhone" | "website" | "notes") | null;
                                }[];
                                options: {
                                    /**
                                     * @description What becomes of contacts and customers who are there already
                                     * @enum {string}
                                     */
                                    existing: "skip" | "update";
                                    /** @description False: a row with an unknown customer is refused */
                                    createsCustomers: boolean;
                                    /** @description Whether new contacts get the welcome mail */
                                    sendsWelcome: boolean;
                                };
                                rowCount: number;
                                /** @description Rows that the check or the run is through with */
                                doneCount: number;
                                counts: {
                                    created: number;
                                    updated: number;
                                    unchanged: number;
                                    skipped: number;
                                    refused: number;
                                    /** @description Customers that rows of contacts brought along included */
                                    customersCreated: number;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                startedAt: string | null;
                                finishedAt: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Bring a CSV file with contacts or customers; nothing is imported yet
         * @description Who may: contacts.manage or customers.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            fileName: string;
                            sizeBytes: number;
                            /** @enum {string} */
                            state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed";
                            reading: {
                                /** @enum {string} */
                                encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh" | "cp850";
                                /** @enum {string} */
                                delimiter: "," | ";" | "\t" | "|";
                                hasHeader: boolean;
                            };
                            columns: {
                                /** @description The heading; empty where there is none */
                                name: string;
                                samples: string[];
                                field: ("email" | "fullName" | "firstName" | "lastName" | "phone" | "jobTitle" | "language" | "isMainContact" | "hasPortalAccess" | "customer" | "domains" | "customerPhone" | "website" | "notes") | null;
                            }[];
                            options: {
                                /**
                                 * @description What becomes of contacts and customers who are there already
                                 * @enum {string}
                                 */
                                existing: "skip" | "update";
                                /** @description False: a row with an unknown customer is refused */
                                createsCustomers: boolean;
                                /** @description Whether new contacts get the welcome mail */
                                sendsWelcome: boolean;
                            };
                            rowCount: number;
                            /** @description Rows that the check or the run is through with */
                            doneCount: number;
                            counts: {
                                created: number;
                                updated: number;
                                unchanged: number;
                                skipped: number;
                                refused: number;
                                /** @description Customers that rows of contacts brought along included */
                                customersCreated: number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of one’s own imports, with its progress
         * @description Who may: contacts.manage or customers.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            fileName: string;
                            sizeBytes: number;
                            /** @enum {string} */
                            state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed";
                            reading: {
                                /** @enum {string} */
                                encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh" | "cp850";
                                /** @enum {string} */
                                delimiter: "," | ";" | "\t" | "|";
                                hasHeader: boolean;
                            };
                            columns: {
                                /** @description The heading; empty where there is none */
                                name: string;
                                samples: string[];
                                field: ("email" | "fullName" | "firstName" | "lastName" | "phone" | "jobTitle" | "language" | "isMainContact" | "hasPortalAccess" | "customer" | "domains" | "customerPhone" | "website" | "notes") | null;
                            }[];
                            options: {
                                /**
                                 * @description What becomes of contacts and customers who are there already
                                 * @enum {string}
                                 */
                                existing: "skip" | "update";
                                /** @description False: a row with an unknown customer is refused */
                                createsCustomers: boolean;
                                /** @description Whether new contacts get the welcome mail */
                                sendsWelcome: boolean;
                            };
                            rowCount: number;
                            /** @description Rows that the check or the run is through with */
                            doneCount: number;
                            counts: {
                                created: number;
                                updated: number;
                                unchanged: number;
                                skipped: number;
                                refused: number;
                                /** @description Customers that rows of contacts brought along included */
                                customersCreated: number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Forget the file and what became of its rows; contacts and customers stay
         * @description Who may: contacts.manage or customers.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Say how the file is read, what its columns are, and what is done with its rows
         * @description Who may: contacts.manage or customers.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reading?: {
                            /** @enum {string} */
                            encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh" | "cp850";
                            /** @enum {string} */
                            delimiter: "," | ";" | "\t" | "|";
                            hasHeader: boolean;
                        };
                        mapping?: (("email" | "fullName" | "firstName" | "lastName" | "phone" | "jobTitle" | "language" | "isMainContact" | "hasPortalAccess" | "customer" | "domains" | "customerPhone" | "website" | "notes") | null)[];
                        options?: {
                            /**
                             * @description What becomes of contacts and customers who are there already
                             * @enum {string}
                             */
                            existing: "skip" | "update";
                            /** @description False: a row with an unknown customer is refused */
                            createsCustomers: boolean;
                            /** @description Whether new contacts get the welcome mail */
                            sendsWelcome: boolean;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            fileName: string;
                            sizeBytes: number;
                            /** @enum {string} */
                            state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed";
                            reading: {
                                /** @enum {string} */
                                encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh" | "cp850";
                                /** @enum {string} */
                                delimiter: "," | ";" | "\t" | "|";
                                hasHeader: boolean;
                            };
                            columns: {
                                /** @description The heading; empty where there is none */
                                name: string;
                                samples: string[];
                                field: ("email" | "fullName" | "firstName" | "lastName" | "phone" | "jobTitle" | "language" | "isMainContact" | "hasPortalAccess" | "customer" | "domains" | "customerPhone" | "website" | "notes") | null;
                            }[];
                            options: {
                                /**
                                 * @description What becomes of contacts and customers who are there already
                                 * @enum {string}
                                 */
                                existing: "skip" | "update";
                                /** @description False: a row with an unknown customer is refused */
                                createsCustomers: boolean;
                                /** @description Whether new contacts get the welcome mail */
                                sendsWelcome: boolean;
                            };
                            rowCount: number;
                            /** @description Rows that the check or the run is through with */
                            doneCount: number;
                            counts: {
                                created: number;
                                updated: number;
                                unchanged: number;
                                skipped: number;
                                refused: number;
                                /** @description Customers that rows of contacts brought along included */
                                customersCreated: number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A dry run: what would become of each row
         * @description Who may: contacts.manage or customers.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            fileName: string;
                            sizeBytes: number;
                            /** @enum {string} */
                            state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed";
                            reading: {
                                /** @enum {string} */
                                encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh" | "cp850";
                                /** @enum {string} */
                                delimiter: "," | ";" | "\t" | "|";
                                hasHeader: boolean;
                            };
                            columns: {
                                /** @description The heading; empty where there is none */
                                name: string;
                                samples: string[];
                                field: ("email" | "fullName" | "firstName" | "lastName" | "phone" | "jobTitle" | "language" | "isMainContact" | "hasPortalAccess" | "customer" | "domains" | "customerPhone" | "website" | "notes") | null;
                            }[];
                            options: {
                                /**
                                 * @description What becomes of contacts and customers who are there already
                                 * @enum {string}
                                 */
                                existing: "skip" | "update";
                                /** @description False: a row with an unknown customer is refused */
                                createsCustomers: boolean;
                                /** @description Whether new contacts get the welcome mail */
                                sendsWelcome: boolean;
                            };
                            rowCount: number;
                            /** @description Rows that the check or the run is through with */
                            doneCount: number;
                            counts: {
                                created: number;
                                updated: number;
                                unchanged: number;
                                skipped: number;
                                refused: number;
                                /** @description Customers that rows of contacts brought along included */
                                customersCreated: number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import what was checked; goes on in the background
         * @description Who may: contacts.manage or customers.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            fileName: string;
                            sizeBytes: number;
                            /** @enum {string} */
                            state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed";
                            reading: {
                                /** @enum {string} */
                                encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh" | "cp850";
                                /** @enum {string} */
                                delimiter: "," | ";" | "\t" | "|";
                                hasHeader: boolean;
                            };
                            columns: {
                                /** @description The heading; empty where there is none */
                                name: string;
                                samples: string[];
                                field: ("email" | "fullName" | "firstName" | "lastName" | "phone" | "jobTitle" | "language" | "isMainContact" | "hasPortalAccess" | "customer" | "domains" | "customerPhone" | "website" | "notes") | null;
                            }[];
                            options: {
                                /**
                                 * @description What becomes of contacts and customers who are there already
                                 * @enum {string}
                                 */
                                existing: "skip" | "update";
                                /** @description False: a row with an unknown customer is refused */
                                createsCustomers: boolean;
                                /** @description Whether new contacts get the welcome mail */
                                sendsWelcome: boolean;
                            };
                            rowCount: number;
                            /** @description Rows that the check or the run is through with */
                            doneCount: number;
                            counts: {
                                created: number;
                                updated: number;
                                unchanged: number;
                                skipped: number;
                                refused: number;
                                /** @description Customers that rows of contacts brought along included */
                                customersCreated: number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an import; what it has brought stays
         * @description Who may: contacts.manage or customers.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            fileName: string;
                            sizeBytes: number;
                            /** @enum {string} */
                            state: "draft" | "checking" | "checked" | "running" | "done" | "stopped" | "failed";
                            reading: {
                                /** @enum {string} */
                                encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh" | "cp850";
                                /** @enum {string} */
                                delimiter: "," | ";" | "\t" | "|";
                                hasHeader: boolean;
                            };
                            columns: {
                                /** @description The heading; empty where there is none */
                                name: string;
                                samples: string[];
                                field: ("email" | "fullName" | "firstName" | "lastName" | "phone" | "jobTitle" | "language" | "isMainContact" | "hasPortalAccess" | "customer" | "domains" | "customerPhone" | "website" | "notes") | null;
                            }[];
                            options: {
                                /**
                                 * @description What becomes of contacts and customers who are there already
                                 * @enum {string}
                                 */
                                existing: "skip" | "update";
                                /** @description False: a row with an unknown customer is refused */
                                createsCustomers: boolean;
                                /** @description Whether new contacts get the welcome mail */
                                sendsWelcome: boolean;
                            };
                            rowCount: number;
                            /** @description Rows that the check or the run is through with */
                            doneCount: number;
                            counts: {
                                created: number;
                                updated: number;
                                unchanged: number;
                                skipped: number;
                                refused: number;
                                /** @description Customers that rows of contacts brought along included */
                                customersCreated: number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rows with what would become, or became, of them
         * @description Who may: contacts.manage or customers.manage.
         */
        get: {
            parameters: {
                query?: {
                    outcome?: "created" | "updated" | "unchanged" | "skipped" | "refused";
                    after?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description The first row below the headings is 1 */
                                rowNumber: number;
                                /** @enum {string} */
                                outcome: "created" | "updated" | "unchanged" | "skipped" | "refused";
                                /** @description By column, cut to 200 characters */
                                cells: string[];
                                problems: {
                                    field: string;
                                    code: string;
                                    message: string;
                                }[];
                                contactId: number | null;
                                customerId: number | null;
                            }[];
                            nextAfter: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file with the outcome of each row, as CSV
         * @description Who may: contacts.manage or customers.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The contacts that the filters show, as a CSV file that can be imported again
         * @description Who may: contacts.view.
         */
        get: {
            parameters: {
                query?: {
                    search?: string;
                    state?: "active" | "archived" | "all";
                    customerId?: "none" | number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customers that the filters show, as a CSV file that can be imported again
         * @description Who may: customers.view.
         */
        get: {
            parameters: {
                query?: {
                    search?: string;
                    state?: "active" | "archived" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts, found by state, severity, source, customer, device or words
         * @description Who may: alerts.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    search?: string;
                    state?: string;
                    severity?: string;
                    source?: string;
                    customerId?: number;
                    deviceId?: number;
                    alertSourceId?: number;
                    hasTicket?: string;
                    sort?: "-lastAt" | "lastAt" | "-severity" | "-createdAt" | "createdAt";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** @description In the reader’s language, unless its source has given one */
                                title: string;
                                /** @enum {string} */
                                kind: "cpu" | "memory" | "disk" | "offline" | "service" | "certificate" | "reboot" | "unreachable" | "unexpected" | "other";
                                target: string;
                                value: number | null;
                                threshold: number | null;
                                /** @enum {string} */
                                severity: "information" | "warning" | "critical";
                                /** @enum {string} */
                                state: "open" | "acknowledged" | "snoozed" | "resolved";
                                /** @enum {string} */
                                source: "agent" | "offline" | "check" | "api" | "webhook";
                                /** @description The system that sent it to its webhook */
                                alertSource: {
                                    id: number;
                                    name: string;
                                } | null;
                                device: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    type: "workstation" | "laptop" | "server" | "other";
                                } | null;
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                ticket: {
                                    number: number;
                                    /** @enum {string} */
                                    status: "open" | "pending" | "resolved" | "closed";
                                } | null;
                                occurrences: number;
                                /**
                                 * Format: date-time
                                 * @description Since when it is so this time
                                 */
                                occurredAt: string;
                                /**
                                 * Format: date-time
                                 * @description Heard of last
                                 */
                                lastAt: string;
                                snoozedUntil: string | null;
                                /** @description Sleeps because of a maintenance window */
                                isSilenced: boolean;
                                isFlapping: boolean;
                                acknowledgedBy: {
                                    id: number;
                                    name: string;
                                } | null;
                                resolvedAt: string | null;
                                resolvedBy: ("person" | "source" | "ticket" | "system") | null;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Say that something is wrong, or (`resolved`) over; the same said again is one alert
         * @description Who may: alerts.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Tells it from others; left out: its title, on the device or customer */
                        fingerprint?: string;
                        title: string;
                        text?: string;
                        /**
                         * @default warning
                         * @enum {string}
                         */
                        severity?: "information" | "warning" | "critical";
                        /**
                         * @default firing
                         * @enum {string}
                         */
                        status?: "firing" | "resolved";
                        deviceId?: number;
                        customerId?: number;
                        labels?: {
                            [key: string]: string;
                        };
                        /** Format: uri */
                        url?: string;
                        /**
                         * Format: date-time
                         * @description Since when: an occurrence that somebody has resolved is not raised again
                         */
                        occurredAt?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description null: resolved, and there was none */
                            alert: {
                                id: number;
                                /** @description In the reader’s language, unless its source has given one */
                                title: string;
                                /** @enum {string} */
                                kind: "cpu" | "memory" | "disk" | "offline" | "service" | "certificate" | "reboot" | "unreachable" | "unexpected" | "other";
                                target: string;
                                value: number | null;
                                threshold: number | null;
                                /** @enum {string} */
                                severity: "information" | "warning" | "critical";
                                /** @enum {string} */
                                state: "open" | "acknowledged" | "snoozed" | "resolved";
                                /** @enum {string} */
                                source: "agent" | "offline" | "check" | "api" | "webhook";
                                /** @description The system that sent it to its webhook */
                                alertSource: {
                                    id: number;
                                    name: string;
                                } | null;
                                device: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    type: "workstation" | "laptop" | "server" | "other";
                                } | null;
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                ticket: {
                                    number: number;
                                    /** @enum {string} */
                                    status: "open" | "pending" | "resolved" | "closed";
                                } | null;
                                occurrences: number;
                                /**
                                 * Format: date-time
                                 * @description Since when it is so this time
                                 */
                                occurredAt: string;
                                /**
                                 * Format: date-time
                                 * @description Heard of last
                                 */
                                lastAt: string;
                                snoozedUntil: string | null;
                                /** @description Sleeps because of a maintenance window */
                                isSilenced: boolean;
                                isFlapping: boolean;
                                acknowledgedBy: {
                                    id: number;
                                    name: string;
                                } | null;
                                resolvedAt: string | null;
                                resolvedBy: ("person" | "source" | "ticket" | "system") | null;
                                /** Format: date-time */
                                createdAt: string;
                                text: string;
                                labels: {
                                    [key: string]: string;
                                };
                                /** @description A page of its source */
                                url: string | null;
                                fingerprint: string;
                                /** @description Flapping: when it counts as resolved if it stays away */
                                resolvesAt: string | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many alerts the same filters find
         * @description Who may: alerts.view.
         */
        get: {
            parameters: {
                query?: {
                    search?: string;
                    state?: string;
                    severity?: string;
                    source?: string;
                    customerId?: number;
                    deviceId?: number;
                    alertSourceId?: number;
                    hasTicket?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open and acknowledged alerts by severity
         * @description Who may: alerts.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            information: number;
                            warning: number;
                            critical: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One alert with all that its source said
         * @description Who may: alerts.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @description In the reader’s language, unless its source has given one */
                            title: string;
                            /** @enum {string} */
                            kind: "cpu" | "memory" | "disk" | "offline" | "service" | "certificate" | "reboot" | "unreachable" | "unexpected" | "other";
                            target: string;
                            value: number | null;
                            threshold: number | null;
                            /** @enum {string} */
                            severity: "information" | "warning" | "critical";
                            /** @enum {string} */
                            state: "open" | "acknowledged" | "snoozed" | "resolved";
                            /** @enum {string} */
                            source: "agent" | "offline" | "check" | "api" | "webhook";
                            /** @description The system that sent it to its webhook */
                            alertSource: {
                                id: number;
                                name: string;
                            } | null;
                            device: {
                                id: number;
                                name: string;
                                /** @enum {string} */
                                type: "workstation" | "laptop" | "server" | "other";
                            } | null;
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            ticket: {
                                number: number;
                                /** @enum {string} */
                                status: "open" | "pending" | "resolved" | "closed";
                            } | null;
                            occurrences: number;
                            /**
                             * Format: date-time
                             * @description Since when it is so this time
                             */
                            occurredAt: string;
                            /**
                             * Format: date-time
                             * @description Heard of last
                             */
                            lastAt: string;
                            snoozedUntil: string | null;
                            /** @description Sleeps because of a maintenance window */
                            isSilenced: boolean;
                            isFlapping: boolean;
                            acknowledgedBy: {
                                id: number;
                                name: string;
                            } | null;
                            resolvedAt: string | null;
                            resolvedBy: ("person" | "source" | "ticket" | "system") | null;
                            /** Format: date-time */
                            createdAt: string;
                            text: string;
                            labels: {
                                [key: string]: string;
                            };
                            /** @description A page of its source */
                            url: string | null;
                            fingerprint: string;
                            /** @description Flapping: when it counts as resolved if it stays away */
                            resolvesAt: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of an alert, the newest first
         * @description Who may: alerts.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** @enum {string} */
                                kind: "raised" | "reopened" | "severity" | "acknowledged" | "opened" | "snoozed" | "woken" | "silenced" | "flapping" | "resolved" | "ticket" | "note";
                                actor: {
                                    /** @enum {string} */
                                    kind: "technician" | "contact" | "apiKey" | "system";
                                    id: number | null;
                                    name: string;
                                };
                                details: {
                                    [key: string]: unknown;
                                };
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge, snooze, resolve or reopen many alerts at once
         * @description Who may: alerts.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: number[];
                        /** @enum {string} */
                        state: "open" | "acknowledged" | "resolved";
                    } | {
                        ids: number[];
                        /** @enum {string} */
                        state: "snoozed";
                        /** Format: date-time */
                        snoozedUntil: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number[];
                            /** @description Gone, or resolved already */
                            missing: number[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a ticket of alerts, one for each customer, or add them to a ticket
         * @description Who may: alerts.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: number[];
                        subject?: string;
                        assigneeId?: number | null;
                        /** @enum {string} */
                        priority?: "low" | "medium" | "high" | "critical";
                        ticketNumber?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tickets: {
                                number: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The alerts of a ticket, the worst first
         * @description Who may: alerts.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** @description In the reader’s language, unless its source has given one */
                                title: string;
                                /** @enum {string} */
                                kind: "cpu" | "memory" | "disk" | "offline" | "service" | "certificate" | "reboot" | "unreachable" | "unexpected" | "other";
                                target: string;
                                value: number | null;
                                threshold: number | null;
                                /** @enum {string} */
                                severity: "information" | "warning" | "critical";
                                /** @enum {string} */
                                state: "open" | "acknowledged" | "snoozed" | "resolved";
                                /** @enum {string} */
                                source: "agent" | "offline" | "check" | "api" | "webhook";
                                /** @description The system that sent it to its webhook */
                                alertSource: {
                                    id: number;
                                    name: string;
                                } | null;
                                device: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    type: "workstation" | "laptop" | "server" | "other";
                                } | null;
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                ticket: {
                                    number: number;
                                    /** @enum {string} */
                                    status: "open" | "pending" | "resolved" | "closed";
                                } | null;
                                occurrences: number;
                                /**
                                 * Format: date-time
                                 * @description Since when it is so this time
                                 */
                                occurredAt: string;
                                /**
                                 * Format: date-time
                                 * @description Heard of last
                                 */
                                lastAt: string;
                                snoozedUntil: string | null;
                                /** @description Sleeps because of a maintenance window */
                                isSilenced: boolean;
                                isFlapping: boolean;
                                acknowledgedBy: {
                                    id: number;
                                    name: string;
                                } | null;
                                resolvedAt: string | null;
                                resolvedBy: ("person" | "source" | "ticket" | "system") | null;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Threshold profiles, the default one first
         * @description Who may: alerts.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                /** @description Of all devices to which no other is assigned */
                                isDefault: boolean;
                                conditions: {
                                    id: string;
                                    /** @enum {string} */
                                    kind: "cpu" | "memory" | "disk" | "offline" | "service" | "certificate" | "reboot";
                                    /** @enum {string} */
                                    severity: "information" | "warning" | "critical";
                                    limit: number | null;
                                    hysteresis: number;
                                    minutes: number;
                                    target: string;
                                    deviceTypes: ("workstation" | "laptop" | "server" | "other")[];
                                }[];
                                ticketRules: {
                                    severities: ("information" | "warning" | "critical")[];
                                    deviceTypes: ("workstation" | "laptop" | "server" | "other")[];
                                    assigneeId: number | null;
                                    /** @enum {string} */
                                    priority: "low" | "medium" | "high" | "critical";
                                }[];
                                hearing: {
                                    severities: ("information" | "warning" | "critical")[];
                                    roleIds: number[];
                                    technicianIds: number[];
                                };
                                solvesTickets: boolean;
                                resolvesAlerts: boolean;
                                assignments: {
                                    device: {
                                        id: number;
                                        name: string;
                                    } | null;
                                    customer: {
                                        id: number;
                                        name: string;
                                    } | null;
                                    deviceType: ("workstation" | "laptop" | "server" | "other") | null;
                                }[];
                                version: number;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a threshold profile
         * @description Who may: settings.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        conditions: {
                            id: string;
                            /** @enum {string} */
                            kind: "cpu" | "memory" | "disk" | "offline" | "service" | "certificate" | "reboot";
                            /** @enum {string} */
                            severity: "information" | "warning" | "critical";
                            /** @default null */
                            limit?: number | null;
                            /** @default 0 */
                            hysteresis?: number;
                            /** @default 0 */
                            minutes?: number;
                            /** @default  */
                            target?: string;
                            /** @default [] */
                            deviceTypes?: ("workstation" | "laptop" | "server" | "other")[];
                        }[];
                        ticketRules: {
                            severities: ("information" | "warning" | "critical")[];
                            /** @default [] */
                            deviceTypes?: ("workstation" | "laptop" | "server" | "other")[];
                            /** @default null */
                            assigneeId?: number | null;
                            /**
                             * @default high
                             * @enum {string}
                             */
                            priority?: "low" | "medium" | "high" | "critical";
                        }[];
                        hearing: {
                            severities: ("information" | "warning" | "critical")[];
                            /** @default [] */
                            roleIds?: number[];
                            /** @default [] */
                            technicianIds?: number[];
                        };
                        /** @description A ticket is solved once all of its alerts are */
                        solvesTickets: boolean;
                        /** @description Alerts are resolved once their ticket is solved or closed */
                        resolvesAlerts: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            /** @description Of all devices to which no other is assigned */
                            isDefault: boolean;
                            conditions: {
                                id: string;
                                /** @enum {string} */
                                kind: "cpu" | "memory" | "disk" | "offline" | "service" | "certificate" | "reboot";
                                /** @enum {string} */
                                severity: "information" | "warning" | "critical";
                                limit: number | null;
                                hysteresis: number;
                                minutes: number;
                                target: string;
                                deviceTypes: ("workstation" | "laptop" | "server" | "other")[];
                            }[];
                            ticketRules: {
                                severities: ("information" | "warning" | "critical")[];
                                deviceTypes: ("workstation" | "laptop" | "server" | "other")[];
                                assigneeId: number | null;
                                /** @enum {string} */
                                priority: "low" | "medium" | "high" | "critical";
                            }[];
                            hearing: {
                                severities: ("information" | "warning" | "critical")[];
                                roleIds: number[];
                                technicianIds: number[];
                            };
                            solvesTickets: boolean;
                            resolvesAlerts: boolean;
                            assignments: {
                                device: {
                                    id: number;
                                    name: string;
                                } | null;
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                deviceType: ("workstation" | "laptop" | "server" | "other") | null;
                            }[];
                            version: number;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One threshold profile
         * @description Who may: alerts.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            /** @description Of all devices to which no other is assigned */
                            isDefault: boolean;
                            conditions: {
                                id: string;
                                /** @enum {string} */
                                kind: "cpu" | "memory" | "disk" | "offline" | "service" | "certificate" | "reboot";
                                /** @enum {string} */
                                severity: "information" | "warning" | "critical";
                                limit: number | null;
                                hysteresis: number;
                                minutes: number;
                                target: string;
                                deviceTypes: ("workstation" | "laptop" | "server" | "other")[];
                            }[];
                            ticketRules: {
                                severities: ("information" | "warning" | "critical")[];
                                deviceTypes: ("workstation" | "laptop" | "server" | "other")[];
                                assigneeId: number | null;
                                /** @enum {string} */
                                priority: "low" | "medium" | "high" | "critical";
                            }[];
                            hearing: {
                                severities: ("information" | "warning" | "critical")[];
                                roleIds: number[];
                                technicianIds: number[];
                            };
                            solvesTickets: boolean;
                            resolvesAlerts: boolean;
                            assignments: {
                                device: {
                                    id: number;
                                    name: string;
                                } | null;
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                deviceType: ("workstation" | "laptop" | "server" | "other") | null;
                            }[];
                            version: number;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Remove a threshold profile; not the default one
         * @description Who may: settings.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a threshold profile; 409 with `current` when somebody else did meanwhile
         * @description Who may: settings.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        conditions?: {
                            id: string;
                            /** @enum {string} */
                            kind: "cpu" | "memory" | "disk" | "offline" | "service" | "certificate" | "reboot";
                            /** @enum {string} */
                            severity: "information" | "warning" | "critical";
                            /** @default null */
                            limit?: number | null;
                            /** @default 0 */
                            hysteresis?: number;
                            /** @default 0 */
                            minutes?: number;
                            /** @default  */
                            target?: string;
                            /** @default [] */
                            deviceTypes?: ("workstation" | "laptop" | "server" | "other")[];
                        }[];
                        ticketRules?: {
                            severities: ("information" | "warning" | "critical")[];
                            /** @default [] */
                            deviceTypes?: ("workstation" | "laptop" | "server" | "other")[];
                            /** @default null */
                            assigneeId?: number | null;
                            /**
                             * @default high
                             * @enum {string}
                             */
                            priority?: "low" | "medium" | "high" | "critical";
                        }[];
                        hearing?: {
                            severities: ("information" | "warning" | "critical")[];
                            /** @default [] */
                            roleIds?: number[];
                            /** @default [] */
                            technicianIds?: number[];
                        };
                        /** @description A ticket is solved once all of its alerts are */
                        solvesTickets?: boolean;
                        /** @description Alerts are resolved once their ticket is solved or closed */
                        resolvesAlerts?: boolean;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            /** @description Of all devices to which no other is assigned */
                            isDefault: boolean;
                            conditions: {
                                id: string;
                                /** @enum {string} */
                                kind: "cpu" | "memory" | "disk" | "offline" | "service" | "certificate" | "reboot";
                                /** @enum {string} */
                                severity: "information" | "warning" | "critical";
                                limit: number | null;
                                hysteresis: number;
                                minutes: number;
                                target: string;
                                deviceTypes: ("workstation" | "laptop" | "server" | "other")[];
                            }[];
                            ticketRules: {
                                severities: ("information" | "warning" | "critical")[];
                                deviceTypes: ("workstation" | "laptop" | "server" | "other")[];
                                assigneeId: number | null;
                                /** @enum {string} */
                                priority: "low" | "medium" | "high" | "critical";
                            }[];
                            hearing: {
                                severities: ("information" | "warning" | "critical")[];
                                roleIds: number[];
                                technicianIds: number[];
                            };
                            solvesTickets: boolean;
                            resolvesAlerts: boolean;
                            assignments: {
                                device: {
                                    id: number;
                                    name: string;
                                } | null;
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                deviceType: ("workstation" | "laptop" | "server" | "other") | null;
                            }[];
                            version: number;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/alert-profiles/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * All devices, customers and types that a profile is for; of several the most specific counts
         * @description Who may: settings.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        assignments: {
                            /** @default null */
                            deviceId?: number | null;
                            /** @default null */
                            customerId?: number | null;
                            /** @default null */
                            deviceType?: ("workstation" | "laptop" | "server" | "other") | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            /** @description Of all devices to which no other is assigned */
                            isDefault: boolean;
                            conditions: {
                                id: string;
                                /** @enum {string} */
                                kind: "cpu" | "memory" | "disk" | "offline" | "service" | "certificate" | "reboot";
                                /** @enum {string} */
                                severity: "information" | "warning" | "critical";
                                limit: number | null;
                                hysteresis: number;
                                minutes: number;
                                target: string;
                                deviceTypes: ("workstation" | "laptop" | "server" | "other")[];
                            }[];
                            ticketRules: {
                                severities: ("information" | "warning" | "critical")[];
                                deviceTypes: ("workstation" | "laptop" | "server" | "other")[];
                                assigneeId: number | null;
                                /** @enum {string} */
                                priority: "low" | "medium" | "high" | "critical";
                            }[];
                            hearing: {
                                severities: ("information" | "warning" | "critical")[];
                                roleIds: number[];
                                technicianIds: number[];
                            };
                            solvesTickets: boolean;
                            resolvesAlerts: boolean;
                            assignments: {
                                device: {
                                    id: number;
                                    name: string;
                                } | null;
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                deviceType: ("workstation" | "laptop" | "server" | "other") | null;
                            }[];
                            version: number;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/device-alert-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give devices a threshold profile of their own, or (null) none
         * @description Who may: alerts.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        deviceIds: number[];
                        profileId: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number[];
                            /** @description Gone meanwhile, or not to be seen */
                            missing: number[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/alert-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The threshold profile that holds for a device
         * @description Who may: alerts.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            /** @description Of all devices to which no other is assigned */
                            isDefault: boolean;
                            conditions: {
                                id: string;
                                /** @enum {string} */
                                kind: "cpu" | "memory" | "disk" | "offline" | "service" | "certificate" | "reboot";
                                /** @enum {string} */
                                severity: "information" | "warning" | "critical";
                                limit: number | null;
                                hysteresis: number;
                                minutes: number;
                                target: string;
                                deviceTypes: ("workstation" | "laptop" | "server" | "other")[];
                            }[];
                            ticketRules: {
                                severities: ("information" | "warning" | "critical")[];
                                deviceTypes: ("workstation" | "laptop" | "server" | "other")[];
                                assigneeId: number | null;
                                /** @enum {string} */
                                priority: "low" | "medium" | "high" | "critical";
                            }[];
                            hearing: {
                                severities: ("information" | "warning" | "critical")[];
                                roleIds: number[];
                                technicianIds: number[];
                            };
                            solvesTickets: boolean;
                            resolvesAlerts: boolean;
                            assignments: {
                                device: {
                                    id: number;
                                    name: string;
                                } | null;
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                deviceType: ("workstation" | "laptop" | "server" | "other") | null;
                            }[];
                            version: number;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Systems that send alerts to a webhook
         * @description Who may: settings.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                /** @enum {string} */
                                format: "alertmanager" | "plain";
                                /** @description Whose the alerts are; null: as their labels say */
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                /** @description What follows from its alerts; null: what the device’s profile says */
                                profile: {
                                    id: number;
                                    name: string;
                                    isDefault: boolean;
                                } | null;
                                lastReceivedAt: string | null;
                                /** @description Code of the error with which the last was refused */
                                lastError: string | null;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a system that sends alerts; its secret is in this answer and never again
         * @description Who may: settings.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        format: "alertmanager" | "plain";
                        /** @default null */
                        customerId?: number | null;
                        /** @default null */
                        profileId?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            source: {
                                id: number;
                                name: string;
                                /** @enum {string} */
                                format: "alertmanager" | "plain";
                                /** @description Whose the alerts are; null: as their labels say */
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                /** @description What follows from its alerts; null: what the device’s profile says */
                                profile: {
                                    id: number;
                                    name: string;
                                    isDefault: boolean;
                                } | null;
                                lastReceivedAt: string | null;
                                /** @description Code of the error with which the last was refused */
                                lastError: string | null;
                                /** Format: date-time */
                                createdAt: string;
                            };
                            /** @description For the header Authorization: Bearer */
                            secret: string;
                            address: string;
                            /** @description For systems that cannot send a header */
                            addressWithSecret: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take no more alerts from a system
         * @description Who may: settings.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a system that sends alerts
         * @description Who may: settings.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        customerId?: number | null;
                        profileId?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            /** @enum {string} */
                            format: "alertmanager" | "plain";
                            /** @description Whose the alerts are; null: as their labels say */
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            /** @description What follows from its alerts; null: what the device’s profile says */
                            profile: {
                                id: number;
                                name: string;
                                isDefault: boolean;
                            } | null;
                            lastReceivedAt: string | null;
                            /** @description Code of the error with which the last was refused */
                            lastError: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/alert-sources/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret in place of the old one, which ends at once
         * @description Who may: settings.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            source: {
                                id: number;
                                name: string;
                                /** @enum {string} */
                                format: "alertmanager" | "plain";
                                /** @description Whose the alerts are; null: as their labels say */
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                /** @description What follows from its alerts; null: what the device’s profile says */
                                profile: {
                                    id: number;
                                    name: string;
                                    isDefault: boolean;
                                } | null;
                                lastReceivedAt: string | null;
                                /** @description Code of the error with which the last was refused */
                                lastError: string | null;
                                /** Format: date-time */
                                createdAt: string;
                            };
                            /** @description For the header Authorization: Bearer */
                            secret: string;
                            address: string;
                            /** @description For systems that cannot send a header */
                            addressWithSecret: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-hooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Alerts of another system, with its secret as Authorization: Bearer
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            raised: number;
                            resolved: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-hooks/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Alerts of another system that cannot send a header
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    secret: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            raised: number;
                            resolved: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/maintenance-windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Maintenance windows, the newest first; those long past are left out
         * @description Who may: alerts.view.
         */
        get: {
            parameters: {
                query?: {
                    customerId?: number;
                    deviceId?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                /** @description Also of a device */
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                device: {
                                    id: number;
                                    name: string;
                                } | null;
                                time: {
                                    /** @enum {string} */
                                    kind: "once";
                                    /** Format: date-time */
                                    startsAt: string;
                                    /** Format: date-time */
                                    endsAt: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "weekly";
                                    weekdays: number[];
                                    fromMinute: number;
                                    durationMinutes: number;
                                };
                                /** @description null: not open now */
                                openUntil: string | null;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Silence alerts of the company, a customer or a device for a time
         * @description Who may: alerts.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        customerId?: number | null;
                        /** @description Neither customer nor device: the whole company */
                        deviceId?: number | null;
                        time: {
                            /** @enum {string} */
                            kind: "once";
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                        } | {
                            /** @enum {string} */
                            kind: "weekly";
                            /** @description 1 Monday to 7 Sunday: the days on which it begins */
                            weekdays: number[];
                            /** @description Minute of the day, company’s time */
                            fromMinute: number;
                            durationMinutes: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            /** @description Also of a device */
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            device: {
                                id: number;
                                name: string;
                            } | null;
                            time: {
                                /** @enum {string} */
                                kind: "once";
                                /** Format: date-time */
                                startsAt: string;
                                /** Format: date-time */
                                endsAt: string;
                            } | {
                                /** @enum {string} */
                                kind: "weekly";
                                weekdays: number[];
                                fromMinute: number;
                                durationMinutes: number;
                            };
                            /** @description null: not open now */
                            openUntil: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/maintenance-windows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a maintenance window; what it silenced already stays so until the time set then
         * @description Who may: alerts.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        customerId?: number | null;
                        /** @description Neither customer nor device: the whole company */
                        deviceId?: number | null;
                        time: {
                            /** @enum {string} */
                            kind: "once";
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                        } | {
                            /** @enum {string} */
                            kind: "weekly";
                            /** @description 1 Monday to 7 Sunday: the days on which it begins */
                            weekdays: number[];
                            /** @description Minute of the day, company’s time */
                            fromMinute: number;
                            durationMinutes: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            /** @description Also of a device */
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            device: {
                                id: number;
                                name: string;
                            } | null;
                            time: {
                                /** @enum {string} */
                                kind: "once";
                                /** Format: date-time */
                                startsAt: string;
                                /** Format: date-time */
                                endsAt: string;
                            } | {
                                /** @enum {string} */
                                kind: "weekly";
                                weekdays: number[];
                                fromMinute: number;
                                durationMinutes: number;
                            };
                            /** @description null: not open now */
                            openUntil: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Remove a maintenance window
         * @description Who may: alerts.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tickets by status, assignee, customer, contact, device, priority and words
         * @description Who may: tickets.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    status?: string;
                    priority?: string;
                    assignee?: ("me" | "none") | number;
                    customer?: "none" | number;
                    contact?: number;
                    device?: number;
                    /** @description Only those that nobody has answered */
                    waiting?: "true";
                    /** @description The first day, by the clock of your company */
                    createdFrom?: string;
                    /** @description The last day */
                    createdTo?: string;
                    solvedFrom?: string;
                    solvedTo?: string;
                    search?: string;
                    sort?: "-updatedAt" | "updatedAt" | "-createdAt" | "createdAt" | "-number" | "number" | "-priority" | "waitingSince";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                number: number;
                                subject: string;
                                preview: string;
                                /** @enum {string} */
                                status: "open" | "pending" | "resolved" | "closed";
                                /** @enum {string} */
                                priority: "low" | "medium" | "high" | "critical";
                                customer: {
                                    id: number;
                                    name: string;
                                } | null;
                                contact: {
                                    id: number;
                                    name: string;
                                    email: string;
                                } | null;
                                assignee: {
                                    id: number;
                                    name: string;
                                    pictureUrl: string | null;
                                } | null;
                                /** @enum {string} */
                                source: "email" | "portal" | "technician" | "alert" | "api";
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                                waitingSince: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Open a ticket for a caller, who may be a new contact
         * @description Who may: tickets.create.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject: string;
                        html: string;
                        contactId?: number;
                        newContact?: {
                            email: string;
                            firstName: string;
                            lastName: string;
                            customerId?: number | null;
                        };
                        customerId?: number;
                        /** @enum {string} */
                        priority?: "low" | "medium" | "high" | "critical";
                        /** @enum {string} */
                        impact?: "none" | "minor" | "major" | "siteDown" | "serverIssue" | "crisis";
                        /** @enum {string} */
                        type?: "incident" | "problem" | "request" | "change" | "question" | "other";
                        assigneeId?: number;
                        /** @description A device of the ticket’s customer */
                        deviceId?: number;
                        attachmentIds?: number[];
                        /** @description Left out: the contact is told by e-mail */
                        tellsContact?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            subject: string;
                            preview: string;
                            /** @enum {string} */
                            status: "open" | "pending" | "resolved" | "closed";
                            /** @enum {string} */
                            priority: "low" | "medium" | "high" | "critical";
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            contact: {
                                id: number;
                                name: string;
                                email: string;
                            } | null;
                            assignee: {
                                id: number;
                                name: string;
                                pictureUrl: string | null;
                            } | null;
                            /** @enum {string} */
                            source: "email" | "portal" | "technician" | "alert" | "api";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            waitingSince: string | null;
                            id: number;
                            /** @enum {string} */
                            impact: "none" | "minor" | "major" | "siteDown" | "serverIssue" | "crisis";
                            /** @enum {string} */
                            type: "incident" | "problem" | "request" | "change" | "question" | "other";
                            version: number;
                            participants: {
                                address: string;
                                name: string;
                                contactId: number | null;
                            }[];
                            resolvedAt: string | null;
                            closedAt: string | null;
                            device: {
                                id: number;
                                name: string;
                            } | null;
                            followsNumber: number | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many tickets are open, pending, mine and nobody’s
         * @description Who may: tickets.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            open: number;
                            pending: number;
                            mine: number;
                            unassigned: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Active tickets by status and priority, yours, nobody’s, and those that wait for us
         * @description Who may: tickets.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            mine: number;
                            unassigned: number;
                            waiting: number;
                            groups: {
                                /** @enum {string} */
                                status: "open" | "pending" | "resolved" | "closed";
                                /** @enum {string} */
                                priority: "low" | "medium" | "high" | "critical";
                                count: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * New and solved tickets of the last 30 days, by the clock of your company
         * @description Who may: tickets.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            days: {
                                day: string;
                                created: number;
                                solved: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One ticket
         * @description Who may: tickets.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            subject: string;
                            preview: string;
                            /** @enum {string} */
                            status: "open" | "pending" | "resolved" | "closed";
                            /** @enum {string} */
                            priority: "low" | "medium" | "high" | "critical";
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            contact: {
                                id: number;
                                name: string;
                                email: string;
                            } | null;
                            assignee: {
                                id: number;
                                name: string;
                                pictureUrl: string | null;
                            } | null;
                            /** @enum {string} */
                            source: "email" | "portal" | "technician" | "alert" | "api";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            waitingSince: string | null;
                            id: number;
                            /** @enum {string} */
                            impact: "none" | "minor" | "major" | "siteDown" | "serverIssue" | "crisis";
                            /** @enum {string} */
                            type: "incident" | "problem" | "request" | "change" | "question" | "other";
                            version: number;
                            participants: {
                                address: string;
                                name: string;
                                contactId: number | null;
                            }[];
                            resolvedAt: string | null;
                            closedAt: string | null;
                            device: {
                                id: number;
                                name: string;
                            } | null;
                            followsNumber: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change properties; 409 with `current` when somebody else did meanwhile
         * @description Who may: tickets.update.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        subject?: string;
                        /** @enum {string} */
                        status?: "open" | "pending" | "resolved" | "closed";
                        /** @enum {string} */
                        priority?: "low" | "medium" | "high" | "critical";
                        /** @enum {string} */
                        impact?: "none" | "minor" | "major" | "siteDown" | "serverIssue" | "crisis";
                        /** @enum {string} */
                        type?: "incident" | "problem" | "request" | "change" | "question" | "other";
                        assigneeId?: number | null;
                        customerId?: number | null;
                        contactId?: number | null;
                        deviceId?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            subject: string;
                            preview: string;
                            /** @enum {string} */
                            status: "open" | "pending" | "resolved" | "closed";
                            /** @enum {string} */
                            priority: "low" | "medium" | "high" | "critical";
                            customer: {
                                id: number;
                                name: string;
                            } | null;
                            contact: {
                                id: number;
                                name: string;
                                email: string;
                            } | null;
                            assignee: {
                                id: number;
                                name: string;
                                pictureUrl: string | null;
                            } | null;
                            /** @enum {string} */
                            source: "email" | "portal" | "technician" | "alert" | "api";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            waitingSince: string | null;
                            id: number;
                            /** @enum {string} */
                            impact: "none" | "minor" | "major" | "siteDown" | "serverIssue" | "crisis";
                            /** @enum {string} */
                            type: "incident" | "problem" | "request" | "change" | "question" | "other";
                            version: number;
                            participants: {
                                address: string;
                                name: string;
                                contactId: number | null;
                            }[];
                            resolvedAt: string | null;
                            closedAt: string | null;
                            device: {
                                id: number;
                                name: string;
                            } | null;
                            followsNumber: number | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/ticket-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many tickets at once: their status, priority, type or assignee
         * @description Who may: tickets.update.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        numbers: number[];
                        /** @enum {string} */
                        status?: "open" | "pending" | "resolved" | "closed";
                        /** @enum {string} */
                        priority?: "low" | "medium" | "high" | "critical";
                        /** @enum {string} */
                        type?: "incident" | "problem" | "request" | "change" | "question" | "other";
                        assigneeId?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number[];
                            /** @description Gone, or not to be seen */
                            missing: number[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed, by whom and when, the newest first
         * @description Who may: tickets.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                actor: {
                                    /** @enum {string} */
                                    kind: "technician" | "contact" | "apiKey" | "system";
                                    id: number | null;
                                    name: string;
                                };
                                field: string;
                                oldValue: unknown;
                                newValue: unknown;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The conversation, the oldest message first
         * @description Who may: tickets.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** @enum {string} */
                                kind: "reply" | "note" | "contact";
                                html: string;
                                quotedHtml: string | null;
                                signatureHtml: string | null;
                                hasRemoteImages: boolean;
                                author: {
                                    /** @enum {string} */
                                    kind: "technician" | "contact" | "address";
                                    id: number | null;
                                    name: string;
                                    email: string | null;
                                    pictureUrl: string | null;
                                };
                                attachments: {
                                    id: number;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                    isInline: boolean;
                                    url: string;
                                }[];
                                to: string[];
                                cc: string[];
                                /** @enum {string} */
                                source: "email" | "portal" | "technician" | "alert" | "api";
                                senderVerdict: ("pass" | "none") | null;
                                inboundMessageId: number | null;
                                delivery: {
                                    /** @enum {string} */
                                    state: "queued" | "sent" | "failed" | "bounced";
                                    error: string | null;
                                } | null;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer publicly, by mail and in the portal; may set the status with it
         * @description Who may: tickets.reply.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        html: string;
                        attachmentIds?: number[];
                        to?: string[];
                        cc?: string[];
                        /** @enum {string} */
                        status?: "open" | "pending" | "resolved" | "closed";
                        version?: number;
                        withSignature?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @enum {string} */
                            kind: "reply" | "note" | "contact";
                            html: string;
                            quotedHtml: string | null;
                            signatureHtml: string | null;
                            hasRemoteImages: boolean;
                            author: {
                                /** @enum {string} */
                                kind: "technician" | "contact" | "address";
                                id: number | null;
                                name: string;
                                email: string | null;
                                pictureUrl: string | null;
                            };
                            attachments: {
                                id: number;
                                name: string;
                                mediaType: string;
                                sizeBytes: number;
                                isInline: boolean;
                                url: string;
                            }[];
                            to: string[];
                            cc: string[];
                            /** @enum {string} */
                            source: "email" | "portal" | "technician" | "alert" | "api";
                            senderVerdict: ("pass" | "none") | null;
                            inboundMessageId: number | null;
                            delivery: {
                                /** @enum {string} */
                                state: "queued" | "sent" | "failed" | "bounced";
                                error: string | null;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an internal note
         * @description Who may: tickets.note.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        html: string;
                        attachmentIds?: number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @enum {string} */
                            kind: "reply" | "note" | "contact";
                            html: string;
                            quotedHtml: string | null;
                            signatureHtml: string | null;
                            hasRemoteImages: boolean;
                            author: {
                                /** @enum {string} */
                                kind: "technician" | "contact" | "address";
                                id: number | null;
                                name: string;
                                email: string | null;
                                pictureUrl: string | null;
                            };
                            attachments: {
                                id: number;
                                name: string;
                                mediaType: string;
                                sizeBytes: number;
                                isInline: boolean;
                                url: string;
                            }[];
                            to: string[];
                            cc: string[];
                            /** @enum {string} */
                            source: "email" | "portal" | "technician" | "alert" | "api";
                            senderVerdict: ("pass" | "none") | null;
                            inboundMessageId: number | null;
                            delivery: {
                                /** @enum {string} */
                                state: "queued" | "sent" | "failed" | "bounced";
                                error: string | null;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/mentionable-technicians": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom a note can mention: colleagues who may see the ticket
         * @description Who may: tickets.note.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                pictureUrl: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/drafts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you have begun to write here; empty when nothing
         * @description Who may: tickets.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    kind: "reply" | "note";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            html: string;
                            updatedAt: string | null;
                        };
                    };
                };
            };
        };
        /**
         * Keep what you have begun to write
         * @description Who may: tickets.view.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    kind: "reply" | "note";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        html: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            html: string;
                            updatedAt: string | null;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Drop what you have begun to write
         * @description Who may: tickets.view.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    kind: "reply" | "note";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People in To and Cc of the ticket’s mails, beside its contact
         * @description Who may: tickets.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                address: string;
                                name: string;
                                contactId: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/participants/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Offer the address no more, and take no more mail from it on this ticket
         * @description Who may: tickets.update.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    address: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file for a message that is being written
         * @description Who may: tickets.view.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            mediaType: string;
                            sizeBytes: number;
                            isInline: boolean;
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The content of an attachment
         * @description Who may: tickets.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/signature-images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture of a signature under the ticket’s messages
         * @description Who may: tickets.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/article-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Categories of the knowledge base in their order, parents first
         * @description Who may: knowledge.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                parentId: number | null;
                                slug: string;
                                names: {
                                    [key: string]: string;
                                };
                                descriptions: {
                                    [key: string]: string;
                                };
                                /** @description That you may see; for who writes, archived ones too */
                                articleCount: number;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a category, behind the others of its parent
         * @description Who may: knowledge.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        parentId?: number | null;
                        slug?: string;
                        names: {
                            [key: string]: string;
                        };
                        descriptions?: {
                            [key: string]: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            parentId: number | null;
                            slug: string;
                            names: {
                                [key: string]: string;
                            };
                            descriptions: {
                                [key: string]: string;
                            };
                            /** @description That you may see; for who writes, archived ones too */
                            articleCount: number;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/article-categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a category that is empty
         * @description Who may: knowledge.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a category; 409 with `current` when somebody else did meanwhile
         * @description Who may: knowledge.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        parentId?: number | null;
                        slug?: string;
                        names?: {
                            [key: string]: string;
                        };
                        descriptions?: {
                            [key: string]: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            parentId: number | null;
                            slug: string;
                            names: {
                                [key: string]: string;
                            };
                            descriptions: {
                                [key: string]: string;
                            };
                            /** @description That you may see; for who writes, archived ones too */
                            articleCount: number;
                            version: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/article-categories/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * The order of the categories, each among those of its parent
         * @description Who may: knowledge.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                parentId: number | null;
                                slug: string;
                                names: {
                                    [key: string]: string;
                                };
                                descriptions: {
                                    [key: string]: string;
                                };
                                /** @description That you may see; for who writes, archived ones too */
                                articleCount: number;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles; without the permission to write, those that are published
         * @description Who may: knowledge.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    search?: string;
                    categoryId?: number;
                    state?: "draft" | "published" | "changed" | "archived";
                    visibility?: "public" | "contacts" | "customers" | "technicians";
                    language?: "en" | "fr" | "de" | "it" | "es";
                    sort?: "-updatedAt" | "title" | "-views";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                slug: string;
                                categoryId: number;
                                /** @enum {string} */
                                visibility: "public" | "contacts" | "customers" | "technicians";
                                /** @description Whose contacts may read it, for the visibility customers */
                                customers: {
                                    id: number;
                                    name: string;
                                }[];
                                languages: {
                                    /** @enum {string} */
                                    language: "en" | "fr" | "de" | "it" | "es";
                                    /** @enum {string} */
                                    state: "draft" | "published" | "changed";
                                }[];
                                isArchived: boolean;
                                author: {
                                    id: number;
                                    name: string;
                                } | null;
                                views: number;
                                helpful: number;
                                unhelpful: number;
                                version: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                                title: string;
                                /** @enum {string} */
                                titleLanguage: "en" | "fr" | "de" | "it" | "es";
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Begin an article, as a draft in one language
         * @description Who may: knowledge.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        categoryId: number;
                        /**
                         * @default contacts
                         * @enum {string}
                         */
                        visibility?: "public" | "contacts" | "customers" | "technicians";
                        customerIds?: number[];
                        /** @enum {string} */
                        language: "en" | "fr" | "de" | "it" | "es";
                        title: string;
                        /** @default  */
                        html?: string;
                        attachmentIds?: number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            slug: string;
                            categoryId: number;
                            /** @enum {string} */
                            visibility: "public" | "contacts" | "customers" | "technicians";
                            /** @description Whose contacts may read it, for the visibility customers */
                            customers: {
                                id: number;
                                name: string;
                            }[];
                            languages: {
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                state: "draft" | "published" | "changed";
                            }[];
                            isArchived: boolean;
                            author: {
                                id: number;
                                name: string;
                            } | null;
                            views: number;
                            helpful: number;
                            unhelpful: number;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description In the portal; readers find it there once it is published */
                            address: string;
                            texts: {
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                state: "draft" | "published" | "changed";
                                published: {
                                    title: string;
                                    html: string;
                                    attachments: {
                                        id: number;
                                        name: string;
                                        mediaType: string;
                                        sizeBytes: number;
                                        widthPx: number | null;
                                        heightPx: number | null;
                                        url: string;
                                    }[];
                                    /** Format: date-time */
                                    publishedAt: string;
                                } | null;
                                /** @description Only for who writes articles */
                                draft: {
                                    title: string;
                                    html: string;
                                    attachments: {
                                        id: number;
                                        name: string;
                                        mediaType: string;
                                        sizeBytes: number;
                                        widthPx: number | null;
                                        heightPx: number | null;
                                        url: string;
                                    }[];
                                    version: number;
                                    /** Format: date-time */
                                    updatedAt: string;
                                    technicianName: string | null;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/article-matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Published articles for some words, the best first
         * @description Who may: knowledge.view.
         */
        get: {
            parameters: {
                query: {
                    search: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                title: string;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                visibility: "public" | "contacts" | "customers" | "technicians";
                                categoryId: number;
                                address: string;
                                markedTitle: {
                                    text: string;
                                    isHit: boolean;
                                }[];
                                excerpt: {
                                    text: string;
                                    isHit: boolean;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/article-statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What readers read, looked for and found of help
         * @description Who may: knowledge.manage.
         */
        get: {
            parameters: {
                query?: {
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            days: number;
                            totals: {
                                views: number;
                                searches: number;
                                unanswered: number;
                                helpful: number;
                                unhelpful: number;
                            };
                            mostRead: {
                                id: number;
                                title: string;
                                views: number;
                                helpful: number;
                                unhelpful: number;
                            }[];
                            unhelpful: {
                                id: number;
                                title: string;
                                views: number;
                                helpful: number;
                                unhelpful: number;
                            }[];
                            unansweredSearches: {
                                words: string;
                                asked: number;
                                /** @description Articles that had all the words when it was asked last */
                                found: number;
                                /** Format: date-time */
                                lastDay: string;
                            }[];
                            answeredSearches: {
                                words: string;
                                asked: number;
                                /** @description Articles that had all the words when it was asked last */
                                found: number;
                                /** Format: date-time */
                                lastDay: string;
                            }[];
                            comments: {
                                articleId: number;
                                title: string;
                                comment: string;
                                isHelpful: boolean;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An article in all its languages
         * @description Who may: knowledge.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            slug: string;
                            categoryId: number;
                            /** @enum {string} */
                            visibility: "public" | "contacts" | "customers" | "technicians";
                            /** @description Whose contacts may read it, for the visibility customers */
                            customers: {
                                id: number;
                                name: string;
                            }[];
                            languages: {
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                state: "draft" | "published" | "changed";
                            }[];
                            isArchived: boolean;
                            author: {
                                id: number;
                                name: string;
                            } | null;
                            views: number;
                            helpful: number;
                            unhelpful: number;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description In the portal; readers find it there once it is published */
                            address: string;
                            texts: {
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                state: "draft" | "published" | "changed";
                                published: {
                                    title: string;
                                    html: string;
                                    attachments: {
                                        id: number;
                                        name: string;
                                        mediaType: string;
                                        sizeBytes: number;
                                        widthPx: number | null;
                                        heightPx: number | null;
                                        url: string;
                                    }[];
                                    /** Format: date-time */
                                    publishedAt: string;
                                } | null;
                                /** @description Only for who writes articles */
                                draft: {
                                    title: string;
                                    html: string;
                                    attachments: {
                                        id: number;
                                        name: string;
                                        mediaType: string;
                                        sizeBytes: number;
                                        widthPx: number | null;
                                        heightPx: number | null;
                                        url: string;
                                    }[];
                                    version: number;
                                    /** Format: date-time */
                                    updatedAt: string;
                                    technicianName: string | null;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Where an article stands and who may read it; 409 with `current` when it was changed
         * @description Who may: knowledge.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        categoryId?: number;
                        slug?: string;
                        /** @enum {string} */
                        visibility?: "public" | "contacts" | "customers" | "technicians";
                        customerIds?: number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            slug: string;
                            categoryId: number;
                            /** @enum {string} */
                            visibility: "public" | "contacts" | "customers" | "technicians";
                            /** @description Whose contacts may read it, for the visibility customers */
                            customers: {
                                id: number;
                                name: string;
                            }[];
                            languages: {
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                state: "draft" | "published" | "changed";
                            }[];
                            isArchived: boolean;
                            author: {
                                id: number;
                                name: string;
                            } | null;
                            views: number;
                            helpful: number;
                            unhelpful: number;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description In the portal; readers find it there once it is published */
                            address: string;
                            texts: {
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                state: "draft" | "published" | "changed";
                                published: {
                                    title: string;
                                    html: string;
                                    attachments: {
                                        id: number;
                                        name: string;
                                        mediaType: string;
                                        sizeBytes: number;
                                        widthPx: number | null;
                                        heightPx: number | null;
                                        url: string;
                                    }[];
                                    /** Format: date-time */
                                    publishedAt: string;
                                } | null;
                                /** @description Only for who writes articles */
                                draft: {
                                    title: string;
                                    html: string;
                                    attachments: {
                                        id: number;
                                        name: string;
                                        mediaType: string;
                                        sizeBytes: number;
                                        widthPx: number | null;
                                        heightPx: number | null;
                                        url: string;
                                    }[];
                                    version: number;
                                    /** Format: date-time */
                                    updatedAt: string;
                                    technicianName: string | null;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/articles/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Archive an article: no reader gets it any more
         * @description Who may: knowledge.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            slug: string;
                            categoryId: number;
                            /** @enum {string} */
                            visibility: "public" | "contacts" | "customers" | "technicians";
                            /** @description Whose contacts may read it, for the visibility customers */
                            customers: {
                                id: number;
                                name: string;
                            }[];
                            languages: {
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                state: "draft" | "published" | "changed";
                            }[];
                            isArchived: boolean;
                            author: {
                                id: number;
                                name: string;
                            } | null;
                            views: number;
                            helpful: number;
                            unhelpful: number;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description In the portal; readers find it there once it is published */
                            address: string;
                            texts: {
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                state: "draft" | "published" | "changed";
                                published: {
                                    title: string;
                                    html: string;
                                    attachments: {
                                        id: number;
                                        name: string;
                                        mediaType: string;
                                        sizeBytes: number;
                                        widthPx: number | null;
                                        heightPx: number | null;
                                        url: string;
                                    }[];
                                    /** Format: date-time */
                                    publishedAt: string;
                                } | null;
                                /** @description Only for who writes articles */
                                draft: {
                                    title: string;
                                    html: string;
                                    attachments: {
                                        id: number;
                                        name: string;
                                        mediaType: string;
                                        sizeBytes: number;
                                        widthPx: number | null;
                                        heightPx: number | null;
                                        url: string;
                                    }[];
                                    version: number;
                                    /** Format: date-time */
                                    updatedAt: string;
                                    technicianName: string | null;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Take an article back from the archive
         * @description Who may: knowledge.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            slug: string;
                            categoryId: number;
                            /** @enum {string} */
                            visibility: "public" | "contacts" | "customers" | "technicians";
                            /** @description Whose contacts may read it, for the visibility customers */
                            customers: {
                                id: number;
                                name: string;
                            }[];
                            languages: {
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                state: "draft" | "published" | "changed";
                            }[];
                            isArchived: boolean;
                            author: {
                                id: number;
                                name: string;
                            } | null;
                            views: number;
                            helpful: number;
                            unhelpful: number;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description In the portal; readers find it there once it is published */
                            address: string;
                            texts: {
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                state: "draft" | "published" | "changed";
                                published: {
                                    title: string;
                                    html: string;
                                    attachments: {
                                        id: number;
                                        name: string;
                                        mediaType: string;
                                        sizeBytes: number;
                                        widthPx: number | null;
                                        heightPx: number | null;
                                        url: string;
                                    }[];
                                    /** Format: date-time */
                                    publishedAt: string;
                                } | null;
                                /** @description Only for who writes articles */
                                draft: {
                                    title: string;
                                    html: string;
                                    attachments: {
                                        id: number;
                                        name: string;
                                        mediaType: string;
                                        sizeBytes: number;
                                        widthPx: number | null;
                                        heightPx: number | null;
                                        url: string;
                                    }[];
                                    version: number;
                                    /** Format: date-time */
                                    updatedAt: string;
                                    technicianName: string | null;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/article-pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a picture for an article (PNG, JPEG, WebP, GIF or AVIF)
         * @description Who may: knowledge.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            mediaType: string;
                            sizeBytes: number;
                            widthPx: number | null;
                            heightPx: number | null;
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/article-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload an attachment for an article
         * @description Who may: knowledge.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            mediaType: string;
                            sizeBytes: number;
                            widthPx: number | null;
                            heightPx: number | null;
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/article-files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture or attachment of an article
         * @description Who may: knowledge.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/texts/{language}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what you write; 409 with `current` when somebody else did meanwhile
         * @description Who may: knowledge.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    language: "en" | "fr" | "de" | "it" | "es";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 0 for a language that the article has not got yet */
                        version: number;
                        title: string;
                        html: string;
                        attachmentIds?: number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            /** @enum {string} */
                            state: "draft" | "published" | "changed";
                            published: {
                                title: string;
                                html: string;
                                attachments: {
                                    id: number;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                    widthPx: number | null;
                                    heightPx: number | null;
                                    url: string;
                                }[];
                                /** Format: date-time */
                                publishedAt: string;
                            } | null;
                            /** @description Only for who writes articles */
                            draft: {
                                title: string;
                                html: string;
                                attachments: {
                                    id: number;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                    widthPx: number | null;
                                    heightPx: number | null;
                                    url: string;
                                }[];
                                version: number;
                                /** Format: date-time */
                                updatedAt: string;
                                technicianName: string | null;
                            } | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/texts/{language}/draft-removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard the changes since the text was published
         * @description Who may: knowledge.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    language: "en" | "fr" | "de" | "it" | "es";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            /** @enum {string} */
                            state: "draft" | "published" | "changed";
                            published: {
                                title: string;
                                html: string;
                                attachments: {
                                    id: number;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                    widthPx: number | null;
                                    heightPx: number | null;
                                    url: string;
                                }[];
                                /** Format: date-time */
                                publishedAt: string;
                            } | null;
                            /** @description Only for who writes articles */
                            draft: {
                                title: string;
                                html: string;
                                attachments: {
                                    id: number;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                    widthPx: number | null;
                                    heightPx: number | null;
                                    url: string;
                                }[];
                                version: number;
                                /** Format: date-time */
                                updatedAt: string;
                                technicianName: string | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/texts/{language}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Publish the draft of this language
         * @description Who may: knowledge.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    language: "en" | "fr" | "de" | "it" | "es";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            /** @enum {string} */
                            state: "draft" | "published" | "changed";
                            published: {
                                title: string;
                                html: string;
                                attachments: {
                                    id: number;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                    widthPx: number | null;
                                    heightPx: number | null;
                                    url: string;
                                }[];
                                /** Format: date-time */
                                publishedAt: string;
                            } | null;
                            /** @description Only for who writes articles */
                            draft: {
                                title: string;
                                html: string;
                                attachments: {
                                    id: number;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                    widthPx: number | null;
                                    heightPx: number | null;
                                    url: string;
                                }[];
                                version: number;
                                /** Format: date-time */
                                updatedAt: string;
                                technicianName: string | null;
                            } | null;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Take this language back from readers; the draft stays
         * @description Who may: knowledge.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    language: "en" | "fr" | "de" | "it" | "es";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            /** @enum {string} */
                            state: "draft" | "published" | "changed";
                            published: {
                                title: string;
                                html: string;
                                attachments: {
                                    id: number;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                    widthPx: number | null;
                                    heightPx: number | null;
                                    url: string;
                                }[];
                                /** Format: date-time */
                                publishedAt: string;
                            } | null;
                            /** @description Only for who writes articles */
                            draft: {
                                title: string;
                                html: string;
                                attachments: {
                                    id: number;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                    widthPx: number | null;
                                    heightPx: number | null;
                                    url: string;
                                }[];
                                version: number;
                                /** Format: date-time */
                                updatedAt: string;
                                technicianName: string | null;
                            } | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/texts/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a language that is not published; its versions stay
         * @description Who may: knowledge.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    language: "en" | "fr" | "de" | "it" | "es";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/texts/{language}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the text said, the newest version first
         * @description Who may: knowledge.manage.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: number;
                    language: "en" | "fr" | "de" | "it" | "es";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                title: string;
                                technicianName: string;
                                publishedAt: string | null;
                                /** @description When the version that it brought back was written */
                                restoredFromAt: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/texts/{language}/versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the versions
         * @description Who may: knowledge.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    language: "en" | "fr" | "de" | "it" | "es";
                    versionId: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            title: string;
                            technicianName: string;
                            publishedAt: string | null;
                            /** @description When the version that it brought back was written */
                            restoredFromAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            html: string;
                            attachments: {
                                id: number;
                                name: string;
                                mediaType: string;
                                sizeBytes: number;
                                widthPx: number | null;
                                heightPx: number | null;
                                url: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/texts/{language}/versions/{versionId}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the draft say what a version said
         * @description Who may: knowledge.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    language: "en" | "fr" | "de" | "it" | "es";
                    versionId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            /** @enum {string} */
                            state: "draft" | "published" | "changed";
                            published: {
                                title: string;
                                html: string;
                                attachments: {
                                    id: number;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                    widthPx: number | null;
                                    heightPx: number | null;
                                    url: string;
                                }[];
                                /** Format: date-time */
                                publishedAt: string;
                            } | null;
                            /** @description Only for who writes articles */
                            draft: {
                                title: string;
                                html: string;
                                attachments: {
                                    id: number;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                    widthPx: number | null;
                                    heightPx: number | null;
                                    url: string;
                                }[];
                                version: number;
                                /** Format: date-time */
                                updatedAt: string;
                                technicianName: string | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles that helped with the ticket
         * @description Who may: tickets.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                title: string;
                                /** @enum {string} */
                                visibility: "public" | "contacts" | "customers" | "technicians";
                                isPublished: boolean;
                                address: string;
                                technicianName: string | null;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/articles/{articleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that an article helped with the ticket
         * @description Who may: tickets.reply or tickets.note or tickets.update.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    articleId: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                title: string;
                                /** @enum {string} */
                                visibility: "public" | "contacts" | "customers" | "technicians";
                                isPublished: boolean;
                                address: string;
                                technicianName: string | null;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Take the link to an article away
         * @description Who may: tickets.reply or tickets.note or tickets.update.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    articleId: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tickets that the article helped with, the newest link first
         * @description Who may: knowledge.view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                number: number;
                                subject: string;
                                /** @enum {string} */
                                status: "open" | "pending" | "resolved" | "closed";
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/messages/{messageId}/article": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an article with what a message says
         * @description Who may: knowledge.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    messageId: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        categoryId: number;
                        /** @enum {string} */
                        language: "en" | "fr" | "de" | "it" | "es";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            slug: string;
                            categoryId: number;
                            /** @enum {string} */
                            visibility: "public" | "contacts" | "customers" | "technicians";
                            /** @description Whose contacts may read it, for the visibility customers */
                            customers: {
                                id: number;
                                name: string;
                            }[];
                            languages: {
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                state: "draft" | "published" | "changed";
                            }[];
                            isArchived: boolean;
                            author: {
                                id: number;
                                name: string;
                            } | null;
                            views: number;
                            helpful: number;
                            unhelpful: number;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description In the portal; readers find it there once it is published */
                            address: string;
                            texts: {
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                /** @enum {string} */
                                state: "draft" | "published" | "changed";
                                published: {
                                    title: string;
                                    html: string;
                                    attachments: {
                                        id: number;
                                        name: string;
                                        mediaType: string;
                                        sizeBytes: number;
                                        widthPx: number | null;
                                        heightPx: number | null;
                                        url: string;
                                    }[];
                                    /** Format: date-time */
                                    publishedAt: string;
                                } | null;
                                /** @description Only for who writes articles */
                                draft: {
                                    title: string;
                                    html: string;
                                    attachments: {
                                        id: number;
                                        name: string;
                                        mediaType: string;
                                        sizeBytes: number;
                                        widthPx: number | null;
                                        heightPx: number | null;
                                        url: string;
                                    }[];
                                    version: number;
                                    /** Format: date-time */
                                    updatedAt: string;
                                    technicianName: string | null;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you were told of, the newest first; at most a hundred unread ones are counted
         * @description Who may: tickets.view or alerts.view.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** @enum {string} */
                                kind: "assigned" | "reply" | "newTicket" | "mention" | "alert";
                                ticket: {
                                    number: number;
                                    subject: string;
                                } | null;
                                alert: {
                                    id: number;
                                    /** @enum {string} */
                                    severity: "information" | "warning" | "critical";
                                    /** @description So many came up together; this is the worst of them */
                                    count: number;
                                } | null;
                                message: {
                                    id: number;
                                    /** @enum {string} */
                                    kind: "reply" | "note" | "contact";
                                } | null;
                                excerpt: string;
                                actor: {
                                    /** @enum {string} */
                                    kind: "technician" | "contact" | "apiKey" | "system";
                                    name: string;
                                    pictureUrl: string | null;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                readAt: string | null;
                            }[];
                            nextCursor: string | null;
                            unreadCount: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark one of your notifications as read
         * @description Who may: tickets.view or alerts.view.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark your notifications as read: up to one, those of a ticket or an alert, or all
         * @description Who may: tickets.view or alerts.view.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        upTo?: number;
                        ticketNumber?: number;
                        alertId?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unreadCount: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notification-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of what you want to hear, in the console and by e-mail
         * @description Who may: technician.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            assigned: {
                                console: boolean;
                                email: boolean;
                            };
                            reply: {
                                console: boolean;
                                email: boolean;
                            };
                            newTicket: {
                                console: boolean;
                                email: boolean;
                            };
                            mention: {
                                console: boolean;
                                email: boolean;
                            };
                            alert: {
                                console: boolean;
                                email: boolean;
                            };
                        };
                    };
                };
            };
        };
        /**
         * Choose of what you want to hear, in the console and by e-mail
         * @description Who may: technician.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        assigned: {
                            console: boolean;
                            email: boolean;
                        };
                        reply: {
                            console: boolean;
                            email: boolean;
                        };
                        newTicket: {
                            console: boolean;
                            email: boolean;
                        };
                        mention: {
                            console: boolean;
                            email: boolean;
                        };
                        alert: {
                            console: boolean;
                            email: boolean;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            assigned: {
                                console: boolean;
                                email: boolean;
                            };
                            reply: {
                                console: boolean;
                                email: boolean;
                            };
                            newTicket: {
                                console: boolean;
                                email: boolean;
                            };
                            mention: {
                                console: boolean;
                                email: boolean;
                            };
                            alert: {
                                console: boolean;
                                email: boolean;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The company's settings
         * @description Who may: settings.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            companyName: string;
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            timeZone: string;
                            newContactMailEnabled: boolean;
                            /** @enum {string} */
                            newContactMailTemplate: "SendUsernameAndPassword" | "SendSetPasswordLink";
                            confirmationMailEnabled: boolean;
                            automaticContactsEnabled: boolean;
                            /** @enum {string} */
                            unknownSenderFiling: "ticket" | "suspended";
                            reopenResolvedWithinDays: number | null;
                            reopenClosedWithinDays: number | null;
                            closeResolvedAfterDays: number | null;
                            nextTicketNumber: number;
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change settings; 409 with `current` when somebody else did meanwhile
         * @description Who may: settings.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        companyName?: string;
                        /** @enum {string} */
                        language?: "en" | "fr" | "de" | "it" | "es";
                        timeZone?: string;
                        newContactMailEnabled?: boolean;
                        /** @enum {string} */
                        newContactMailTemplate?: "SendUsernameAndPassword" | "SendSetPasswordLink";
                        confirmationMailEnabled?: boolean;
                        automaticContactsEnabled?: boolean;
                        /** @enum {string} */
                        unknownSenderFiling?: "ticket" | "suspended";
                        reopenResolvedWithinDays?: number | null;
                        reopenClosedWithinDays?: number | null;
                        closeResolvedAfterDays?: number | null;
                        nextTicketNumber?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            companyName: string;
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            timeZone: string;
                            newContactMailEnabled: boolean;
                            /** @enum {string} */
                            newContactMailTemplate: "SendUsernameAndPassword" | "SendSetPasswordLink";
                            confirmationMailEnabled: boolean;
                            automaticContactsEnabled: boolean;
                            /** @enum {string} */
                            unknownSenderFiling: "ticket" | "suspended";
                            reopenResolvedWithinDays: number | null;
                            reopenClosedWithinDays: number | null;
                            closeResolvedAfterDays: number | null;
                            nextTicketNumber: number;
                            version: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/portal-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the customers' portal is, how it looks, and what contacts may do there
         * @description Who may: settings.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            portalAddress: string;
                            previewOrigin: string;
                            companyName: string;
                            /** @enum {string} */
                            companyLanguage: "en" | "fr" | "de" | "it" | "es";
                            name: string | null;
                            logo: {
                                url: string;
                                widthPx: number;
                                heightPx: number;
                                tone: ("dark" | "light") | null;
                            } | null;
                            color: string | null;
                            welcomeTexts: {
                                [key: string]: string;
                            };
                            links: {
                                label: string;
                                url: string;
                            }[];
                            language: ("en" | "fr" | "de" | "it" | "es") | null;
                            privacyUrl: string | null;
                            imprintUrl: string | null;
                            /** @enum {string} */
                            priorityField: "hidden" | "shown" | "filled";
                            /** @enum {string} */
                            impactField: "hidden" | "shown" | "filled";
                            contactsMayClose: boolean;
                            contactsMayReopen: boolean;
                            showsDevices: boolean;
                            passwordSignIn: boolean;
                            linkSignIn: boolean;
                            /** @enum {string} */
                            knowledgeBase: "hidden" | "contacts" | "public";
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the portal; 409 with `current` when somebody else did meanwhile
         * @description Who may: settings.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        name?: string | null;
                        color?: string | null;
                        welcomeTexts?: {
                            [key: string]: string;
                        };
                        links?: {
                            label: string;
                            url: string;
                        }[];
                        language?: ("en" | "fr" | "de" | "it" | "es") | null;
                        privacyUrl?: string | null;
                        imprintUrl?: string | null;
                        /** @enum {string} */
                        priorityField?: "hidden" | "shown" | "filled";
                        /** @enum {string} */
                        impactField?: "hidden" | "shown" | "filled";
                        contactsMayClose?: boolean;
                        contactsMayReopen?: boolean;
                        showsDevices?: boolean;
                        passwordSignIn?: boolean;
                        linkSignIn?: boolean;
                        /** @enum {string} */
                        knowledgeBase?: "hidden" | "contacts" | "public";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            portalAddress: string;
                            previewOrigin: string;
                            companyName: string;
                            /** @enum {string} */
                            companyLanguage: "en" | "fr" | "de" | "it" | "es";
                            name: string | null;
                            logo: {
                                url: string;
                                widthPx: number;
                                heightPx: number;
                                tone: ("dark" | "light") | null;
                            } | null;
                            color: string | null;
                            welcomeTexts: {
                                [key: string]: string;
                            };
                            links: {
                                label: string;
                                url: string;
                            }[];
                            language: ("en" | "fr" | "de" | "it" | "es") | null;
                            privacyUrl: string | null;
                            imprintUrl: string | null;
                            /** @enum {string} */
                            priorityField: "hidden" | "shown" | "filled";
                            /** @enum {string} */
                            impactField: "hidden" | "shown" | "filled";
                            contactsMayClose: boolean;
                            contactsMayReopen: boolean;
                            showsDevices: boolean;
                            passwordSignIn: boolean;
                            linkSignIn: boolean;
                            /** @enum {string} */
                            knowledgeBase: "hidden" | "contacts" | "public";
                            version: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/portal-settings/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Show the portal with a logo (PNG, JPEG, WebP, GIF or AVIF)
         * @description Who may: settings.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            portalAddress: string;
                            previewOrigin: string;
                            companyName: string;
                            /** @enum {string} */
                            companyLanguage: "en" | "fr" | "de" | "it" | "es";
                            name: string | null;
                            logo: {
                                url: string;
                                widthPx: number;
                                heightPx: number;
                                tone: ("dark" | "light") | null;
                            } | null;
                            color: string | null;
                            welcomeTexts: {
                                [key: string]: string;
                            };
                            links: {
                                label: string;
                                url: string;
                            }[];
                            language: ("en" | "fr" | "de" | "it" | "es") | null;
                            privacyUrl: string | null;
                            imprintUrl: string | null;
                            /** @enum {string} */
                            priorityField: "hidden" | "shown" | "filled";
                            /** @enum {string} */
                            impactField: "hidden" | "shown" | "filled";
                            contactsMayClose: boolean;
                            contactsMayReopen: boolean;
                            showsDevices: boolean;
                            passwordSignIn: boolean;
                            linkSignIn: boolean;
                            /** @enum {string} */
                            knowledgeBase: "hidden" | "contacts" | "public";
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Show the portal with its name's first letter
         * @description Who may: settings.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            portalAddress: string;
                            previewOrigin: string;
                            companyName: string;
                            /** @enum {string} */
                            companyLanguage: "en" | "fr" | "de" | "it" | "es";
                            name: string | null;
                            logo: {
                                url: string;
                                widthPx: number;
                                heightPx: number;
                                tone: ("dark" | "light") | null;
                            } | null;
                            color: string | null;
                            welcomeTexts: {
                                [key: string]: string;
                            };
                            links: {
                                label: string;
                                url: string;
                            }[];
                            language: ("en" | "fr" | "de" | "it" | "es") | null;
                            privacyUrl: string | null;
                            imprintUrl: string | null;
                            /** @enum {string} */
                            priorityField: "hidden" | "shown" | "filled";
                            /** @enum {string} */
                            impactField: "hidden" | "shown" | "filled";
                            contactsMayClose: boolean;
                            contactsMayReopen: boolean;
                            showsDevices: boolean;
                            passwordSignIn: boolean;
                            linkSignIn: boolean;
                            /** @enum {string} */
                            knowledgeBase: "hidden" | "contacts" | "public";
                            version: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-logo/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The portal's logo as WebP
         * @description Who may: settings.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/logo/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The portal's logo as WebP
         * @description Who may: public.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/icon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The small square in the browser's tab, as PNG or SVG
         * @description Who may: public.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every mail that Portico sends, and in which languages its text is your own
         * @description Who may: settings.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {string} */
                                name: "SendUsernameAndPassword" | "SendSetPasswordLink" | "contactPasswordReset" | "signInLink" | "ticketConfirmation" | "ticketOpenedForContact" | "ticketReply" | "ticketResolved" | "ticketClosed" | "ticketReopened" | "ticketNotice" | "ticketNotices" | "alertNotice" | "invitation" | "passwordReset" | "passwordChanged" | "usernameChanged" | "securityNotice" | "portalDomainBroken";
                                /** @enum {string} */
                                audience: "contacts" | "technicians";
                                isForNewContacts: boolean;
                                ownLanguages: ("en" | "fr" | "de" | "it" | "es")[];
                                isOptional: boolean;
                                isSwitchedOff: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One mail: its texts in all languages, and the original ones
         * @description Who may: settings.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: "SendUsernameAndPassword" | "SendSetPasswordLink" | "contactPasswordReset" | "signInLink" | "ticketConfirmation" | "ticketOpenedForContact" | "ticketReply" | "ticketResolved" | "ticketClosed" | "ticketReopened" | "ticketNotice" | "ticketNotices" | "alertNotice" | "invitation" | "passwordReset" | "passwordChanged" | "usernameChanged" | "securityNotice" | "portalDomainBroken";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            name: "SendUsernameAndPassword" | "SendSetPasswordLink" | "contactPasswordReset" | "signInLink" | "ticketConfirmation" | "ticketOpenedForContact" | "ticketReply" | "ticketResolved" | "ticketClosed" | "ticketReopened" | "ticketNotice" | "ticketNotices" | "alertNotice" | "invitation" | "passwordReset" | "passwordChanged" | "usernameChanged" | "securityNotice" | "portalDomainBroken";
                            /** @enum {string} */
                            audience: "contacts" | "technicians";
                            isForNewContacts: boolean;
                            ownLanguages: ("en" | "fr" | "de" | "it" | "es")[];
                            isOptional: boolean;
                            isSwitchedOff: boolean;
                            texts: {
                                subject: string;
                                html: string;
                                text: string;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                isOwn: boolean;
                                isRich: boolean;
                                version: number;
                                updatedAt: string | null;
                                updatedBy: string | null;
                                original: {
                                    subject: string;
                                    html: string;
                                    text: string;
                                };
                                marker: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep your own text, rich (`html`) or plain (`text`); 409 with `current` when somebody else did meanwhile
         * @description Who may: settings.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: "SendUsernameAndPassword" | "SendSetPasswordLink" | "contactPasswordReset" | "signInLink" | "ticketConfirmation" | "ticketOpenedForContact" | "ticketReply" | "ticketResolved" | "ticketClosed" | "ticketReopened" | "ticketNotice" | "ticketNotices" | "alertNotice" | "invitation" | "passwordReset" | "passwordChanged" | "usernameChanged" | "securityNotice" | "portalDomainBroken";
                    language: "en" | "fr" | "de" | "it" | "es";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        subject: string;
                        html?: string;
                        text?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            name: "SendUsernameAndPassword" | "SendSetPasswordLink" | "contactPasswordReset" | "signInLink" | "ticketConfirmation" | "ticketOpenedForContact" | "ticketReply" | "ticketResolved" | "ticketClosed" | "ticketReopened" | "ticketNotice" | "ticketNotices" | "alertNotice" | "invitation" | "passwordReset" | "passwordChanged" | "usernameChanged" | "securityNotice" | "portalDomainBroken";
                            /** @enum {string} */
                            audience: "contacts" | "technicians";
                            isForNewContacts: boolean;
                            ownLanguages: ("en" | "fr" | "de" | "it" | "es")[];
                            isOptional: boolean;
                            isSwitchedOff: boolean;
                            texts: {
                                subject: string;
                                html: string;
                                text: string;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                isOwn: boolean;
                                isRich: boolean;
                                version: number;
                                updatedAt: string | null;
                                updatedBy: string | null;
                                original: {
                                    subject: string;
                                    html: string;
                                    text: string;
                                };
                                marker: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Go back to the original text; 409 with `current` when somebody else changed it
         * @description Who may: settings.manage.
         */
        delete: {
            parameters: {
                query: {
                    version: number;
                };
                header?: never;
                path: {
                    name: "SendUsernameAndPassword" | "SendSetPasswordLink" | "contactPasswordReset" | "signInLink" | "ticketConfirmation" | "ticketOpenedForContact" | "ticketReply" | "ticketResolved" | "ticketClosed" | "ticketReopened" | "ticketNotice" | "ticketNotices" | "alertNotice" | "invitation" | "passwordReset" | "passwordChanged" | "usernameChanged" | "securityNotice" | "portalDomainBroken";
                    language: "en" | "fr" | "de" | "it" | "es";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            name: "SendUsernameAndPassword" | "SendSetPasswordLink" | "contactPasswordReset" | "signInLink" | "ticketConfirmation" | "ticketOpenedForContact" | "ticketReply" | "ticketResolved" | "ticketClosed" | "ticketReopened" | "ticketNotice" | "ticketNotices" | "alertNotice" | "invitation" | "passwordReset" | "passwordChanged" | "usernameChanged" | "securityNotice" | "portalDomainBroken";
                            /** @enum {string} */
                            audience: "contacts" | "technicians";
                            isForNewContacts: boolean;
                            ownLanguages: ("en" | "fr" | "de" | "it" | "es")[];
                            isOptional: boolean;
                            isSwitchedOff: boolean;
                            texts: {
                                subject: string;
                                html: string;
                                text: string;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                isOwn: boolean;
                                isRich: boolean;
                                version: number;
                                updatedAt: string | null;
                                updatedBy: string | null;
                                original: {
                                    subject: string;
                                    html: string;
                                    text: string;
                                };
                                marker: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}/disablement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Do not send this mail at all; 409 for a mail that has to be sent
         * @description Who may: settings.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: "SendUsernameAndPassword" | "SendSetPasswordLink" | "contactPasswordReset" | "signInLink" | "ticketConfirmation" | "ticketOpenedForContact" | "ticketReply" | "ticketResolved" | "ticketClosed" | "ticketReopened" | "ticketNotice" | "ticketNotices" | "alertNotice" | "invitation" | "passwordReset" | "passwordChanged" | "usernameChanged" | "securityNotice" | "portalDomainBroken";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        post?: never;
        /**
         * Send this mail again
         * @description Who may: settings.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: "SendUsernameAndPassword" | "SendSetPasswordLink" | "contactPasswordReset" | "signInLink" | "ticketConfirmation" | "ticketOpenedForContact" | "ticketReply" | "ticketResolved" | "ticketClosed" | "ticketReopened" | "ticketNotice" | "ticketNotices" | "alertNotice" | "invitation" | "passwordReset" | "passwordChanged" | "usernameChanged" | "securityNotice" | "portalDomainBroken";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}/{language}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The mail that a text would make, and why it cannot be kept yet
         * @description Who may: settings.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: "SendUsernameAndPassword" | "SendSetPasswordLink" | "contactPasswordReset" | "signInLink" | "ticketConfirmation" | "ticketOpenedForContact" | "ticketReply" | "ticketResolved" | "ticketClosed" | "ticketReopened" | "ticketNotice" | "ticketNotices" | "alertNotice" | "invitation" | "passwordReset" | "passwordChanged" | "usernameChanged" | "securityNotice" | "portalDomainBroken";
                    language: "en" | "fr" | "de" | "it" | "es";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject: string;
                        html?: string;
                        text?: string;
                        contactId?: number;
                        ticketNumber?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            subject: string;
                            html: string;
                            text: string;
                            forms: {
                                subject: string;
                                html: string;
                                text: string;
                            };
                            problems: {
                                field: string;
                                code: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}/{language}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the mail that a text would make to yourself
         * @description Who may: settings.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: "SendUsernameAndPassword" | "SendSetPasswordLink" | "contactPasswordReset" | "signInLink" | "ticketConfirmation" | "ticketOpenedForContact" | "ticketReply" | "ticketResolved" | "ticketClosed" | "ticketReopened" | "ticketNotice" | "ticketNotices" | "alertNotice" | "invitation" | "passwordReset" | "passwordChanged" | "usernameChanged" | "securityNotice" | "portalDomainBroken";
                    language: "en" | "fr" | "de" | "it" | "es";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject: string;
                        html?: string;
                        text?: string;
                        contactId?: number;
                        ticketNumber?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            to: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the customers' portal is, and how its own domain stands
         * @description Who may: settings.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            portalAddress: string;
                            generatedPortalAddress: string;
                            addressStart: string;
                            addressEnd: string;
                            supportAddress: string;
                            formerSlugs: {
                                slug: string;
                                address: string;
                                /** Format: date-time */
                                redirectsUntil: string;
                            }[];
                            domain: {
                                domain: string;
                                displayName: string;
                                /** @enum {string} */
                                state: "waiting" | "proven" | "serving" | "broken";
                                problems: ("proofMissing" | "heldByAnother" | "leadsNowhere" | "leadsElsewhere" | "answersBadly" | "noAnswer")[];
                                since: string | null;
                                isProven: boolean;
                                leadsHere: boolean;
                                leadsTo: string[];
                                proof: {
                                    /** @enum {string} */
                                    type: "TXT" | "CNAME" | "A" | "AAAA";
                                    host: string;
                                    value: string;
                                };
                                ways: {
                                    records: {
                                        /** @enum {string} */
                                        type: "TXT" | "CNAME" | "A" | "AAAA";
                                        host: string;
                                        value: string;
                                    }[];
                                }[];
                                isApex: boolean;
                                checkedAt: string | null;
                                isChecking: boolean;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-address/slug": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the name in the generated address; 409 when it is not `from` any more
         * @description Who may: settings.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        slug: string;
                        from: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            portalAddress: string;
                            generatedPortalAddress: string;
                            addressStart: string;
                            addressEnd: string;
                            supportAddress: string;
                            formerSlugs: {
                                slug: string;
                                address: string;
                                /** Format: date-time */
                                redirectsUntil: string;
                            }[];
                            domain: {
                                domain: string;
                                displayName: string;
                                /** @enum {string} */
                                state: "waiting" | "proven" | "serving" | "broken";
                                problems: ("proofMissing" | "heldByAnother" | "leadsNowhere" | "leadsElsewhere" | "answersBadly" | "noAnswer")[];
                                since: string | null;
                                isProven: boolean;
                                leadsHere: boolean;
                                leadsTo: string[];
                                proof: {
                                    /** @enum {string} */
                                    type: "TXT" | "CNAME" | "A" | "AAAA";
                                    host: string;
                                    value: string;
                                };
                                ways: {
                                    records: {
                                        /** @enum {string} */
                                        type: "TXT" | "CNAME" | "A" | "AAAA";
                                        host: string;
                                        value: string;
                                    }[];
                                }[];
                                isApex: boolean;
                                checkedAt: string | null;
                                isChecking: boolean;
                            } | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-domain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the Portal Domain Name; it serves once it is proven
         * @description Who may: settings.manage.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        domain: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            portalAddress: string;
                            generatedPortalAddress: string;
                            addressStart: string;
                            addressEnd: string;
                            supportAddress: string;
                            formerSlugs: {
                                slug: string;
                                address: string;
                                /** Format: date-time */
                                redirectsUntil: string;
                            }[];
                            domain: {
                                domain: string;
                                displayName: string;
                                /** @enum {string} */
                                state: "waiting" | "proven" | "serving" | "broken";
                                problems: ("proofMissing" | "heldByAnother" | "leadsNowhere" | "leadsElsewhere" | "answersBadly" | "noAnswer")[];
                                since: string | null;
                                isProven: boolean;
                                leadsHere: boolean;
                                leadsTo: string[];
                                proof: {
                                    /** @enum {string} */
                                    type: "TXT" | "CNAME" | "A" | "AAAA";
                                    host: string;
                                    value: string;
                                };
                                ways: {
                                    records: {
                                        /** @enum {string} */
                                        type: "TXT" | "CNAME" | "A" | "AAAA";
                                        host: string;
                                        value: string;
                                    }[];
                                }[];
                                isApex: boolean;
                                checkedAt: string | null;
                                isChecking: boolean;
                            } | null;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Give the Portal Domain Name up
         * @description Who may: settings.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            portalAddress: string;
                            generatedPortalAddress: string;
                            addressStart: string;
                            addressEnd: string;
                            supportAddress: string;
                            formerSlugs: {
                                slug: string;
                                address: string;
                                /** Format: date-time */
                                redirectsUntil: string;
                            }[];
                            domain: {
                                domain: string;
                                displayName: string;
                                /** @enum {string} */
                                state: "waiting" | "proven" | "serving" | "broken";
                                problems: ("proofMissing" | "heldByAnother" | "leadsNowhere" | "leadsElsewhere" | "answersBadly" | "noAnswer")[];
                                since: string | null;
                                isProven: boolean;
                                leadsHere: boolean;
                                leadsTo: string[];
                                proof: {
                                    /** @enum {string} */
                                    type: "TXT" | "CNAME" | "A" | "AAAA";
                                    host: string;
                                    value: string;
                                };
                                ways: {
                                    records: {
                                        /** @enum {string} */
                                        type: "TXT" | "CNAME" | "A" | "AAAA";
                                        host: string;
                                        value: string;
                                    }[];
                                }[];
                                isApex: boolean;
                                checkedAt: string | null;
                                isChecking: boolean;
                            } | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-domain/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at the Portal Domain Name again now
         * @description Who may: settings.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            portalAddress: string;
                            generatedPortalAddress: string;
                            addressStart: string;
                            addressEnd: string;
                            supportAddress: string;
                            formerSlugs: {
                                slug: string;
                                address: string;
                                /** Format: date-time */
                                redirectsUntil: string;
                            }[];
                            domain: {
                                domain: string;
                                displayName: string;
                                /** @enum {string} */
                                state: "waiting" | "proven" | "serving" | "broken";
                                problems: ("proofMissing" | "heldByAnother" | "leadsNowhere" | "leadsElsewhere" | "answersBadly" | "noAnswer")[];
                                since: string | null;
                                isProven: boolean;
                                leadsHere: boolean;
                                leadsTo: string[];
                                proof: {
                                    /** @enum {string} */
                                    type: "TXT" | "CNAME" | "A" | "AAAA";
                                    host: string;
                                    value: string;
                                };
                                ways: {
                                    records: {
                                        /** @enum {string} */
                                        type: "TXT" | "CNAME" | "A" | "AAAA";
                                        host: string;
                                        value: string;
                                    }[];
                                }[];
                                isApex: boolean;
                                checkedAt: string | null;
                                isChecking: boolean;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The company's mail addresses and the DNS records they need
         * @description Who may: mail.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                address: string;
                                isFrom: boolean;
                                isGenerated: boolean;
                                waitsForProof: boolean;
                                retiresAt: string | null;
                                records: {
                                    /** @enum {string} */
                                    type: "MX" | "TXT";
                                    host: string;
                                    value: string;
                                    /** @enum {string} */
                                    purpose: "proof" | "receive" | "spf" | "dkim" | "dmarc";
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Take mail for another address
         * @description Who may: mail.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            address: string;
                            isFrom: boolean;
                            isGenerated: boolean;
                            waitsForProof: boolean;
                            retiresAt: string | null;
                            records: {
                                /** @enum {string} */
                                type: "MX" | "TXT";
                                host: string;
                                value: string;
                                /** @enum {string} */
                                purpose: "proof" | "receive" | "spf" | "dkim" | "dmarc";
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailboxes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take no more mail for an address
         * @description Who may: mail.manage.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Send mail from this address
         * @description Who may: mail.manage.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        isFrom: true;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            address: string;
                            isFrom: boolean;
                            isGenerated: boolean;
                            waitsForProof: boolean;
                            retiresAt: string | null;
                            records: {
                                /** @enum {string} */
                                type: "MX" | "TXT";
                                host: string;
                                value: string;
                                /** @enum {string} */
                                purpose: "proof" | "receive" | "spf" | "dkim" | "dmarc";
                            }[];
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/mailboxes/{id}/proof-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look now whether the domain of an address is proven
         * @description Who may: mail.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            address: string;
                            isFrom: boolean;
                            isGenerated: boolean;
                            waitsForProof: boolean;
                            retiresAt: string | null;
                            records: {
                                /** @enum {string} */
                                type: "MX" | "TXT";
                                host: string;
                                value: string;
                                /** @enum {string} */
                                purpose: "proof" | "receive" | "spf" | "dkim" | "dmarc";
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Incoming mail, the newest first
         * @description Who may: mail.manage.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    state?: "received" | "newTicket" | "appended" | "bounce" | "suspended" | "dropped";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** @enum {string} */
                                state: "received" | "newTicket" | "appended" | "bounce" | "suspended" | "dropped";
                                reason: ("unreadable" | "noSender" | "failedAuthentication" | "senderNotOnTicket" | "unknownSender" | "forgedReference" | "answersNotice" | "processingFailed" | "duplicate" | "loop" | "autoReply" | "readReceipt" | "unknownBounce") | null;
                                from: {
                                    address: string;
                                    name: string;
                                } | null;
                                subject: string;
                                ticketNumber: number | null;
                                sizeBytes: number;
                                /** Format: date-time */
                                receivedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound-messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One incoming mail, and why it went where it is
         * @description Who may: mail.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @enum {string} */
                            state: "received" | "newTicket" | "appended" | "bounce" | "suspended" | "dropped";
                            reason: ("unreadable" | "noSender" | "failedAuthentication" | "senderNotOnTicket" | "unknownSender" | "forgedReference" | "answersNotice" | "processingFailed" | "duplicate" | "loop" | "autoReply" | "readReceipt" | "unknownBounce") | null;
                            from: {
                                address: string;
                                name: string;
                            } | null;
                            subject: string;
                            ticketNumber: number | null;
                            sizeBytes: number;
                            /** Format: date-time */
                            receivedAt: string;
                            envelopeFrom: string;
                            envelopeTo: string[];
                            remoteIp: string | null;
                            messageId: string | null;
                            processedAt: string | null;
                            steps: {
                                /** @enum {string} */
                                step: "read" | "authenticate" | "origin" | "duplicate" | "thread" | "sender" | "quote" | "file";
                                outcome: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound-messages/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File a suspended or dropped mail once more
         * @description Who may: mail.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        acceptSender?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @enum {string} */
                            state: "received" | "newTicket" | "appended" | "bounce" | "suspended" | "dropped";
                            reason: ("unreadable" | "noSender" | "failedAuthentication" | "senderNotOnTicket" | "unknownSender" | "forgedReference" | "answersNotice" | "processingFailed" | "duplicate" | "loop" | "autoReply" | "readReceipt" | "unknownBounce") | null;
                            from: {
                                address: string;
                                name: string;
                            } | null;
                            subject: string;
                            ticketNumber: number | null;
                            sizeBytes: number;
                            /** Format: date-time */
                            receivedAt: string;
                            envelopeFrom: string;
                            envelopeTo: string[];
                            remoteIp: string | null;
                            messageId: string | null;
                            processedAt: string | null;
                            steps: {
                                /** @enum {string} */
                                step: "read" | "authenticate" | "origin" | "duplicate" | "thread" | "sender" | "quote" | "file";
                                outcome: string;
                                detail: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbound-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Outgoing mail, the newest first
         * @description Who may: mail.manage.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    state?: "queued" | "sent" | "failed" | "bounced";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** @enum {string} */
                                kind: "reply" | "confirmation" | "statusNews" | "welcome" | "signInLink" | "passwordReset" | "invitation" | "notice";
                                /** @enum {string} */
                                state: "queued" | "sent" | "failed" | "bounced";
                                to: string[];
                                cc: string[];
                                from: string;
                                subject: string;
                                ticketId: number | null;
                                attempts: number;
                                error: string | null;
                                nextAttemptAt: string | null;
                                sentAt: string | null;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbound-messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One outgoing mail; passwords and links are masked
         * @description Who may: mail.manage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @enum {string} */
                            kind: "reply" | "confirmation" | "statusNews" | "welcome" | "signInLink" | "passwordReset" | "invitation" | "notice";
                            /** @enum {string} */
                            state: "queued" | "sent" | "failed" | "bounced";
                            to: string[];
                            cc: string[];
                            from: string;
                            subject: string;
                            ticketId: number | null;
                            attempts: number;
                            error: string | null;
                            nextAttemptAt: string | null;
                            sentAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            messageId: string;
                            replyTo: string | null;
                            fromName: string;
                            html: string | null;
                            text: string | null;
                            isMasked: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbound-messages/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed or bounced mail again
         * @description Who may: mail.manage.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @enum {string} */
                            kind: "reply" | "confirmation" | "statusNews" | "welcome" | "signInLink" | "passwordReset" | "invitation" | "notice";
                            /** @enum {string} */
                            state: "queued" | "sent" | "failed" | "bounced";
                            to: string[];
                            cc: string[];
                            from: string;
                            subject: string;
                            ticketId: number | null;
                            attempts: number;
                            error: string | null;
                            nextAttemptAt: string | null;
                            sentAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            messageId: string;
                            replyTo: string | null;
                            fromName: string;
                            html: string | null;
                            text: string | null;
                            isMasked: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description Who may: newcomer.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            contact: {
                                id: number;
                                firstName: string;
                                lastName: string;
                                email: string;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                isMainContact: boolean;
                                username: string;
                            };
                            customerName: string | null;
                            mails: {
                                [key: string]: boolean;
                            };
                            hasOwnPassword: boolean;
                            mustChangePassword: boolean;
                            companyName: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Sign in with user name or e-mail address
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        username: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            contact: {
                                id: number;
                                firstName: string;
                                lastName: string;
                                email: string;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                isMainContact: boolean;
                                username: string;
                            };
                            customerName: string | null;
                            mails: {
                                [key: string]: boolean;
                            };
                            hasOwnPassword: boolean;
                            mustChangePassword: boolean;
                            companyName: string;
                        };
                    };
                };
            };
        };
        /**
         * Sign out
         * @description Who may: newcomer.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change your own name, phone, language, and which mails you get
         * @description Who may: contact.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        firstName?: string;
                        lastName?: string;
                        phone?: string | null;
                        /** @enum {string} */
                        language?: "en" | "fr" | "de" | "it" | "es";
                        mails?: {
                            [key: string]: boolean;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            contact: {
                                id: number;
                                firstName: string;
                                lastName: string;
                                email: string;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                isMainContact: boolean;
                                username: string;
                            };
                            customerName: string | null;
                            mails: {
                                [key: string]: boolean;
                            };
                            hasOwnPassword: boolean;
                            mustChangePassword: boolean;
                            companyName: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/portal/v1/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose a new password
         * @description Who may: newcomer.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        currentPassword?: string;
                        newPassword: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            contact: {
                                id: number;
                                firstName: string;
                                lastName: string;
                                email: string;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                isMainContact: boolean;
                                username: string;
                            };
                            customerName: string | null;
                            mails: {
                                [key: string]: boolean;
                            };
                            hasOwnPassword: boolean;
                            mustChangePassword: boolean;
                            companyName: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a link for a new password, if there is such a contact
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        username: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/password-resets/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whose a link for a password is
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            purpose: "contactPassword";
                            email: string;
                            username: string;
                            firstName: string;
                            lastName: string;
                            companyName: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/password-resets/redemption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a password with a link that works once
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a link that signs in, if there is such a contact
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        username: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/sign-in-links/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whom a link signs in
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            firstName: string;
                            lastName: string;
                            email: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/sign-in-links/redemption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a link that works once
         * @description Who may: public.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            contact: {
                                id: number;
                                firstName: string;
                                lastName: string;
                                email: string;
                                phone: string | null;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                isMainContact: boolean;
                                username: string;
                            };
                            customerName: string | null;
                            mails: {
                                [key: string]: boolean;
                            };
                            hasOwnPassword: boolean;
                            mustChangePassword: boolean;
                            companyName: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whose portal this is, how it looks, and what contacts may do here
         * @description Who may: public.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            companyName: string;
                            name: string;
                            logo: {
                                url: string;
                                widthPx: number;
                                heightPx: number;
                                tone: ("dark" | "light") | null;
                            } | null;
                            color: string | null;
                            style: string | null;
                            welcomeTexts: {
                                [key: string]: string;
                            };
                            links: {
                                label: string;
                                url: string;
                            }[];
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            languages: ("en" | "fr" | "de" | "it" | "es")[];
                            privacyUrl: string | null;
                            imprintUrl: string | null;
                            fields: {
                                /** @enum {string} */
                                priority: "hidden" | "shown" | "filled";
                                /** @enum {string} */
                                impact: "hidden" | "shown" | "filled";
                            };
                            contactsMayClose: boolean;
                            contactsMayReopen: boolean;
                            showsDevices: boolean;
                            signIn: {
                                password: boolean;
                                link: boolean;
                            };
                            showsKnowledgeBase: boolean;
                            isKnowledgeBasePublic: boolean;
                            previewedBy: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your tickets, or all of your company’s for a main contact
         * @description Who may: contact.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    scope?: "own" | "company";
                    status?: string;
                    contactId?: number;
                    deviceId?: number;
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                number: number;
                                subject: string;
                                /** @enum {string} */
                                status: "open" | "pending" | "resolved" | "closed";
                                priority: ("low" | "medium" | "high" | "critical") | null;
                                contact: {
                                    name: string;
                                } | null;
                                assignee: {
                                    name: string;
                                    pictureUrl: string | null;
                                } | null;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                                isOwn: boolean;
                                isUnread: boolean;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Open a ticket
         * @description Who may: contact.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        html: string;
                        attachmentIds?: number[];
                        key?: string;
                        subject: string;
                        /** @enum {string} */
                        priority?: "low" | "medium" | "high" | "critical";
                        /** @enum {string} */
                        impact?: "none" | "minor" | "major" | "siteDown" | "serverIssue" | "crisis";
                        deviceId?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            subject: string;
                            /** @enum {string} */
                            status: "open" | "pending" | "resolved" | "closed";
                            priority: ("low" | "medium" | "high" | "critical") | null;
                            contact: {
                                name: string;
                            } | null;
                            assignee: {
                                name: string;
                                pictureUrl: string | null;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            isOwn: boolean;
                            isUnread: boolean;
                            impact: ("none" | "minor" | "major" | "siteDown" | "serverIssue" | "crisis") | null;
                            device: {
                                id: number | null;
                                name: string;
                            } | null;
                            isOver: boolean;
                            followsNumber: number | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/tickets/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One ticket
         * @description Who may: contact.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            subject: string;
                            /** @enum {string} */
                            status: "open" | "pending" | "resolved" | "closed";
                            priority: ("low" | "medium" | "high" | "critical") | null;
                            contact: {
                                name: string;
                            } | null;
                            assignee: {
                                name: string;
                                pictureUrl: string | null;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            isOwn: boolean;
                            isUnread: boolean;
                            impact: ("none" | "minor" | "major" | "siteDown" | "serverIssue" | "crisis") | null;
                            device: {
                                id: number | null;
                                name: string;
                            } | null;
                            isOver: boolean;
                            followsNumber: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/tickets/{number}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The conversation, the oldest message first
         * @description Who may: contact.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                ticketNumber: number;
                                html: string;
                                quotedHtml: string | null;
                                signatureHtml: string | null;
                                author: {
                                    /** @enum {string} */
                                    kind: "technician" | "contact" | "address";
                                    name: string;
                                    pictureUrl: string | null;
                                };
                                attachments: {
                                    id: number;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                    isInline: boolean;
                                    url: string;
                                }[];
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Write on a ticket, which opens it again
         * @description Who may: contact.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        html: string;
                        attachmentIds?: number[];
                        key?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            ticketNumber: number;
                            html: string;
                            quotedHtml: string | null;
                            signatureHtml: string | null;
                            author: {
                                /** @enum {string} */
                                kind: "technician" | "contact" | "address";
                                name: string;
                                pictureUrl: string | null;
                            };
                            attachments: {
                                id: number;
                                name: string;
                                mediaType: string;
                                sizeBytes: number;
                                isInline: boolean;
                                url: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/tickets/{number}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Close a ticket
         * @description Who may: contact.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            subject: string;
                            /** @enum {string} */
                            status: "open" | "pending" | "resolved" | "closed";
                            priority: ("low" | "medium" | "high" | "critical") | null;
                            contact: {
                                name: string;
                            } | null;
                            assignee: {
                                name: string;
                                pictureUrl: string | null;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            isOwn: boolean;
                            isUnread: boolean;
                            impact: ("none" | "minor" | "major" | "siteDown" | "serverIssue" | "crisis") | null;
                            device: {
                                id: number | null;
                                name: string;
                            } | null;
                            isOver: boolean;
                            followsNumber: number | null;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * Open a ticket again
         * @description Who may: contact.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            subject: string;
                            /** @enum {string} */
                            status: "open" | "pending" | "resolved" | "closed";
                            priority: ("low" | "medium" | "high" | "critical") | null;
                            contact: {
                                name: string;
                            } | null;
                            assignee: {
                                name: string;
                                pictureUrl: string | null;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            isOwn: boolean;
                            isUnread: boolean;
                            impact: ("none" | "minor" | "major" | "siteDown" | "serverIssue" | "crisis") | null;
                            device: {
                                id: number | null;
                                name: string;
                            } | null;
                            isOver: boolean;
                            followsNumber: number | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/tickets/{number}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * You have read the conversation up to this message
         * @description Who may: contact.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        messageId: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/tickets/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Nothing that was written until now is new to you
         * @description Who may: contact.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file for a message that is being written
         * @description Who may: contact.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            mediaType: string;
                            sizeBytes: number;
                            isInline: boolean;
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The content of an attachment
         * @description Who may: contact.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/tickets/{number}/signature-images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture of a signature under the ticket’s messages
         * @description Who may: contact.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of your company, for main contacts
         * @description Who may: contact.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                email: string;
                                jobTitle: string | null;
                                isMainContact: boolean;
                                hasPortalAccess: boolean;
                                lastSignInAt: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person of your company; everybody may look at himself
         * @description Who may: contact.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            email: string;
                            jobTitle: string | null;
                            isMainContact: boolean;
                            hasPortalAccess: boolean;
                            lastSignInAt: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your devices, or all of your company’s for a main contact, found by name or system
         * @description Who may: contact.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                /** @enum {string} */
                                type: "workstation" | "laptop" | "server" | "other";
                                os: string;
                                /**
                                 * @description waiting: never reported; stale: offline for a week
                                 * @enum {string}
                                 */
                                state: "waiting" | "online" | "offline" | "stale";
                                lastSeenAt: string | null;
                                /** @description Of those that the contact may see */
                                openTicketCount: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of these devices
         * @description Who may: contact.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            /** @enum {string} */
                            type: "workstation" | "laptop" | "server" | "other";
                            os: string;
                            /**
                             * @description waiting: never reported; stale: offline for a week
                             * @enum {string}
                             */
                            state: "waiting" | "online" | "offline" | "stale";
                            lastSeenAt: string | null;
                            /** @description Of those that the contact may see */
                            openTicketCount: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/knowledge-base": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The categories of the knowledge base with their first articles
         * @description Who may: visitor.
         */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "fr" | "de" | "it" | "es";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            categories: {
                                slug: string;
                                name: string;
                                description: string;
                                articleCount: number;
                                children: {
                                    slug: string;
                                    name: string;
                                    articleCount: number;
                                }[];
                                articles: {
                                    id: number;
                                    slug: string;
                                    path: string;
                                    title: string;
                                    summary: string;
                                    /** @enum {string} */
                                    language: "en" | "fr" | "de" | "it" | "es";
                                    languages: ("en" | "fr" | "de" | "it" | "es")[];
                                    category: {
                                        slug: string;
                                        name: string;
                                    };
                                    /** Format: date-time */
                                    publishedAt: string;
                                }[];
                            }[];
                            languages: ("en" | "fr" | "de" | "it" | "es")[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/article-categories/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A category and its articles
         * @description Who may: visitor.
         */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "fr" | "de" | "it" | "es";
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            name: string;
                            description: string;
                            parent: {
                                slug: string;
                                name: string;
                            } | null;
                            children: {
                                slug: string;
                                name: string;
                                articleCount: number;
                                description: string;
                            }[];
                            articles: {
                                id: number;
                                slug: string;
                                path: string;
                                title: string;
                                summary: string;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                languages: ("en" | "fr" | "de" | "it" | "es")[];
                                category: {
                                    slug: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                publishedAt: string;
                            }[];
                            languages: ("en" | "fr" | "de" | "it" | "es")[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles that have some words, the best first; without words all of them, by title
         * @description Who may: visitor.
         */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "fr" | "de" | "it" | "es";
                    search?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                slug: string;
                                path: string;
                                title: string;
                                summary: string;
                                /** @enum {string} */
                                language: "en" | "fr" | "de" | "it" | "es";
                                languages: ("en" | "fr" | "de" | "it" | "es")[];
                                category: {
                                    slug: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                publishedAt: string;
                                titlePieces: {
                                    text: string;
                                    isHit: boolean;
                                }[];
                                textPieces: {
                                    text: string;
                                    isHit: boolean;
                                }[];
                                hasAllWords: boolean;
                            }[];
                            nextCursor: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/article-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note what was looked for, for the list of questions without an answer
         * @description Who may: visitor.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        search: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/articles/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An article, in the language asked for if it has it
         * @description Who may: visitor.
         */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "fr" | "de" | "it" | "es";
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            slug: string;
                            path: string;
                            title: string;
                            summary: string;
                            html: string;
                            contents: {
                                id: string;
                                text: string;
                                level: number;
                            }[];
                            /** @enum {string} */
                            language: "en" | "fr" | "de" | "it" | "es";
                            languages: ("en" | "fr" | "de" | "it" | "es")[];
                            category: {
                                slug: string;
                                name: string;
                            };
                            parentCategory: {
                                slug: string;
                                name: string;
                            } | null;
                            attachments: {
                                id: number;
                                name: string;
                                sizeBytes: number;
                                url: string;
                            }[];
                            pictureUrl: string | null;
                            /** Format: date-time */
                            publishedAt: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/article-readings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that the article with this id was opened
         * @description Who may: visitor.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/article-ratings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say whether the article with this id was helpful
         * @description Who may: visitor.
         */
        put: {
            parameters: {
                query?: {
                    language?: "en" | "fr" | "de" | "it" | "es";
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        isHelpful: boolean;
                        /** @default  */
                        comment?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/article-files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture or attachment of an article
         * @description Who may: visitor.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
