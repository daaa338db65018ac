import type { AlertSourceSecret } from '../../data/alert-sources.ts';

/** What is written into Alertmanager's configuration: the secret in the header, and news of the end too. */
export const alertmanagerSnippet = ({ secret, address }: AlertSourceSecret) =>
  `receivers:
  - name: portico
    webhook_configs:
      - url: ${address}
        send_resolved: true
        http_config:
          authorization:
            type: Bearer
            credentials: ${secret}
`;

/** The same alert said again is one; `"status": "resolved"` ends it. */
export const plainSnippet = ({ secret, address }: AlertSourceSecret) =>
  `curl ${address} \\
  -H 'Authorization: Bearer ${secret}' \\
  -H 'Content-Type: application/json' \\
  -d '{"fingerprint": "backup-fs1", "title": "Backup failed",
       "severity": "critical", "status": "firing", "device": "fs1"}'
`;
